import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../kit/words.js';
import styles from './print.module.css';

/** What the full names and numbers are needed for: asked once, and written down with each of them. */
export function Purpose({ onPurpose }: { onPurpose: (purpose: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const tell = (purpose: string): void => {
    if (purpose.trim()) onPurpose(purpose.trim());
  };
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      title={t('prints.reveal')}
      content={
        <form
          className={styles['question']}
          onSubmit={(event) => {
            event.preventDefault();
            tell(typed);
          }}
        >
          <p className="soft">{t('prints.purposeHint')}</p>
          <div className={styles['usual']}>
            {(['archive', 'sign', 'serve', 'card'] as const).map((usual) => (
              <Button key={usual} size="small" onClick={() => tell(t(`prints.usual.${usual}`))}>
                {t(`prints.usual.${usual}`)}
              </Button>
            ))}
          </div>
          <Input
            value={typed}
            maxLength={120}
            aria-label={t('prints.purpose')}
            placeholder={t('prints.purpose')}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={typed.trim() === ''}>
            {t('prints.reveal')}
          </Button>
        </form>
      }
    >
      <Button>{t('prints.reveal')}</Button>
    </Popover>
  );
}
