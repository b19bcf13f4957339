import { hardshipClasses } from '#rules/hardship/codes';
import type { ReactNode } from 'react';
import { useWords } from '../../../kit/words.js';
import type { Alternative, Change, ClassReport, Source } from './assessment-types.js';
import { Criterion } from './Criterion.js';
import styles from './eligibility.module.css';
import { Verdict, type VerdictCode } from './Verdict.js';

/** One class of the rule, opened where it is the one that counts. */
export function ClassVerdict({ report, sources, open }: { report: ClassReport; sources: readonly Source[]; open: boolean }) {
  const { t, label } = useWords();
  return (
    <Fold
      title={label(hardshipClasses, report.hardshipClass)}
      verdict={report.verdict}
      open={open}
      note={report.opensFile ? undefined : t('eligibility.noFile')}
    >
      <Alternatives alternatives={report.alternatives} sources={sources} />
      {report.ways.length > 0 && (
        <div className={styles['ways']}>
          <p>{t('eligibility.ways')}</p>
          <Changes changes={report.ways} />
        </div>
      )}
    </Fold>
  );
}

interface FoldProps {
  title: string;
  verdict: VerdictCode;
  open: boolean;
  note?: string | undefined;
  children: ReactNode;
}

export function Fold({ title, verdict, open, note, children }: FoldProps) {
  return (
    <details className={styles['fold']} open={open}>
      <summary>
        <strong>{title}</strong>
        <Verdict verdict={verdict} />
        {note && <span className="soft">{note}</span>}
      </summary>
      {children}
    </details>
  );
}

/** All criteria of one alternative, and any alternative is enough. */
export function Alternatives({ alternatives, sources }: { alternatives: readonly Alternative[]; sources: readonly Source[] }) {
  const { t } = useWords();
  const several = alternatives.length > 1;
  return (
    <>
      {several && <p className="soft">{t('eligibility.anyOf')}</p>}
      {alternatives.map((alternative, at) => (
        <div key={at} className={several ? styles['alternative'] : undefined}>
          {several && (
            <p className={styles['case']}>
              {t('eligibility.alternative', { number: at + 1 })} <Verdict verdict={alternative.verdict} />
            </p>
          )}
          <ul>
            {alternative.criteria.map((criterion) => (
              <Criterion key={criterion.code} criterion={criterion} sources={sources} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

export function Changes({ changes }: { changes: readonly Change[] }) {
  const { say } = useWords();
  return (
    <ul className={styles['changes']}>
      {changes.map((change) => (
        <li key={change.input}>{say(change.words)}</li>
      ))}
    </ul>
  );
}
