import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../../kit/words.js';

/** Before signing out: what was not uploaded would be lost. */
export function UnsentVisits({ count, onStay, onLeave }: { count: number; onStay: () => void; onLeave: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      open
      title={t('visits.leaveTitle', { count })}
      onCancel={onStay}
      footer={[
        <Button key="leave" danger onClick={onLeave}>
          {t('visits.leaveAnyway', { count })}
        </Button>,
        <Link key="upload" to="/visits" onClick={onStay}>
          <Button type="primary">{t('visits.leaveUpload')}</Button>
        </Link>,
      ]}
    >
      <p>{t('visits.leaveHint')}</p>
    </Modal>
  );
}
