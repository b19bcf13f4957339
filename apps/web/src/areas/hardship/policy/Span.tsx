import { useWords } from '../../../kit/words.js';
import { Unverified } from '../eligibility/Verdict.js';
import type { Rule, Standard } from './policy-codes.js';

/** The days on which a row decides, whatever it said of its end when it was published. */
export function Span({ row }: { row: Pick<Rule | Standard, 'span' | 'validFrom'> & { periodUnverified?: boolean } }) {
  const { t } = useWords();
  if (row.span === null) return <span className="soft">{t('policy.neverDecides', { from: row.validFrom })}</span>;
  return (
    <span>
      <span className="number">
        {row.span.from} {t('policy.until')} {row.span.to ?? t('policy.open')}
      </span>{' '}
      {row.periodUnverified && <Unverified />}
    </span>
  );
}
