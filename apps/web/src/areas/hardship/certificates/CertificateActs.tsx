import { Button } from 'antd';
import { useState } from 'react';
import type { HardshipRecord } from '#contract/hardship';
import { certificateMoveLabels, certificateMoves, type CertificateMove } from '#rules/hardship/certificate-lifecycle';
import { useCan } from '../../../api/use-me.js';
import { useWords } from '../../../kit/words.js';
import { CertificateMoveForm, type CertificateAct } from './CertificateForms.js';
import type { FilePartProps } from '../file-parts.js';
import styles from '../hardship.module.css';

const acts = ['check', 'reportLost', 'find', 'replace'] as const satisfies readonly CertificateMove[];

/** What can be done with a certificate of this status. */
export function CertificateActs({ file, certificate, onReload }: FilePartProps & { certificate: HardshipRecord['certificates'][number] }) {
  const { say } = useWords();
  const can = useCan();
  const [act, setAct] = useState<CertificateAct | null>(null);
  const open = acts.filter((move) => certificateMoves.open(move, certificate.status));
  return (
    <span className={styles['acts']}>
      {(can('hardship.approve') || can('hardship.record')) &&
        open.map((move) => (
          <Button
            key={move}
            size="small"
            onClick={() => setAct(move)}
            aria-label={`${say(certificateMoveLabels[move])} · ${certificate.number}`}
          >
            {say(certificateMoveLabels[move])}
          </Button>
        ))}
      {act && <CertificateMoveForm act={act} file={file} certificate={certificate} onReload={onReload} onClose={() => setAct(null)} />}
    </span>
  );
}
