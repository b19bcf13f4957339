import type { z } from 'zod';
import type { DueReason } from '#contract/reviews';
import { reviewReasons } from '#rules/hardship/reviews/review-calendar';
import { NOTHING, useWords, type Words } from '../../../kit/words.js';
import styles from './reviews.module.css';

export type Reason = z.infer<typeof DueReason>;

/** In one line: what has set the day, and how much else calls for it. */
export function reasonsInShort(reasons: readonly Reason[], { t, label }: Words): string {
  const [first, ...more] = reasons;
  if (!first) return NOTHING;
  const name = label(reviewReasons, first.reason);
  return more.length === 0 ? name : `${name}${t('reviews.moreReasons', { count: more.length + 1 })}`;
}

export function reasonsInFull(reasons: readonly Reason[], { t, label }: Words): string {
  return reasons.map(({ reason, on }) => t('reviews.reasonOn', { reason: label(reviewReasons, reason), on })).join('\n');
}

/** All that calls for the review, each with its day; the first has set the day. */
export function ReasonChips({ reasons }: { reasons: readonly Reason[] }) {
  const { t, label } = useWords();
  return (
    <ul className={styles['reasons']}>
      {reasons.map(({ reason, on, happenedOn }, at) => (
        <li key={`${reason} ${on}`} data-first={at === 0} title={happenedOn ? t('reviews.happened', { on: happenedOn }) : undefined}>
          {t('reviews.reasonOn', { reason: label(reviewReasons, reason), on })}
        </li>
      ))}
    </ul>
  );
}
