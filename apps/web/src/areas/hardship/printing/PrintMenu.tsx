import { Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from 'react-router';
import type { HardshipRecord } from '#contract/hardship';
import { mayPrint, printedFormNames, printedForms } from '#rules/hardship/printed-forms';
import { useWords } from '../../../kit/words.js';
import styles from './print-menu.module.css';

/** Every form of the file; those that have nothing to print yet say what is missing. */
export function PrintMenu({ file }: { file: HardshipRecord }) {
  const { t, say, language } = useWords();
  const navigate = useNavigate();
  const facts = {
    moves: file.decisions.map(({ move }) => move),
    worksheets: file.worksheets.filter(({ status }) => status !== 'dropped').length,
    visits: file.visits.length,
    notices: file.notices.length,
    validCertificates: file.certificates.filter(({ status }) => status === 'valid').length,
    worksOnIt: file.sealedShown,
  };
  const items = printedFormNames.map((form) => {
    const why = mayPrint(form, facts);
    return {
      key: form,
      disabled: why !== undefined,
      label: (
        <span className={styles['item']}>
          {say(printedForms[form])}
          {why && <small>{why.sentence(language)}</small>}
        </span>
      ),
    };
  });
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void navigate(`/hardship-files/${file.id}/print/${key}`) }}>
      <Button>
        {t('prints.menu')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
