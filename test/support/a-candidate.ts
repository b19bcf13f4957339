/** People who may need help, found by the finder itself. */
import { actorOf } from '#casework/access/actor-of';
import { lookForCandidates, type Search } from '#casework/handoffs/look-for-candidates';
import { registerDispute } from '#casework/disputes/register-dispute';
import { registerPetition } from '#casework/petitions/register-petition';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { newId } from '#runtime/ids';
import { aClaim } from './a-dispute.js';
import { aPerson } from './a-person.js';
import type { TestDatabase } from './database.js';

/** The nightly job, on the day that the worker works. */
export async function look(db: TestDatabase, now = new Date('2026-11-20T02:00:00Z')): Promise<Search> {
  const { data, secrets, clockwork } = db;
  return lookForCandidates({ data, secrets, clockwork, now, actor: await actorOf(data, KEEPER.id) });
}

/** Somebody whose wages were not paid. */
export async function unpaid(clerk: Work, name: string): Promise<{ personId: string; disputeId: string }> {
  const personId = await aPerson(clerk, { name, notSameAs: [] });
  return { personId, disputeId: await unpaidAgain(clerk, personId) };
}

export async function unpaidAgain(clerk: Work, personId: string): Promise<string> {
  return (await registerDispute(clerk, aClaim({ applicantId: personId }))).id;
}

export async function asksForHelp(clerk: Work, personId: string): Promise<string> {
  const { id } = await registerPetition(clerk, {
    channel: 'V',
    purpose: 'settlement',
    subject: '02',
    petitionerId: personId,
    anonymous: false,
    personCount: 1,
    representatives: 0,
    contactKind: 'first',
    content: '生活困难',
  });
  return id;
}

/** A file as a ledger left it. */
export async function onFile(
  db: TestDatabase,
  { personId, organisationId, filedOn = '2026-10-20', by }: { personId: string; organisationId: string; filedOn?: string; by: string },
): Promise<string> {
  const [id, household] = [newId(), newId()];
  await db.owner.query(`INSERT INTO household (id, organisation_id) VALUES ($1, $2)`, [household, organisationId]);
  await db.owner.query(
    `INSERT INTO hardship_file (id, organisation_id, household_id, holder_id, holder_name, status, era, hardship_class, main_cause, other_causes, household_size, filed_on, begun_on, review_on, created_by)
     VALUES ($1, $2, $3, $4, '在档人', 'active', 'R3', 'relative', 'laid-off', '{}', 2, $5::date, $5::date, $5::date + 365, $6)`,
    [id, organisationId, household, personId, filedOn, by],
  );
  return id;
}

export async function candidateOf(db: TestDatabase, personId: string): Promise<string> {
  const { rows } = await db.owner.query<{ id: string }>(
    `SELECT id FROM hardship_candidate WHERE person_id = $1 ORDER BY found_on DESC, id DESC LIMIT 1`,
    [personId],
  );
  return rows[0]!.id;
}
