import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CandidatePage, CandidateRecord, CoverageRows, HardshipCoverage, OwnerChoices } from '#contract/candidates';
import { candidateOwners } from '#casework/hardship/candidates/assign-candidate';
import { closeCandidate } from '#casework/hardship/candidates/close-candidate';
import { findCandidates } from '#casework/hardship/candidates/find-candidates';
import { getCandidate } from '#casework/hardship/candidates/get-candidate';
import { findCoverageRows } from '#casework/handoffs/find-coverage-rows';
import { getCoverage } from '#casework/handoffs/get-coverage';
import type { Work } from '#casework/work';
import { coverageFigureCodes, type CoverageFigure } from '#rules/hardship/finder/coverage-figures';
import { newId } from '#runtime/ids';
import { candidateOf, look, onFile, unpaid } from '../../support/a-candidate.js';
import { aPerson } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, at, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let manager: Work;
const on = new Date('2026-12-20T02:00:00Z');

async function paid(personId: string, organisationId: string, paidOn: string): Promise<void> {
  await db.owner.query(
    `INSERT INTO disbursement (id, programme, organisation_id, person_id, payee_name, hardship_kind, cash_fen, paid_on, created_by) VALUES ($1, 'visit', $2, $3, '某人', 'ordinary', 80000, $4, $5)`,
    [newId(), organisationId, personId, paidOn, manager.actor.id],
  );
}

/** In the district two families of its own and one of the town; of these one helped lately, one long ago, one never. */
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  manager = at(await aWorker(db, 'approver', tree.city), on.toISOString());
  const clerk = await aWorker(db, 'window-clerk', tree.north);
  const officer = at(await aWorker(db, 'aid-officer', tree.north), on.toISOString());
  await db.owner.query(`INSERT INTO service_site (id, kind, name, organisation_id) VALUES ($1, 'centre', '南区中心', $2)`, [
    newId(),
    tree.south,
  ]);
  const families = await Promise.all(['甲在册', '乙在册', '丙在册'].map((name) => aPerson(clerk, { name, notSameAs: [] })));
  const places = [tree.north, tree.north, tree.northTown];
  for (const [i, personId] of families.entries())
    await onFile(db, { personId, organisationId: places[i]!, filedOn: i === 1 ? '2024-01-05' : '2026-10-20', by: clerk.actor.id });
  await paid(families[0]!, tree.north, '2026-11-01');
  await paid(families[1]!, tree.north, '2025-02-01');
  const [closed] = [await unpaid(clerk, '丁线索'), await unpaid(clerk, '戊线索'), await unpaid(clerk, '己线索')];
  await look(db);
  await closeCandidate(officer, {
    candidateId: await candidateOf(db, closed.personId),
    version: 1,
    closing: 'government-aid',
    governmentAid: 'subsistence',
  });
});
afterAll(() => db.close());

const rowOf = async (work: Work, organisationId: string) =>
  (await getCoverage(work, {})).rows.find((row) => row.organisationId === organisationId)!;

/** Parsing drops what the contract does not name: whatever is gone afterwards had no business to leave the server. */
it('answers what the contract says, and nothing else', async () => {
  const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM hardship_candidate ORDER BY status, id`);
  const answers: [z.ZodType, unknown][] = [
    [CandidatePage, await findCandidates(manager, { view: 'all', limit: 20, count: true })],
    [CandidateRecord, await getCandidate(manager, rows[0]!.id)],
    [CandidateRecord, await getCandidate(manager, rows.at(-1)!.id)],
    [OwnerChoices, await candidateOwners(manager, rows[0]!.id)],
    [HardshipCoverage, await getCoverage(manager, {})],
    [CoverageRows, await findCoverageRows(manager, { figure: 'on-file', limit: 20 })],
    [CoverageRows, await findCoverageRows(manager, { figure: 'closed-government-aid', limit: 20 })],
  ];
  for (const [schema, answer] of answers) {
    const sent: unknown = JSON.parse(JSON.stringify(answer));
    expect(schema.parse(sent)).toEqual(sent);
  }
});

describe('the coverage board', () => {
  it('counts each centre with what is below it, and adds up', async () => {
    const { rows, total } = await getCoverage(manager, {});
    expect(rows.map(({ organisationId, own }) => [organisationId, own])).toEqual([
      [tree.city, true],
      [tree.north, false],
      [tree.south, false],
    ]);
    const { figures } = await rowOf(manager, tree.north);
    expect(figures).toMatchObject({
      'on-file': 3,
      helped: 1,
      'never-helped': 1,
      'review-overdue': 1,
      'closed-government-aid': 1,
      'closed-filed': 0,
    });
    expect(figures.open, 'two without wages, and the file of 2024 unchanged').toBe(3);
    expect(figures.overdue, 'by 20 December those of 10 December, not yet that of 20 December').toBe(2);
    for (const figure of coverageFigureCodes) expect(total[figure]).toBe(rows.reduce((sum, row) => sum + row.figures[figure]!, 0));
  });

  it('opens into towns', async () => {
    const { rows } = await getCoverage(manager, { organisationId: tree.north });
    expect(rows.map(({ organisationId, own, figures }) => [organisationId, own, figures['on-file']])).toEqual([
      [tree.north, true, 2],
      [tree.northTown, false, 1],
    ]);
  });

  it('opens every number: exactly so many rows, names masked', async () => {
    const board = await getCoverage(manager, {});
    for (const { organisationId, own, figures } of board.rows)
      for (const [figure, value] of Object.entries(figures) as [CoverageFigure, number][]) {
        const page = await findCoverageRows(manager, { figure, organisationId, own, limit: 50, count: true });
        expect([figure, page.items.length, page.total]).toEqual([figure, value, value]);
        expect(page.items.every(({ name }) => name === null || name.includes('*'))).toBe(true);
      }
  });

  it('leaves out what the reader may not know, rather than to call families unhelped', async () => {
    const clerk = at(await aWorker(db, 'window-clerk', tree.north), on.toISOString());
    const { rows, organisationId } = await getCoverage(clerk, {});
    expect(organisationId).toBe(tree.north);
    expect(rows[0]!.figures).toMatchObject({ 'on-file': 2 });
    expect(Object.keys(rows[0]!.figures)).not.toContain('never-helped');
    await expect(findCoverageRows(clerk, { figure: 'never-helped', organisationId, limit: 20 })).rejects.toEqual(
      expect.objectContaining({ code: 'access.not-permitted' }),
    );
  });
});
