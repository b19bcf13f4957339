/** The yearly declaration of this autumn: families who came on file by a ledger of long ago have been reviewed since, all but a few. */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { dateInShanghai } from '#rules/shared/plain-date';

const PATIENCE_S = 120;
/** One in so many was overlooked this autumn, and stands overdue on somebody's list. */
const OVERLOOKED = 25;

/** Written by the owner of the tables in one go, like everything that was there before the first day. Says how many files. */
export async function reviewRound(owner: pg.Client, now: Date): Promise<{ reviewed: number }> {
  await ledgersAreIn(owner);
  const { rowCount } = await owner.query(
    `WITH due AS (
       SELECT f.id, f.organisation_id, f.holder_id, f.hardship_class, f.version, officer.id AS officer_id, officer.name AS officer_name, approver.id AS approver_id, approver.name AS approver_name,
         $1::date - CASE WHEN row_number() OVER (ORDER BY f.filed_on, f.id) % ${OVERLOOKED} = 0 THEN 100 + abs(hashtext(f.id::text)) % 40 ELSE 2 + abs(hashtext(f.id::text)) % 80 END AS reviewed_on
       FROM hardship_file f
       JOIN LATERAL (${holderOf('aid-officer')}) officer ON true
       JOIN LATERAL (${holderOf('approver')}) approver ON true
       WHERE f.status = 'active' AND f.import_row_id IS NOT NULL AND f.reviewed_on IS NULL AND f.filed_on < $1::date - 400
     ), steps AS (
       SELECT due.*, s.move, s.from_status, s.to_status, s.later, CASE s.later WHEN 0 THEN officer_id ELSE approver_id END AS by_id, CASE s.later WHEN 0 THEN officer_name ELSE approver_name END AS by_name
       FROM due CROSS JOIN (VALUES ('beginReview', 'active', 'under_review', 0), ('renew', 'under_review', 'active', 1)) AS s (move, from_status, to_status, later)
     ), decided AS (
       INSERT INTO hardship_decision (id, file_id, organisation_id, file_version, move, from_status, to_status, decided_on, decided_by, decided_by_name, decided_at, class_before, class_after)
       SELECT gen_random_uuid(), id, organisation_id, version + 1 + later, move, from_status, to_status, reviewed_on, by_id, by_name, reviewed_on + interval '2 hours', hardship_class, hardship_class FROM steps
     ), told AS (
       INSERT INTO activity (id, noun, subject_id, organisation_id, person_id, kind, happened_on, recorded_at, actor_id, actor_name, from_status, to_status)
       SELECT gen_random_uuid(), 'hardship', id, organisation_id, holder_id, 'hardship.' || move, reviewed_on, reviewed_on + interval '2 hours', by_id, by_name, from_status, to_status FROM steps
     )
     UPDATE hardship_file f SET reviewed_on = due.reviewed_on, version = f.version + 2, updated_at = now() FROM due WHERE f.id = due.id`,
    [dateInShanghai(now.getTime())],
  );
  return { reviewed: rowCount ?? 0 };
}

const holderOf = (role: string): string =>
  `SELECT u.id, u.name FROM role_grant g JOIN "user" u ON u.id = g.user_id WHERE g.role_code = '${role}' AND g.revoked_at IS NULL AND g.organisation_id = f.organisation_id ORDER BY u.username LIMIT 1`;

/** The worker takes the ledgers in while the year is played; where none runs, nobody is kept waiting. */
async function ledgersAreIn(owner: pg.Client): Promise<void> {
  for (let waited = 0; waited < PATIENCE_S; waited += 1) {
    const { rowCount } = await owner.query(`SELECT FROM import WHERE status = 'running' LIMIT 1`);
    if (!rowCount) return;
    await wait(1000);
  }
}
