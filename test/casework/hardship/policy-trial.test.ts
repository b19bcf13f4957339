import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftPolicy, type PolicyWish } from '#casework/hardship/policy/draft-policy';
import { findPolicyRows } from '#casework/hardship/policy/find-policy-rows';
import { getPolicy } from '#casework/hardship/policy/get-policy';
import { runTrial } from '#casework/hardship/policy/run-trial';
import { tryPolicy } from '#casework/hardship/policy/try-policy';
import { findPolicies } from '#casework/hardship/policy/find-policies';
import { listRules } from '#casework/hardship/eligibility/list-rules';
import { PolicyPage, PolicyRecord, PolicyRows, RuleList } from '#contract/policy';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';
import { aFamily, assess, familyOf } from './policy-families.js';

let db: TestDatabase;
let tree: Tree;
let [admin, approver, northReviewer, officer]: Work[] = [];
const files: Record<string, string> = {};
const YEAR = 12 * 120_800;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  admin = await aWorker(db, 'centre-admin', tree.city);
  approver = await aWorker(db, 'approver', tree.city);
  northReviewer = await aWorker(db, 'approver', tree.north);
  officer = await aWorker(db, 'aid-officer', tree.city);
  const { north, northTown, south } = tree;
  const laid = {
    deep: { net: 100_000, organisationId: north },
    out: { net: 200_000, organisationId: northTown },
    kept: { net: 150_000, organisationId: south },
    above: { net: 240_000, organisationId: south, over: { employment: 'employed' as const } },
    unknown: { net: 150_000, organisationId: south, over: { dwellings: undefined as never } },
    imported: { net: 0, organisationId: north, assessed: false },
    announced: { net: 200_000, organisationId: south, status: 'exit_notice' },
    applying: { net: 100_000, organisationId: north, status: 'submitted' },
    lifted: { net: 100_000, organisationId: north, status: 'lifted' },
    refused: { net: 290_000, organisationId: south, status: 'refused' },
    refusedFar: { net: 900_000, organisationId: south, status: 'refused' },
    refusedUnassessed: { net: 290_000, organisationId: south, status: 'refused', assessed: false },
  };
  for (const [name, family] of Object.entries(laid)) files[name] = await aFamily(db, officer, family);
});
afterAll(() => db.close());

// The threshold of 特困 is supplied on the way: without it nobody can be said to be outside.
const harsher: PolicyWish = {
  name: '相对困难收紧',
  reason: '测算用',
  validFrom: plainDate('2027-01-01'),
  changes: { kind: 'rule', ruleId: 'R3.2', thresholds: { 'relative-net': 150 }, instrument: null, article: null, says: null },
};
const running = { progress: () => Promise.resolve(), signal: new AbortController().signal };
const meant = async (draftId: string) => ({ draftId, version: (await getPolicy(admin!, draftId)).version });

async function asked(wish: PolicyWish): Promise<{ draftId: string; version: number }> {
  const { id } = await draftPolicy(admin!, wish);
  await tryPolicy(admin!, await meant(id));
  return meant(id);
}
const rowsOf = async (draftId: string) =>
  (
    await db.owner.query(
      `SELECT file_id, organisation_id, effect, class_before, class_after, cost_fen::int AS cost FROM policy_effect WHERE draft_id = $1 ORDER BY file_id`,
      [draftId],
    )
  ).rows as {
    file_id: string;
    effect: string;
    class_before: string | null;
    class_after: string | null;
    cost: number;
  }[];
const effectOf = (rows: Awaited<ReturnType<typeof rowsOf>>, name: string) => rows.find((row) => row.file_id === files[name])?.effect;

/** The rule with the threshold of 特困 supplied, as if it had been published long ago. */
async function withSevere(): Promise<void> {
  await db.owner.query(`
    INSERT INTO eligibility_rule (id, code, version, valid_from, unverified, body)
    SELECT 'R3.3', 'R3', 3, '2024-01-01', true, replace(replace(replace(body::text, '"version": 2', '"version": 3'), '"validFrom": "2022-01-01"', '"validFrom": "2024-01-01"'), '"threshold": null', '"threshold": 60')::jsonb
    FROM eligibility_rule WHERE id = 'R3.2' ON CONFLICT DO NOTHING`);
}

