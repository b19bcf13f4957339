import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { assignCandidate, candidateOwners, takeOverCandidate } from '#casework/hardship/candidates/assign-candidate';
import { closeCandidate, type CandidateClosing } from '#casework/hardship/candidates/close-candidate';
import { findCandidates } from '#casework/hardship/candidates/find-candidates';
import { getCandidate } from '#casework/hardship/candidates/get-candidate';
import { logCandidateAttempt } from '#casework/hardship/candidates/log-candidate-attempt';
import type { Work } from '#casework/work';
import type { AttemptResult } from '#rules/hardship/finder/candidate-codes';
import { plainDate } from '#rules/shared/plain-date';
import { asksForHelp, candidateOf, look, onFile, unpaid, unpaidAgain } from '../../support/a-candidate.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, at, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let officers: Work[];
let reviewer: Work;

const refused = (code: string) => expect.objectContaining({ code });
const recordOf = async (personId: string) => getCandidate(reviewer, await candidateOf(db, personId));
const tomorrow = new Date('2026-11-21T02:00:00Z');

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
  officers = [await aWorker(db, 'aid-officer', tree.north), await aWorker(db, 'aid-officer', tree.north)];
  reviewer = await aWorker(db, 'reviewer', tree.north);
});
afterAll(() => db.close());

