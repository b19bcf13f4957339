import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignCandidate, candidateOwners, takeOverCandidate } from '#casework/hardship/candidates/assign-candidate';
import { closeCandidate } from '#casework/hardship/candidates/close-candidate';
import { findCandidates } from '#casework/hardship/candidates/find-candidates';
import { getCandidate } from '#casework/hardship/candidates/get-candidate';
import { logCandidateAttempt } from '#casework/hardship/candidates/log-candidate-attempt';
import { findCoverageRows } from '#casework/handoffs/find-coverage-rows';
import { getCoverage } from '#casework/handoffs/get-coverage';
import { lookForCandidates } from '#casework/handoffs/look-for-candidates';
import type { Work } from '#casework/work';
import { sql } from '#data/sql';
import type { RoleCode } from '#rules/access/roles';
import { asksForHelp, candidateOf, look, unpaid } from '../../support/a-candidate.js';
import { aPerson } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let candidateId: string;
let petitioner: string;

const refused = (code: string) => expect.objectContaining({ code });
const list = (work: Work, more: object = {}) => findCandidates(work, { view: 'open', limit: 20, ...more });
const worker = (role: RoleCode, at: string) => aWorker(db, role, at);

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await worker('window-clerk', tree.north);
  await worker('aid-officer', tree.north);
  const { personId } = await unpaid(clerk, '钱小满');
  petitioner = await aPerson(clerk, { name: '周海燕', notSameAs: [] });
  await asksForHelp(clerk, petitioner);
  await look(db);
  candidateId = await candidateOf(db, personId);
});
afterAll(() => db.close());

describe('the wrong person', () => {
  it('finds and opens nothing in another district, nor without the right', async () => {
    const south = await worker('aid-officer', tree.south);
    expect((await list(south, { count: true })).total).toBe(0);
    await expect(getCandidate(south, candidateId)).rejects.toEqual(refused('data.not-found'));
    const mediator = await worker('mediator', tree.north);
    expect((await list(mediator)).items).toEqual([]);
    await expect(getCandidate(mediator, candidateId)).rejects.toEqual(refused('data.not-found'));
  });

  it('works on nothing: not from elsewhere, not with the right to read alone', async () => {
    const south = await worker('aid-officer', tree.south);
    const attempt = { candidateId, version: 1, form: 'call', result: 'no-answer' } as const;
    for (const [work, code] of [[south, 'data.not-found'], [clerk, 'access.not-permitted']] as const) {
      await expect(takeOverCandidate(work, { candidateId, version: 1 })).rejects.toEqual(refused(code));
      await expect(assignCandidate(work, { candidateId, version: 1, ownerId: work.actor.id })).rejects.toEqual(refused(code));
      await expect(logCandidateAttempt(work, attempt)).rejects.toEqual(refused(code));
      await expect(closeCandidate(work, { candidateId, version: 1, closing: 'helped', help: 'paid' })).rejects.toEqual(refused(code));
      await expect(candidateOwners(work, candidateId)).rejects.toEqual(refused(code));
    } // prettier-ignore
    await expect(lookForCandidates(clerk)).rejects.toEqual(refused('access.not-permitted'));
  });

  it('gets it for nobody who may not work on it', async () => {
    const officer = await worker('aid-officer', tree.north);
    const south = await worker('aid-officer', tree.south);
    for (const other of [south, clerk])
      await expect(assignCandidate(officer, { candidateId, version: 1, ownerId: other.actor.id })).rejects.toEqual(
        refused('candidates.owner-unfit'),
      );
  });

  it('changes no row past the program either', async () => {
    const south = await worker('aid-officer', tree.south);
    const changed = await db.data.inTransaction(south.actor, south.now, (tx) =>
      tx.rows(sql`UPDATE hardship_candidate SET priority = 3 RETURNING id`),
    );
    expect(changed).toEqual([]);
  });

  it('sees no coverage of another district, and no rows behind it', async () => {
    const south = await worker('aid-officer', tree.south);
    await expect(getCoverage(south, { organisationId: tree.north })).rejects.toEqual(refused('access.not-permitted'));
    await expect(findCoverageRows(south, { figure: 'open', organisationId: tree.north, limit: 20 })).rejects.toEqual(
      refused('access.not-permitted'),
    );
    const own = await getCoverage(south, {});
    expect(own.total.open).toBe(0);
    const archivist = await worker('archivist', tree.city);
    await expect(getCoverage(archivist, {})).rejects.toEqual(refused('access.not-permitted'));
  });
});

describe('what a reason says', () => {
  const reasons = async (work: Work) => (await getCandidate(work, candidateId)).reasons;

  it('is told to who may read the dispute, and to others only that there is a sign', async () => {
    const reviewer = await worker('reviewer', tree.north);
    expect(await reasons(reviewer)).toEqual([
      expect.objectContaining({ rule: 'income-lost', noun: 'dispute', zh: '2026-11-02登记“劳动报酬”争议，收入受损，未建困难档案。' }),
    ]);
    const officer = await worker('aid-officer', tree.north);
    const hidden = {
      rule: null,
      noun: null,
      subjectId: null,
      on: null,
      foundOn: '2026-11-20',
      zh: '其他模块线索',
      en: 'A sign from another module',
    };
    expect(await reasons(officer)).toEqual([hidden]);
    expect((await list(officer)).items.map((item) => item.reasons)).toEqual([[hidden], [hidden]]);
  });

  it('is not found out by the filter', async () => {
    const [reviewer, officer] = [await worker('reviewer', tree.north), await worker('aid-officer', tree.north)];
    expect((await list(reviewer, { rule: 'petition-for-help' })).items).toHaveLength(1);
    expect((await list(officer, { rule: 'petition-for-help' })).items).toEqual([]);
  });

  it('names people only masked, and tells the timeline to who may read the candidate', async () => {
    const officer = await worker('aid-officer', tree.north);
    expect((await list(officer, { q: '周海燕' })).items.map(({ personName }) => personName)).toEqual(['周*燕']);
    const record = await getCandidate(officer, candidateId);
    expect(record.person?.name).toBe('钱*满');
    expect(record.timeline.map(({ kind }) => kind)).toEqual(['candidate.found']);
    expect(JSON.stringify(record)).not.toMatch(/钱小满|劳动报酬/);
  });
});
