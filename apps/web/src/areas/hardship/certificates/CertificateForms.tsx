import { Input } from 'antd';
import { CheckCertificate, IssueCertificate } from '#contract/certificates';
import type { HardshipRecord } from '#contract/hardship';
import { certificateMoveLabels } from '#rules/hardship/certificates/certificate-lifecycle';
import { certificateOperations } from '#rules/hardship/certificates/certificate-operations';
import {
  certificateFound,
  checkCertificate,
  issueCertificate,
  replaceCertificate,
  reportCertificateLost,
} from '../../../api/hardship-moves.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';

const doings = { checkCertificate, reportCertificateLost, certificateFound, replaceCertificate } as const;
export type CertificateAct = keyof typeof doings;

export function IssueCertificateForm({ file, onClose, onReload }: FileDialogProps) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('certificates.issue')}
      schema={IssueCertificate}
      initial={{ on: todayInChina() }}
      constants={{ version: file.version }}
      submit={(body, key) => issueCertificate(file.id, body, key)}
      forget={['hardship-file', 'hardship-certificate']}
      onClose={onClose}
      onReload={onReload}
    >
      <p className={styles['wide']}>{t('certificates.issueHint')}</p>
      <Field name="on" label={t('certificates.issuedOn')} span={6}>
        <DayInput latest={todayInChina()} />
      </Field>
    </ActionForm>
  );
}

type Props = FileDialogProps & { act: CertificateAct; certificate: HardshipRecord['certificates'][number] };

/** Annual check, loss, recovery, replacement: all told by a day and a note. */
export function CertificateMoveForm({ act, certificate, onClose, onReload }: Props) {
  const { t, say } = useWords();
  const { move } = certificateOperations[act];
  return (
    <ActionForm
      title={`${say(certificateMoveLabels[move])} · ${certificate.number}`}
      schema={CheckCertificate}
      initial={{ on: todayInChina() }}
      constants={{ version: certificate.version }}
      submit={(body, key) => doings[act](certificate.id, body, key)}
      forget={['hardship-file', 'hardship-certificate']}
      onClose={onClose}
      onReload={onReload}
    >
      <p className={styles['wide']}>{t(`certificates.hints.${move}`)}</p>
      <Field name="on" label={t('fields.happenedOn')} span={5}>
        <DayInput latest={todayInChina()} earliest={certificate.issuedOn} />
      </Field>
      <Field name="note" label={t('fields.note')} span={7}>
        <Input maxLength={500} />
      </Field>
    </ActionForm>
  );
}