describe('a trial', () => {
  it('says that nothing can be said of who lies outside while a threshold is missing', async () => {
    const wish = await asked(harsher);
    await runTrial(admin!, wish, running);
    const rows = await rowsOf(wish.draftId);
    expect(effectOf(rows, 'out')).toBe('undecided');
    expect(effectOf(rows, 'deep')).toBe('same');
  });

  it('finds on every file what the rule would do, and nothing on who is neither on file nor refused', async () => {
    await withSevere();
    const wish = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    await runTrial(admin!, wish, running);
    const rows = await rowsOf(wish.draftId);
    expect(Object.fromEntries(Object.keys(files).map((name) => [name, effectOf(rows, name)]))).toEqual({
      deep: 'same',
      out: 'leaves',
      kept: 'same',
      above: 'leaves',
      unknown: 'undecided',
      imported: 'unassessed',
      announced: 'leaves',
      applying: undefined,
      lifted: undefined,
      refused: undefined,
      refusedFar: undefined,
      refusedUnassessed: undefined,
    });
    // In post and within 3.5 times the standard: a class that opens no file is no place to stay.
    expect(rows.find((row) => row.file_id === files['above'])).toMatchObject({
      class_before: 'relative',
      class_after: 'temporary',
      cost: -YEAR,
    });
    const { found, trial, status } = await getPolicy(approver!, wish.draftId);
    expect(status).toBe('tried');
    expect(trial).toMatchObject({ on: '2027-01-01', done: 9, total: 9, applicants: 2 });
    expect(found).toMatchObject({
      files: 7,
      costFen: -3 * YEAR,
      enteringApplicants: 0,
      standard: { beforeFen: 120_800, afterFen: 120_800 },
    });
    expect(found!.effects.find(({ effect }) => effect === 'leaves')).toEqual({ effect: 'leaves', files: 3, costFen: -3 * YEAR });
    // Every number is the number of its rows.
    for (const { effect, files: number, costFen } of found!.effects) {
      const behind = rows.filter((row) => row.effect === effect);
      expect([behind.length, behind.reduce((sum, row) => sum + row.cost, 0)]).toEqual([number, costFen]);
    }
  });

  it('counts the refused who would enter, by their last assessment', async () => {
    const wish = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3', thresholds: { 'relative-net': 250 } } as never });
    await runTrial(admin!, wish, running);
    const rows = await rowsOf(wish.draftId);
    expect(effectOf(rows, 'refused')).toBe('enters');
    expect((await getPolicy(admin!, wish.draftId)).found).toMatchObject({ enteringApplicants: 1, costFen: YEAR, files: 7 });
    await assess(db, officer!, files['refused']!, tree.south, familyOf({ net: 310_000 }), '2026-05-01T02:00:00Z');
    const again = await asked({
      ...harsher,
      changes: { ...harsher.changes, ruleId: 'R3.3', thresholds: { 'relative-net': 250 } } as never,
    });
    await runTrial(admin!, again, running);
    expect(effectOf(await rowsOf(again.draftId), 'refused')).toBeUndefined();
  });

  it('of a standard costs the difference for everybody who stays', async () => {
    const wish = await asked({
      ...harsher,
      changes: { kind: 'standard', division: '320500', amountFen: 125_000, source: '测算' },
      capPercent: 50,
    });
    await runTrial(admin!, wish, running);
    const { found } = await getPolicy(admin!, wish.draftId);
    expect(found).toMatchObject({
      terms: { months: 12, capPercent: 50 },
      standard: { beforeFen: 120_800, afterFen: 125_000 },
      costFen: 5 * 6 * 4_200,
    });
  });
});

