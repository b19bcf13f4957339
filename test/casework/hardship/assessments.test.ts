import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeToOverride } from '#casework/hardship/eligibility/agree-to-override';
import { askOverride } from '#casework/hardship/eligibility/ask-override';
import { assessFile } from '#casework/hardship/eligibility/assess-file';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { getAssessment } from '#casework/hardship/eligibility/get-assessment';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { previewAssessment } from '#casework/hardship/eligibility/preview-assessment';
import type { Work } from '#casework/work';
import { fen } from '#rules/shared/money';
import { newId } from '#runtime/ids';
import { aDraft, anAidOffice, as, onDay, reckon, type AidOffice } from '../../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: AidOffice;
let clerk: Work;
let officer: Work;
let approver: Work;
let south: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await anAidOffice(db, tree.north);
  ({ clerk, officer, approver } = office);
  south = await aWorker(db, 'aid-officer', tree.south);
});
afterAll(() => db.close());

const rows = async (fileId: string): Promise<number> =>
  Number((await db.owner.query<{ n: string }>('SELECT count(*) AS n FROM hardship_assessment WHERE file_id = $1', [fileId])).rows[0]!.n);

describe('the live verdict', () => {
  it('is told to nobody of another district and to nobody who only reads', async () => {
    const fileId = await aDraft(office);
    await expect(previewAssessment(south, { fileId })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(previewAssessment(await aWorker(db, 'archivist', tree.north), { fileId })).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
  });

  it('follows what is typed and keeps nothing', async () => {
    const fileId = await aDraft(office);
    const { id: memberId } = (await getHardshipFile(clerk, fileId)).members[0]!;
    const wages = (yuan: number) => [
      { id: newId(), memberId, side: 'income', kind: 'wages', amountFen: fen(yuan * 100), frequency: 'monthly', voucherId: null } as const,
    ];
    // Without a worksheet the income is not known, and nothing is guessed.
    const empty = await previewAssessment(clerk, { fileId });
    expect(empty).toMatchObject({ totals: null, assessed: { verdict: 'undecided', proposed: null } });
    expect(empty.assessed.missing).toContainEqual(expect.objectContaining({ kind: 'input', input: 'income' }));
    const deep = await previewAssessment(clerk, { fileId, lines: wages(1207.99) });
    expect(deep).toMatchObject({
      totals: { incomePerCapitaMonthFen: 120_799 },
      assessed: { verdict: 'eligible', proposed: 'deep', ruleId: 'R3.2', standardId: '320500.2025-10-01.1', receivedOn: '2026-11-20' },
      by: { rule: { id: 'R3.2' }, standard: { amountFen: 120_800 } },
    });
    expect(deep.by.sources.length).toBeGreaterThan(0);
    expect((await previewAssessment(clerk, { fileId, lines: wages(1208) })).assessed.proposed).toBe('relative');
    expect((await previewAssessment(clerk, { fileId, lines: wages(900), household: { dwellings: 2 } })).assessed.verdict).toBe(
      'not-eligible',
    );
    expect((await previewAssessment(clerk, { fileId, lines: wages(900), household: { dwellings: null } })).assessed.verdict).toBe(
      'undecided',
    );
    await expect(previewAssessment(clerk, { fileId, lines: [{ ...wages(1)[0]!, memberId: newId() }] })).rejects.toMatchObject({
      code: 'hardship.worksheet-stranger',
    });
    expect(await rows(fileId)).toBe(0);
  });
});

describe('an assessment', () => {
  it('is made by nobody of another district nor by who only takes down, and not without a checked worksheet', async () => {
    const fileId = await aDraft(office);
    await expect(assessFile(south, { fileId })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(assessFile(clerk, { fileId })).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(assessFile(officer, { fileId })).rejects.toMatchObject({ code: 'hardship.worksheet-missing' });
  });

  it('is kept with its rule, its standard and its reasons, the household sealed', async () => {
    const fileId = await aDraft(office);
    const id = await reckon(office, fileId, 'relative');
    const file = await getHardshipFile(clerk, fileId);
    expect(file.assessments).toMatchObject([
      { id, ruleId: 'R3.2', standardId: '320500.2025-10-01.1', verdict: 'eligible', proposed: 'relative', override: null },
    ]);
    const deep = file.assessment!.assessed.classes.find(({ hardshipClass }) => hardshipClass === 'deep')!;
    expect(deep.alternatives[0]!.criteria[0]).toMatchObject({ verdict: 'not-met', value: 200_000, threshold: 120_800, gap: 79_200 });
    expect(deep.ways.map(({ words }) => words.zh)).toContain('家庭年可支配收入减少9,504.07元（至14,495.93元）');
    const kept = await db.owner.query('SELECT a.*, a.household_cipher::text FROM hardship_assessment a WHERE id = $1', [id]);
    expect(JSON.stringify(kept.rows)).not.toMatch(/2400000|200000|dwellings/);
    expect((await getHardshipFile(await aWorker(db, 'archivist', tree.north), fileId)).assessment).toBeNull();
    await expect(getAssessment(south, { fileId, assessmentId: id })).rejects.toMatchObject({ code: 'data.not-found' });
  });

  it('reads years later as it read then, whatever rule and standard hold by then', async () => {
    const fileId = await aDraft(office);
    const id = await reckon(office, fileId, 'deep');
    const then = await getAssessment(clerk, { fileId, assessmentId: id });
    const { rows: before } = await db.owner.query<{ body: object }>(`SELECT body FROM eligibility_rule WHERE id = 'R3.2'`);
    const by = [clerk.actor.id, officer.actor.id];
    const stricter = { ...before[0]!.body, version: 3, validFrom: '2027-01-01', exclusions: [] };
    await db.owner.query(
      `INSERT INTO eligibility_rule (id, code, version, valid_from, unverified, body, made_by, agreed_by) VALUES ('R3.3', 'R3', 3, '2027-01-01', true, $1, $2, $3)`,
      [JSON.stringify(stricter), ...by],
    );
    await db.owner.query(
      `INSERT INTO subsistence_standard (id, division, valid_from, version, amount_fen, evidence, unverified, source, made_by, agreed_by)
       VALUES ('320500.2027-01-01.1', '320500', '2027-01-01', 1, 80000, 'T', false, '文件', $1, $2)`,
      by,
    );
    const later = onDay(office, '2027-03-01');
    expect(await getAssessment(later.clerk, { fileId, assessmentId: id })).toEqual(then);
    expect((await previewAssessment(later.clerk, { fileId })).assessed).toMatchObject({
      ruleId: 'R3.3',
      standardId: '320500.2027-01-01.1',
      proposed: 'relative',
    });
    // One that was received before is still judged by the rule of its day, under today's standard.
    await db.owner.query(`UPDATE hardship_file SET received_on = '2026-11-20' WHERE id = $1`, [fileId]);
    expect((await previewAssessment(later.clerk, { fileId })).assessed).toMatchObject({
      ruleId: 'R3.2',
      standardId: '320500.2027-01-01.1',
    });
    await db.owner.query(`DELETE FROM eligibility_rule WHERE id = 'R3.3'`);
    await db.owner.query(`DELETE FROM subsistence_standard WHERE id = '320500.2027-01-01.1'`);
  });
});

describe('deciding otherwise', () => {
  const reason = '配偶突发重病，凭证待补，经入户核实';

  it('is asked and agreed to by nobody of another district, nor by who may not', async () => {
    const fileId = await aDraft(office);
    const assessment = { fileId, assessmentId: await reckon(office, fileId, 'relative'), version: 1 };
    await expect(askOverride(south, { ...assessment, wanted: 'deep', reason })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(askOverride(clerk, { ...assessment, wanted: 'deep', reason })).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(agreeToOverride(approver, assessment)).rejects.toMatchObject({ code: 'hardship.override-missing' });
    await askOverride(officer, { ...assessment, wanted: 'deep', reason });
    await expect(agreeToOverride(office.reviewer, { ...assessment, version: 2 })).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(agreeToOverride(approver, assessment)).rejects.toMatchObject({ code: 'data.changed-meanwhile' });
  });

  it.each([
    ['the class that is proposed', { wanted: 'relative' }, 'hardship.override-nothing'],
    ['a class that the rule has not', { wanted: 'ordinary' }, 'hardship.override-class'],
    ['no good reason', { reason: '特批' }, 'hardship.override-reason-missing'],
  ] as const)('needs more than %s', async (_, over, code) => {
    const fileId = await aDraft(office);
    const assessmentId = await reckon(office, fileId, 'relative');
    await expect(askOverride(officer, { fileId, assessmentId, version: 1, wanted: 'deep', reason, ...over })).rejects.toMatchObject({
      code,
    });
  });

  it('is done by two, and over once the household is assessed again', async () => {
    const fileId = await aDraft(office);
    const first = await reckon(office, fileId, 'relative');
    const both = await aWorker(db, 'approver', tree.north);
    await askOverride(officer, { fileId, assessmentId: first, version: 1, wanted: 'deep', reason });
    const { actions } = (await getHardshipFile(approver, fileId)).assessments[0]!;
    expect(actions).toContainEqual({ name: 'agreeToOverride', allowed: true });
    await agreeToOverride(approver, { fileId, assessmentId: first, version: 2 });
    expect((await getHardshipFile(clerk, fileId)).assessments[0]).toMatchObject({
      proposed: 'relative',
      override: { wanted: 'deep', reason, askedBy: officer.actor.id, agreedBy: approver.actor.id },
    });
    await expect(agreeToOverride(both, { fileId, assessmentId: first, version: 3 })).rejects.toMatchObject({
      code: 'hardship.override-agreed',
    });
    const again = onDay(office, '2026-11-23');
    const second = await assessFile(again.officer, { fileId });
    await expect(askOverride(officer, { fileId, assessmentId: first, version: 3, wanted: null, reason })).rejects.toMatchObject({
      code: 'hardship.assessment-old',
    });
    expect((await getHardshipFile(clerk, fileId)).assessments.map(({ id, override }) => [id, override?.wanted ?? null])).toEqual([
      [second, null],
      [first, 'deep'],
    ]);
  });

  it('is agreed to by no one in both parts', async () => {
    const fileId = await aDraft(office);
    const assessmentId = await reckon(office, fileId, 'relative');
    const person = office.officer.actor.id;
    await db.owner.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, 'approver', $3, '2000-01-01', $2)`,
      [newId(), person, tree.north],
    );
    const { rightsOf } = await import('#casework/access/rights-of');
    const two: Work = { ...officer, actor: { ...officer.actor, rights: await rightsOf(db.data, person) } };
    await askOverride(two, { fileId, assessmentId, version: 1, wanted: 'deep', reason });
    await expect(agreeToOverride(two, { fileId, assessmentId, version: 2 })).rejects.toMatchObject({
      code: 'hardship.second-person-needed',
    });
    const action = (await getHardshipFile(two, fileId)).assessments[0]!.actions.find(({ name }) => name === 'agreeToOverride')!;
    expect(action).toMatchObject({ allowed: false, zh: expect.stringContaining('另一人') });
  });

  it('rests on the household as it was assessed', async () => {
    const fileId = await aDraft(office);
    await reckon(office, fileId, 'deep');
    const { assessmentThatHolds } = await import('#casework/hardship/application/facts-of-file');
    const { lockFile } = await import('#casework/hardship/move-file');
    const holds = () =>
      db.data.inTransaction(clerk.actor, clerk.now, async (tx) => assessmentThatHolds(tx, clerk, await lockFile(tx, clerk, fileId)));
    await expect(holds()).resolves.toMatchObject({ proposed: 'deep' });
    await changeFileForm(clerk, { ...(await as(office, fileId)), household: { dwellings: 2 } });
    await expect(holds()).rejects.toMatchObject({ code: 'hardship.assessment-outdated' });
    await changeFileForm(clerk, { ...(await as(office, fileId)), household: { dwellings: 1 } });
    await expect(holds()).resolves.toMatchObject({ proposed: 'deep' });
  });
});
