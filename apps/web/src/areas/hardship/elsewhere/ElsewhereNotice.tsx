import { Form } from 'antd';
import { askElsewhereOfPerson } from '../../../api/elsewhere.js';
import { useCan } from '../../../api/use-me.js';
import { useWords } from '../../../kit/words.js';
import { ElsewhereAsk } from './ElsewhereAsk.js';
import styles from './elsewhere.module.css';

/** At intake, beneath the applicant: asked for the person chosen and the organisation that takes the application. */
export function ElsewhereNotice() {
  const { t } = useWords();
  const can = useCan();
  const form = Form.useFormInstance();
  const personId = Form.useWatch<string | undefined>('holderId', form);
  const organisationId = Form.useWatch<string | undefined>('organisationId', form);
  if (!can('elsewhere.ask')) return null;
  return (
    <div className={styles['notice']}>
      <strong>{t('elsewhere.title')}</strong>
      <p className="soft">{personId ? t('elsewhere.about') : t('elsewhere.chooseFirst')}</p>
      {personId && (
        <ElsewhereAsk about={personId} ask={(id, key) => askElsewhereOfPerson(id, organisationId ? { organisationId } : {}, key)} />
      )}
    </div>
  );
}