describe('a trial that is interrupted', () => {
  it('is taken up where it stopped, by another worker, with the same result', async () => {
    const whole = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    await runTrial(admin!, whole, running);
    const cut = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    let pages = 0;
    const dies = { ...running, progress: () => (++pages === 2 ? Promise.reject(new Error('killed')) : Promise.resolve()) };
    await expect(runTrial(admin!, cut, dies, 2)).rejects.toThrow('killed');
    expect(await getPolicy(admin!, cut.draftId)).toMatchObject({ status: 'trying', trial: { done: 4 } });
    expect((await getPolicy(admin!, cut.draftId)).trial!.error).toContain('自动接着测算');
    await runTrial(admin!, cut, running, 2);
    expect(await rowsOf(cut.draftId)).toEqual(await rowsOf(whole.draftId));
    const found = async (id: string) => ({ ...(await getPolicy(admin!, id)).found, triedAt: '' });
    expect(await found(cut.draftId)).toEqual(await found(whole.draftId));
    // The bell rings once more: nothing happens.
    await runTrial(admin!, cut, running, 2);
    expect(await getPolicy(admin!, cut.draftId)).toMatchObject({ status: 'tried', version: cut.version + 1 });
  });

  it('leaves off when two workers have it, or a newer trial was asked for', async () => {
    const wish = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    await Promise.all([runTrial(admin!, wish, running, 1), runTrial(admin!, wish, running, 1)]);
    expect(await getPolicy(admin!, wish.draftId)).toMatchObject({ status: 'tried', trial: { done: 9 } });
    await tryPolicy(admin!, await meant(wish.draftId));
    const newer = await meant(wish.draftId);
    await runTrial(admin!, wish, running, 1);
    expect(await getPolicy(admin!, wish.draftId)).toMatchObject({ status: 'trying', trial: { done: 0 } });
    await runTrial(admin!, newer, running, 1);
    expect(await getPolicy(admin!, wish.draftId)).toMatchObject({ status: 'tried', found: { files: 7 } });
  });

  it('is refused once a rule was published on the way', async () => {
    const wish = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    await db.owner.query(
      `INSERT INTO subsistence_standard (id, division, valid_from, version, amount_fen, evidence, unverified, source) VALUES ('320583.2030-01-01.1', '320583', '2030-01-01', 1, 1, 'x', false, 'x')`,
    );
    await expect(runTrial(admin!, wish, running)).rejects.toMatchObject({ code: 'policy.rules-changed' });
    await db.owner.query(`DELETE FROM subsistence_standard WHERE id = '320583.2030-01-01.1'`);
  });
});

describe('the rows behind a number', () => {
  it('are those within reach, with masked names; the others are only counted', async () => {
    const wish = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    await expect(findPolicyRows(admin!, { draftId: wish.draftId, limit: 20 })).rejects.toMatchObject({ code: 'policy.not-tried' });
    await runTrial(admin!, wish, running);
    const search = { draftId: wish.draftId, effect: 'leaves' as const, limit: 2 };
    // Who drafts rules sees no family; who is of another place sees no draft of the city.
    expect(await findPolicyRows(admin!, search)).toMatchObject({ items: [], total: 0, hidden: 3 });
    await expect(findPolicyRows(officer!, search)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(findPolicyRows(northReviewer!, search)).rejects.toMatchObject({ code: 'data.not-found' });
    const first = await findPolicyRows(approver!, search);
    expect(first).toMatchObject({ total: 3, hidden: 0 });
    const rest = await findPolicyRows(approver!, { ...search, cursor: first.nextCursor! });
    expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual([files['out'], files['above'], files['announced']].sort());
    expect(first.items[0]!.holderName).toBe('单*信');
    const lost = await findPolicyRows(approver!, { ...search, before: 'relative', after: 'none' });
    expect(lost.total).toBe(2);
  });
});

describe('what is answered', () => {
  it('is what the contract says, and nothing else', async () => {
    const wish = await asked({ ...harsher, changes: { ...harsher.changes, ruleId: 'R3.3' } as never });
    await runTrial(admin!, wish, running);
    for (const [schema, answer] of [
      [RuleList, await listRules(officer!)],
      [PolicyPage, await findPolicies(approver!, { limit: 20 })],
      [PolicyRecord, await getPolicy(approver!, wish.draftId)],
      [PolicyRows, await findPolicyRows(approver!, { draftId: wish.draftId, limit: 20 })],
    ] as const) {
      const sent: unknown = JSON.parse(JSON.stringify(answer));
      expect(schema.parse(sent)).toEqual(sent);
    }
  });
});
