import { sql } from '#data/sql';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import type { PlainDate } from '#rules/shared/plain-date';
import { filesNamed } from '../hardship/reviews/review-inputs.js';
import { readRulebook } from '../hardship/eligibility/rulebook.js';
import { inTransaction, type Work } from '../work.js';
import { handOverReviews } from './hand-over-reviews.js';
import { planFiles, type Running } from './plan-reviews.js';

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * After a rule or standard was published: every file that it may touch is to be assessed again within days, and comes onto
 * somebody's list. Nothing is decided by it, and no file is changed but for the day of its review. Done twice, it does it once.
 */
export async function listForReassessment(work: Work, { draftId }: { draftId: string }, running: Running): Promise<number> {
  const draft = await work.data.readOne<{ organisationId: string; validFrom: PlainDate; files: number }>(
    work.actor,
    sql`SELECT d.organisation_id, d.valid_from, (SELECT count(*) FROM policy_effect e WHERE e.draft_id = d.id) AS files FROM policy_draft d WHERE d.id = ${draftId} AND d.status = 'published'`,
  );
  let [after, listed, seen] = [FIRST, 0, 0];
  for (;;) {
    const done = await inTransaction(work, async (tx) => {
      const effects = await tx.rows<{ fileId: string }>(
        sql`SELECT e.file_id FROM policy_effect e JOIN hardship_file f ON f.id = e.file_id AND f.status = ANY (${[...onFileStatuses]}) WHERE e.draft_id = ${draftId} AND e.effect <> 'same' AND e.file_id > ${after} ORDER BY e.file_id LIMIT ${BATCH}`,
      );
      const ids = effects.map(({ fileId }) => fileId);
      const files = await filesNamed(tx, ids);
      const changed = await planFiles(tx, work, files, await readRulebook(tx), () => [{ reason: 'standard-changed', on: draft.validFrom }]);
      return { last: ids.at(-1), seen: ids.length, changed };
    });
    listed += done.seen;
    seen += done.seen;
    if (!done.last) break;
    after = done.last;
    await running.progress(Math.min(90, (100 * seen) / Math.max(draft.files, 1)));
  }
  await inTransaction(work, async (tx) =>
    tx.audit({
      type: 'hardship.listed-for-reassessment',
      subject: { noun: 'policy', id: draftId },
      organisationId: draft.organisationId,
      details: { because: draftId, files: listed },
    }),
  );
  await handOverReviews(work);
  return listed;
}
