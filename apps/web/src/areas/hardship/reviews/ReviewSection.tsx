import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ReviewEvidence } from '#contract/reviews';
import { keys } from '../../../api/query-keys.js';
import { reviewEvidence } from '../../../api/reviews.js';
import { ClockLamp } from '../../../kit/ClockLamp.js';
import { Facts } from '../../../kit/Facts.js';
import { showDay } from '../../../kit/formats.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { Unverified } from '../eligibility/Verdict.js';
import type { FilePartProps } from '../file-parts.js';
import { EvidenceTable } from './EvidenceTable.js';
import { ReasonChips } from './ReasonChips.js';

/** When the file is reviewed next and why, and what has changed for the family since the last time. */
export function ReviewSection({ file }: FilePartProps) {
  const query = useQuery({
    queryKey: keys.part('hardship-file', file.id, 'review-evidence'),
    queryFn: ({ signal }) => reviewEvidence(file.id, signal),
  });
  return (
    <QueryState query={query} lines={6}>
      {(review) => (
        <>
          <PlanSection review={review} />
          <EvidenceTable review={review} />
        </>
      )}
    </QueryState>
  );
}

function PlanSection({ review }: { review: z.infer<typeof ReviewEvidence> }) {
  const { t } = useWords();
  const { clock, reasons, reviewedOn, handlerName, plan } = review;
  return (
    <Section
      title={t('reviews.plan')}
      tools={
        plan.unverified && (
          <span title={t('reviews.unverified', { evidence: plan.evidence })}>
            <Unverified />
          </span>
        )
      }
    >
      <Facts
        facts={[
          { label: t('reviews.reviewOn'), value: clock ? <ClockLamp clock={clock} /> : t('reviews.planNone') },
          { label: t('reviews.reviewedOn'), value: <span className="number">{showDay(reviewedOn)}</span> },
          { label: t('reviews.reasons'), value: reasons.length > 0 && <ReasonChips reasons={reasons} />, wide: true },
          { label: t('reviews.handler'), value: handlerName ?? t('reviews.nobody') },
        ]}
      />
    </Section>
  );
}