describe('finding', () => {
  it('puts somebody on the list with a reason, an owner and a day, and a second time changes nothing', async () => {
    const { personId, disputeId } = await unpaid(clerk, '冯来运');
    expect(await look(db)).toMatchObject({ opened: 1, added: 0 });
    const found = await recordOf(personId);
    expect(found).toMatchObject({ status: 'open', priority: 2, foundOn: '2026-11-20', dueOn: '2026-12-10', organisationId: tree.north, overdue: false, version: 1 }); // prettier-ignore
    expect(found.reasons.map(({ subjectId }) => subjectId)).toEqual([disputeId]);
    expect(officers.map(({ actor }) => actor.id)).toContain(found.ownerId);
    expect(await look(db, tomorrow)).toMatchObject({ opened: 0, added: 0, handedOver: 0 });
    expect((await recordOf(personId)).version).toBe(1);
  });

  it('adds a further reason to the open one, more pressing because two registers say it', async () => {
    const { personId } = await unpaid(clerk, '冯再来');
    await look(db);
    await asksForHelp(at(clerk, '2026-11-21T02:00:00Z'), personId);
    expect(await look(db, tomorrow)).toMatchObject({ opened: 0, added: 1 });
    const found = await recordOf(personId);
    expect(found).toMatchObject({ priority: 1, dueOn: '2026-12-01', version: 2 });
    expect(found.reasons.map(({ rule, foundOn }) => [rule, foundOn])).toEqual([
      ['petition-for-help', '2026-11-21'],
      ['income-lost', '2026-11-20'],
    ]);
    expect(found.timeline.map(({ kind }) => kind)).toEqual(['candidate.add', 'candidate.found']);
  });

  it('shares the work among those who record files, by what they have', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, i) => unpaid(clerk, `郑${'一二三四五六'[i]}`)));
    await look(db);
    const { rows } = await db.owner.query<{ owner_id: string; n: number }>(
      `SELECT owner_id, count(*)::int AS n FROM hardship_candidate WHERE status = 'open' GROUP BY owner_id`,
    );
    expect(new Set(rows.map(({ owner_id }) => owner_id))).toEqual(new Set(officers.map(({ actor }) => actor.id)));
    expect(Math.abs(rows[0]!.n - rows[1]!.n)).toBeLessThanOrEqual(1);
    expect(people).toHaveLength(6);
  });

  it('makes one candidate of a person, however many look at once', async () => {
    const people = await Promise.all(['何同时', '何一起', '何并行'].map((name) => unpaid(clerk, name)));
    await Promise.all([look(db), look(db), look(db)]);
    const { rows } = await db.owner.query(`SELECT person_id FROM hardship_candidate WHERE person_id = ANY ($1)`, [
      people.map(({ personId }) => personId),
    ]);
    expect(rows).toHaveLength(3);
  });

  it('looks for nobody who is on file or applying, and enrols nobody', async () => {
    const [filed, applying] = [await unpaid(clerk, '蒋在档'), await unpaid(clerk, '蒋申请')];
    await onFile(db, { personId: filed.personId, organisationId: tree.north, by: clerk.actor.id });
    await draftHardshipFile(clerk, { holderId: applying.personId, mainCause: 'laid-off', otherCauses: [] });
    const files = async () => (await db.owner.query(`SELECT id, status, version FROM hardship_file ORDER BY id`)).rows;
    const before = await files();
    expect(await look(db)).toMatchObject({ opened: 0 });
    expect(await files()).toEqual(before);
  });

  it('hands over what a closed account leaves behind', async () => {
    const south = await aWorker(db, 'window-clerk', tree.south);
    const leaving = await aWorker(db, 'aid-officer', tree.south);
    const { personId } = await unpaid(south, '许无主');
    await look(db);
    const successor = await aWorker(db, 'aid-officer', tree.south);
    expect((await getCandidate(successor, await candidateOf(db, personId))).ownerId).toBe(leaving.actor.id);
    await db.owner.query(`UPDATE "user" SET status = 'closed' WHERE id = $1`, [leaving.actor.id]);
    expect(await look(db)).toMatchObject({ handedOver: 1 });
    const found = await getCandidate(successor, await candidateOf(db, personId));
    expect(found.ownerId).toBe(successor.actor.id);
  });

  it('lists the most pressing first, mine and what is overdue', async () => {
    const later = at(reviewer, '2026-12-05T02:00:00Z');
    const all = await findCandidates(later, { view: 'open', limit: 50, count: true });
    expect(all.total).toBe(all.items.length);
    expect(all.items.map(({ dueOn }) => dueOn)).toEqual(all.items.map(({ dueOn }) => dueOn).sort());
    expect(all.items[0]!.overdue).toBe(true);
    const mine = await findCandidates(officers[0]!, { view: 'mine', limit: 50 });
    expect(new Set(mine.items.map(({ ownerId }) => ownerId))).toEqual(new Set([officers[0]!.actor.id]));
    const overdue = await findCandidates(later, { view: 'overdue', limit: 50 });
    expect(overdue.items.map(({ id }) => id)).toEqual(all.items.filter((item) => item.overdue).map(({ id }) => id));
    const first = await findCandidates(later, { view: 'open', limit: 2 });
    const second = await findCandidates(later, { view: 'open', limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.slice(0, 4).map(({ id }) => id));
  });
});

