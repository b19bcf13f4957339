import type { HardshipRecord } from '#contract/hardship';
import { certificateMoveLabels, certificateMoves } from '#rules/hardship/certificates/certificate-lifecycle';
import { certificateOperations } from '#rules/hardship/certificates/certificate-operations';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { CertificateMoveForm } from './CertificateForms.js';

const acts = ['checkCertificate', 'reportCertificateLost', 'certificateFound', 'replaceCertificate'] as const;

/** What can be done with a certificate of this status, by those who may; of those a file has had, only with the newest. */
export function CertificateActs({ file, certificate, onReload }: FilePartProps & { certificate: HardshipRecord['certificates'][number] }) {
  const { say } = useWords();
  const can = useCan();
  if (certificate.endedOn !== null) return null;
  return (
    <span className={styles['acts']}>
      {acts
        .filter(
          (act) => can(certificateOperations[act].needs) && certificateMoves.open(certificateOperations[act].move, certificate.status),
        )
        .map((act) => (
          <ActionButton
            key={act}
            actions={file.actions}
            name={act}
            label={say(certificateMoveLabels[certificateOperations[act].move])}
            about={certificate.number}
            form={(close) => <CertificateMoveForm act={act} file={file} certificate={certificate} onReload={onReload} onClose={close} />}
          />
        ))}
    </span>
  );
}
