import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { PlainDate } from '#rules/shared/plain-date';
import { reviewedOnOf, type Happened } from '../hardship/reviews/plan-review.js';
import type { FileToPlan } from '../hardship/reviews/review-inputs.js';

interface Row {
  fileId: string;
  reason: Happened['reason'];
  on: PlainDate;
}

/**
 * What other areas know of the households since their last reviews: money that a member won in a dispute or through legal
 * aid, and a member who died as the holder of another file. By the id of the file.
 */
export async function reviewHappenings(tx: Transaction, files: readonly FileToPlan[]): Promise<ReadonlyMap<string, readonly Happened[]>> {
  const since = files.map((file) => ({
    file_id: file.id,
    household_id: file.householdId,
    holder_id: file.holderId,
    since: reviewedOnOf(file),
  }));
  const rows = await tx.rows<Row>(sql`
    WITH asked AS MATERIALIZED (SELECT * FROM json_to_recordset(${JSON.stringify(since)}::json) AS a(file_id uuid, household_id uuid, holder_id uuid, since date)),
    people AS MATERIALIZED (
      SELECT a.file_id, a.holder_id AS person_id, a.since FROM asked a
      UNION SELECT a.file_id, m.person_id, a.since FROM asked a JOIN household_member m ON m.household_id = a.household_id AND m.left_on IS NULL
    )
    SELECT p.file_id, 'money-won' AS reason, coalesce(d.performed_on, d.closed_on) AS "on" FROM people p JOIN dispute d ON d.applicant_id = p.person_id
      WHERE coalesce(d.performed_fen, d.agreed_fen) > 0 AND coalesce(d.performed_on, d.closed_on) > p.since
    UNION SELECT p.file_id, 'money-won', coalesce(d.performed_on, d.closed_on) FROM people p JOIN dispute_party y ON y.person_id = p.person_id AND y.role = 'applicant' JOIN dispute d ON d.id = y.dispute_id
      WHERE coalesce(d.performed_fen, d.agreed_fen) > 0 AND coalesce(d.performed_on, d.closed_on) > p.since
    UNION SELECT p.file_id, 'money-won', l.closed_on FROM people p JOIN legal_aid_matter l ON l.person_id = p.person_id WHERE l.recovered_fen > 0 AND l.closed_on > p.since
    UNION SELECT p.file_id, 'member-died', o.ended_on FROM people p JOIN hardship_file o ON o.holder_id = p.person_id AND o.id <> p.file_id WHERE o.end_ground = 'death' AND o.ended_on > p.since`);
  const found = new Map<string, Happened[]>();
  for (const { fileId, reason, on } of rows) found.set(fileId, [...(found.get(fileId) ?? []), { reason, on }]);
  return found;
}
