import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { KEEPER } from '#rules/access/system-actors';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import { chooseRecorder, inSightUntil, type Recorder } from '#rules/hardship/reviews/hand-reviews';
import { inTransaction, today, type Work } from '../work.js';

const BATCH = 500;

interface Due {
  id: string;
  organisationId: string;
  holderId: string;
  handlerId: string | null;
}
interface Change {
  file: Due;
  to: Recorder;
}
type RecorderThere = Recorder & { organisationId: string };

/**
 * Sees to it that every file whose review is due, or comes in sight, is on the list of somebody active who may record it:
 * where the handler is missing, closed, or no longer reaches the file, it goes to another. Answers how many went, and how
 * many nobody may take.
 */
export async function handOverReviews(work: Work): Promise<{ handed: number; left: number }> {
  const on = today(work);
  const due = await work.data.readSlowly<Due>(
    work.actor,
    sql`SELECT f.id, f.organisation_id, f.holder_id, f.handler_id FROM hardship_file f WHERE f.status = ANY (${[...onFileStatuses]}) AND f.review_on <= ${inSightUntil(on)} ORDER BY f.review_on, f.id`,
  );
  const recorders = new Map<string, RecorderThere[]>();
  for (const one of await readRecorders(work, [...new Set(due.map(({ organisationId }) => organisationId))]))
    recorders.set(one.organisationId, [...(recorders.get(one.organisationId) ?? []), one]);
  const load = new Map<string, number>();
  const count = (userId: string): void => void load.set(userId, (load.get(userId) ?? 0) + 1);
  const mayKeep = ({ organisationId, handlerId }: Due): boolean =>
    recorders.get(organisationId)?.some(({ userId }) => userId === handlerId) ?? false;
  for (const file of due) if (mayKeep(file)) count(file.handlerId!);
  const changes: Change[] = [];
  let left = 0;
  for (const file of due.filter((one) => !mayKeep(one))) {
    const to = chooseRecorder(recorders.get(file.organisationId) ?? [], load);
    if (!to) left += 1;
    else {
      count(to.userId);
      changes.push({ file, to });
    }
  }
  for (let from = 0; from < changes.length; from += BATCH)
    await inTransaction(work, (tx) => handOver(tx, work, changes.slice(from, from + BATCH)));
  return { handed: changes.length, left };
}

/** The version stays, as with the plan: whoever has the file open goes on. Somebody who was quicker is not undone. */
async function handOver(tx: Transaction, work: Work, changes: readonly Change[]): Promise<void> {
  const wanted = JSON.stringify(changes.map(({ file, to }) => ({ id: file.id, was: file.handlerId, user_id: to.userId, name: to.name })));
  const rows = sql`json_to_recordset(${wanted}::json) AS n(id uuid, was uuid, user_id uuid, name text)`;
  const handed = await tx.rows<{ id: string }>(
    sql`UPDATE hardship_file f SET handler_id = n.user_id, handler_name = n.name, updated_at = ${tx.now} FROM ${rows} WHERE f.id = n.id AND f.handler_id IS NOT DISTINCT FROM n.was RETURNING f.id`,
  );
  const went = new Set(handed.map(({ id }) => id));
  await tx.rows(
    sql`UPDATE clock k SET owner_id = n.user_id, version = k.version + 1 FROM ${rows} WHERE k.subject_id = n.id AND n.id = ANY (${[...went]}) AND k.state IN ('running', 'suspended')`,
  );
  for (const { file, to } of changes.filter((change) => went.has(change.file.id))) tell(tx, work, file, to);
}

function tell(tx: Transaction, work: Work, { id, organisationId, holderId, handlerId }: Due, to: Recorder): void {
  const subject = { noun: 'hardship', id };
  tx.tell({
    noun: 'hardship',
    subjectId: id,
    organisationId,
    personId: holderId,
    kind: 'hardship.handed-over',
    happenedOn: today(work),
    noteCipher: sealText(work.secrets, to.name),
  });
  tx.audit({ type: 'hardship.handed-over', subject, organisationId, details: { from: handlerId, to: to.userId } });
}

/** Accounts and grants are not the asker's to read, whoever asks for the job: the keeper reads them, and only names go on. */
function readRecorders(work: Work, organisationIds: readonly string[]): Promise<RecorderThere[]> {
  const on = today(work);
  const inForce = sql`g.revoked_at IS NULL AND g.valid_from <= ${on} AND (g.valid_to IS NULL OR g.valid_to >= ${on})`;
  return work.data.readSlowly<RecorderThere>(
    KEEPER,
    sql`WITH RECURSIVE up AS (
        SELECT o AS organisation_id, o AS at, 0 AS distance FROM unnest(${[...organisationIds]}::uuid[]) o
        UNION ALL SELECT u.organisation_id, p.parent_id, u.distance + 1 FROM up u JOIN organisation_parent p ON p.organisation_id = u.at
          AND p.valid_from <= ${on} AND (p.valid_to IS NULL OR p.valid_to > ${on}) WHERE u.distance < 20
      ), root AS (SELECT DISTINCT g.organisation_id AS id FROM role_grant g WHERE ${inForce} AND bangfu.is_root(g.organisation_id)
      ), places AS (
        -- What has left the tree is still reached by who has the whole city.
        SELECT organisation_id, at, distance FROM up
        UNION ALL SELECT o, r.id, 99 FROM unnest(${[...organisationIds]}::uuid[]) o CROSS JOIN root r WHERE NOT EXISTS (SELECT FROM up u WHERE u.organisation_id = o AND u.at = r.id)
      ), may AS (
        SELECT g.user_id, g.organisation_id AS at, p.reach, EXISTS (SELECT FROM role_permission c WHERE c.role_code = g.role_code AND c.permission = 'hardship.check') AS also_checks
        FROM role_grant g JOIN role_permission p ON p.role_code = g.role_code AND p.permission = 'hardship.record' WHERE ${inForce}
      )
      SELECT x.organisation_id, u.id AS user_id, u.name, min(x.distance) AS distance, bool_or(m.also_checks) AS also_checks
      FROM places x JOIN may m ON m.at = x.at AND (x.distance = 0 OR m.reach IN ('subtree', 'city')) JOIN "user" u ON u.id = m.user_id AND u.status = 'active' AND u.username NOT LIKE 'system.%'
      GROUP BY x.organisation_id, u.id, u.name`,
  );
}