describe('working on one', () => {
  let personId: string;
  let candidateId: string;
  let version: number;
  const attempt = async (on: string, result: AttemptResult = 'no-answer') =>
    logCandidateAttempt(officers[0]!, { candidateId, version: version++, on: plainDate(on), form: 'call', result });
  const close = (closing: Omit<CandidateClosing, 'candidateId' | 'version'>) =>
    closeCandidate(officers[0]!, { candidateId, version, ...closing });

  async function another(name: string): Promise<void> {
    ({ personId } = await unpaid(at(clerk, '2026-11-16T02:00:00Z'), name));
    await look(db, new Date('2026-11-16T03:00:00Z'));
    candidateId = await candidateOf(db, personId);
    version = 1;
  }

  it('is taken over and given to somebody, told and logged', async () => {
    await another('吕转手');
    const { ownerId } = await recordOf(personId);
    const [owner, other] = officers[0]!.actor.id === ownerId ? officers : [...officers].reverse();
    await expect(takeOverCandidate(owner!, { candidateId, version })).rejects.toEqual(refused('candidates.already-owner'));
    await takeOverCandidate(other!, { candidateId, version });
    await expect(takeOverCandidate(owner!, { candidateId, version }), 'from the version that was read').rejects.toEqual(
      refused('data.changed-meanwhile'),
    );
    await assignCandidate(other!, { candidateId, version: 2, ownerId: reviewer.actor.id });
    expect(await recordOf(personId)).toMatchObject({ ownerId: reviewer.actor.id, ownerName: reviewer.actor.name, version: 3 });
    const { items } = await candidateOwners(reviewer, candidateId);
    expect(items.map(({ id }) => id).sort()).toEqual([...officers, reviewer].map(({ actor }) => actor.id).sort());
    const { rows } = await db.owner.query(`SELECT details FROM audit_entry WHERE subject_id = $1 AND type = 'candidate.assigned'`, [
      candidateId,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('closes as unreachable only after three tries on two days', async () => {
    await another('施难寻');
    await expect(attempt('2026-11-15')).rejects.toEqual(refused('candidates.day-too-early'));
    version = 1;
    await attempt('2026-11-17');
    await attempt('2026-11-17');
    await expect(close({ closing: 'unreachable' })).rejects.toEqual(refused('candidates.attempts-too-few'));
    await attempt('2026-11-19', 'moved');
    await close({ closing: 'unreachable' });
    expect(await recordOf(personId)).toMatchObject({ status: 'closed', closing: 'unreachable', closedOn: '2026-11-20', attempts: [{}, {}, { result: 'moved' }] }); // prettier-ignore
  });

  it('closes as declined only after a conversation', async () => {
    await another('张不愿');
    await expect(close({ closing: 'declined' })).rejects.toEqual(refused('candidates.not-spoken-to'));
    await attempt('2026-11-18', 'declines');
    await close({ closing: 'declined', note: '本人表示暂不需要' });
    expect(await recordOf(personId)).toMatchObject({ closing: 'declined', closingNote: '本人表示暂不需要' });
  });

  it('closes as not eligible by a criterion of the rule in force, which is kept with its version', async () => {
    await another('孔不符');
    await expect(close({ closing: 'not-eligible', criterion: 'poor' })).rejects.toEqual(refused('candidates.criterion-missing'));
    const { criteria } = await recordOf(personId);
    await close({ closing: 'not-eligible', criterion: criteria[0]!.code });
    expect((await recordOf(personId)).closingDetails).toEqual({ criterion: criteria[0]!.code, rule: 'R3.2' });
  });

  it('closes as filed by the family’s own application, once it was submitted', async () => {
    await another('曹建档');
    await expect(close({ closing: 'filed' })).rejects.toEqual(refused('candidates.file-missing'));
    const { id } = await draftHardshipFile(officers[0]!, { holderId: personId, mainCause: 'laid-off', otherCauses: [] });
    await expect(close({ closing: 'filed' })).rejects.toEqual(refused('candidates.file-only-draft'));
    await db.owner.query(`UPDATE hardship_file SET status = 'submitted' WHERE id = $1`, [id]);
    const open = await recordOf(personId);
    expect(open.openFile).toMatchObject({ id, status: 'submitted' });
    expect(open.actions.find(({ name }) => name === 'draftHardshipFile')).toMatchObject({ allowed: false });
    await close({ closing: 'filed' });
    expect(await recordOf(personId)).toMatchObject({ closing: 'filed', fileId: id });
  });

  it('stays closed for its reason; a new reason opens another, with that reason alone', async () => {
    await another('严再现');
    await close({ closing: 'helped', help: 'paid' });
    expect((await recordOf(personId)).actions.every(({ allowed }) => !allowed)).toBe(true);
    await expect(attempt('2026-11-19')).rejects.toEqual(refused('candidates.closed'));
    expect(await look(db)).toMatchObject({ opened: 0, added: 0 });
    const disputeId = await unpaidAgain(clerk, personId);
    expect(await look(db)).toMatchObject({ opened: 1 });
    const again = await recordOf(personId);
    expect(again.id).not.toBe(candidateId);
    expect(again.reasons.map(({ subjectId }) => subjectId)).toEqual([disputeId]);
  });
});
