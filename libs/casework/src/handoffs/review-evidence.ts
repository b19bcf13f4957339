import { sql } from '#data/sql';
import { inEvidenceOrder } from '#rules/hardship/reviews/review-evidence';
import { suzhouReviewPlan } from '#rules/hardship/reviews/review-calendar';
import { reviewLamp } from '../hardship/reviews/find-reviews.js';
import type { FileRow } from '../hardship/household/household-of-file.js';
import { seesSealed } from '../hardship/in-file.js';
import { reasonsOf, reviewedOnOf } from '../hardship/reviews/plan-review.js';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';
import { evidenceOfCases } from './evidence-of-cases.js';
import { evidenceOfMembers, evidenceOfSheets } from './evidence-of-household.js';

/**
 * When and why a file is reviewed next, and what has changed since its last review: what the reader may read, with its
 * source, and of everything else how many there are.
 */
export function reviewEvidence(work: Work, fileId: string) {
  const { actor } = work;
  return work.data.inTransaction(actor, work.now, async (tx) => {
    const file = await tx.one<FileRow>(
      sql`SELECT f.* FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(actor, 'hardship.read', 'f')}`,
    );
    const plan = { evidence: suzhouReviewPlan.evidence, unverified: suzhouReviewPlan.unverified };
    if (!file.filedOn) return { ...empty, handlerName: file.handlerName, plan };
    const since = reviewedOnOf(file);
    const sealed = seesSealed(actor, file.organisationId);
    const differences = [
      ...(await evidenceOfMembers(tx, work, file, since, sealed)),
      ...(sealed ? await evidenceOfSheets(tx, work, file, since) : []),
      ...(await evidenceOfCases(tx, work, file, since)),
    ];
    const beyond = await tx.rows<{ noun: string; files: number }>(
      sql`SELECT noun, n AS files FROM bangfu.beyond_sight(${fileId}, ${since}) ORDER BY noun`,
    );
    return {
      reviewedOn: since,
      reviewOn: file.reviewOn,
      reasons: reasonsOf(file),
      clock: file.reviewOn && reviewLamp(work, file.reviewOn),
      handlerName: file.handlerName,
      plan,
      sealedShown: sealed,
      differences: inEvidenceOrder(differences),
      beyond,
    };
  });
}

/** An application has had no review. */
const empty = { reviewedOn: null, reviewOn: null, reasons: [], clock: null, sealedShown: false, differences: [], beyond: [] };
