import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { checkWorksheet } from '#casework/hardship/worksheet/check-worksheet';
import { dropWorksheet } from '#casework/hardship/worksheet/drop-worksheet';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import type { KeptLine } from '#casework/hardship/worksheet/kept-worksheet';
import { saveWorksheet } from '#casework/hardship/worksheet/save-worksheet';
import { signWorksheet } from '#casework/hardship/worksheet/sign-worksheet';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import type { Work } from '#casework/work';
import { fen } from '#rules/shared/money';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aDraft, anAidOffice, as, type AidOffice } from '../../support/a-case-of-hardship.js';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: AidOffice;
let clerk: Work;
let officer: Work;
let south: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await anAidOffice(db, tree.north);
  ({ clerk, officer } = office);
  south = await aWorker(db, 'aid-officer', tree.south);
});
afterAll(() => db.close());

const read = (fileId: string, work = clerk) => getHardshipFile(work, fileId);
const wages = (memberId: string, over: Partial<KeptLine> = {}): KeptLine =>
  ({
    id: newId(),
    memberId,
    side: 'income',
    kind: 'wages',
    amountFen: fen(300_000),
    frequency: 'monthly',
    voucherId: '工资流水1',
    note: '基本工资',
    ...over,
  }) as KeptLine;

async function started(): Promise<{ fileId: string; worksheetId: string; memberId: string }> {
  const fileId = await aDraft(office);
  const worksheetId = await startWorksheet(clerk, { fileId });
  return { fileId, worksheetId, memberId: (await read(fileId)).members[0]!.id };
}
async function signed(lines?: (memberId: string) => KeptLine[]) {
  const sheet = await started();
  await saveWorksheet(clerk, { ...sheet, version: 1, lines: lines?.(sheet.memberId) ?? [wages(sheet.memberId)] });
  await signWorksheet(clerk, { ...sheet, version: 2, signedBy: '单雄信' });
  return sheet;
}

describe('a worksheet', () => {
  it('is worked on by nobody of another district, and checked by nobody who only takes down', async () => {
    const sheet = { ...(await started()), version: 1 };
    await expect(startWorksheet(south, sheet)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(saveWorksheet(south, { ...sheet, lines: [] })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(signWorksheet(south, { ...sheet, signedBy: '单雄信' })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(checkWorksheet(south, sheet)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(dropWorksheet(south, { ...sheet, reason: '无' })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(checkWorksheet(clerk, sheet)).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(saveWorksheet(office.reviewer, { ...sheet, lines: [] })).rejects.toMatchObject({ code: 'access.not-permitted' });
    // The sheet of one file is not found under another.
    const other = await aDraft(office);
    await expect(saveWorksheet(clerk, { ...sheet, fileId: other, lines: [] })).rejects.toMatchObject({ code: 'data.not-found' });
  });

  it('begins for everybody of the household and the twelve months before, one at a time', async () => {
    const { fileId, worksheetId, memberId } = await started();
    expect((await read(fileId)).worksheets).toMatchObject([
      {
        id: worksheetId,
        number: 1,
        status: 'draft',
        periodFrom: '2025-11-01',
        periodTo: '2026-10-31',
        sheet: { memberIds: [memberId], lines: [] },
        householdChanged: false,
      },
    ]);
    await expect(startWorksheet(clerk, { fileId })).rejects.toMatchObject({ code: 'hardship.worksheet-in-work' });
  });

  it('is reckoned by the rules and kept sealed', async () => {
    const { fileId, worksheetId, memberId } = await started();
    const medical = {
      ...wages(memberId),
      side: 'outlay',
      kind: 'medical',
      amountFen: fen(840_000),
      frequency: 'yearly',
      voucherId: null,
    } as KeptLine;
    await saveWorksheet(clerk, { fileId, worksheetId, version: 1, lines: [wages(memberId), medical] });
    const [sheet] = (await read(fileId)).worksheets;
    expect(sheet).toMatchObject({
      version: 2,
      totals: {
        persons: 1,
        incomeYearFen: 3_600_000,
        outlayYearFen: 840_000,
        netPerCapitaMonthFen: 230_000,
        missingVouchers: [medical.id],
      },
    });
    expect(sheet!.sheet!.lines[0]).toMatchObject({ note: '基本工资', voucherId: '工资流水1' });
    const kept = await db.owner.query('SELECT w.*, w.sheet_cipher::text FROM hardship_worksheet w WHERE id = $1', [worksheetId]);
    expect(JSON.stringify(kept.rows)).not.toMatch(/300000|840000|基本工资|wages/);
    // Somebody was quicker.
    await expect(saveWorksheet(clerk, { fileId, worksheetId, version: 1, lines: [] })).rejects.toMatchObject({
      code: 'data.changed-meanwhile',
    });
  });

  it.each([
    ['a stranger', { memberId: newId() }, 'hardship.worksheet-stranger'],
    ['a kind of the other side', { kind: 'medical' }, 'hardship.worksheet-kind'],
    ['less than nothing', { amountFen: -1 }, 'hardship.worksheet-amount'],
    ['thirteen months', { months: 13 }, 'hardship.worksheet-months'],
  ] as [string, Partial<KeptLine>, string][])('takes no line of %s', async (_, over, code) => {
    const { fileId, worksheetId, memberId } = await started();
    const saving = saveWorksheet(clerk, { fileId, worksheetId, version: 1, lines: [wages(memberId, over)] });
    await expect(saving).rejects.toMatchObject({ code });
  });

  it('covers no month that is still to come', async () => {
    const { fileId, worksheetId } = await started();
    const periodFrom = plainDate('2025-12-01');
    await expect(saveWorksheet(clerk, { fileId, worksheetId, version: 1, periodFrom, lines: [] })).rejects.toMatchObject({
      code: 'hardship.worksheet-period',
    });
  });

  it('is not touched once it is signed, and is checked by another than who reckoned', async () => {
    const sheet = await started();
    // The officer reckons a line and the clerk goes on: neither of them checks.
    await saveWorksheet(officer, { ...sheet, version: 1, lines: [wages(sheet.memberId)] });
    await saveWorksheet(clerk, { ...sheet, version: 2, lines: [wages(sheet.memberId)] });
    await expect(checkWorksheet(officer, { ...sheet, version: 3 })).rejects.toMatchObject({ code: 'hardship.worksheet-not-signed' });
    await signWorksheet(clerk, { ...sheet, version: 3, signedBy: '单雄信' });
    await expect(saveWorksheet(clerk, { ...sheet, version: 4, lines: [] })).rejects.toMatchObject({ code: 'hardship.worksheet-not-draft' });
    await expect(checkWorksheet(officer, { ...sheet, version: 4 })).rejects.toMatchObject({ code: 'hardship.second-person-needed' });
    await checkWorksheet(office.reviewer, { ...sheet, version: 4 });
    const [shown] = (await read(sheet.fileId)).worksheets;
    expect(shown).toMatchObject({ status: 'checked', signedBy: '单*信', signedOn: '2026-11-20', checkedBy: office.reviewer.actor.id });
    await expect(dropWorksheet(clerk, { ...sheet, version: 5, reason: '有误' })).rejects.toMatchObject({
      code: 'hardship.worksheet-final',
    });
    await expect(signWorksheet(clerk, { ...sheet, version: 5, signedBy: '单雄信' })).rejects.toMatchObject({
      code: 'hardship.worksheet-final',
    });
  });

  it('is not checked with vouchers missing or shared, nor for a household that has changed', async () => {
    const missing = await signed((memberId) => [wages(memberId, { voucherId: null })]);
    await expect(checkWorksheet(officer, { ...missing, version: 3 })).rejects.toMatchObject({
      code: 'hardship.vouchers-missing',
      details: { count: 1 },
    });
    const shared = await signed((memberId) => [wages(memberId), wages(memberId)]);
    await expect(checkWorksheet(officer, { ...shared, version: 3 })).rejects.toMatchObject({ code: 'hardship.voucher-shared' });
    const sheet = await signed();
    const personId = await aKnownPerson(db.owner, tree.north);
    await addHouseholdMember(clerk, { ...(await as(office, sheet.fileId)), personId, relation: 'spouse' });
    await expect(checkWorksheet(officer, { ...sheet, version: 3 })).rejects.toMatchObject({ code: 'hardship.worksheet-household-changed' });
    expect((await read(sheet.fileId)).worksheets[0]).toMatchObject({ householdChanged: true });
  });

  it('that was dropped stays to be read; the next begins as its copy, of another year without its vouchers', async () => {
    const { fileId, worksheetId } = await signed();
    await dropWorksheet(clerk, { fileId, worksheetId, version: 3, reason: '漏填配偶收入' });
    await startWorksheet(clerk, { fileId });
    const [copy, dropped] = (await read(fileId)).worksheets;
    expect([copy!.number, copy!.status, dropped!.status]).toEqual([2, 'draft', 'dropped']);
    expect(copy!.sheet!.lines).toMatchObject([{ amountFen: 300_000, voucherId: '工资流水1' }]);
    expect(copy!.sheet!.lines[0]!.id).not.toBe(dropped!.sheet!.lines[0]!.id);
    await dropWorksheet(clerk, { fileId, worksheetId: copy!.id, version: 1, reason: '换年度' });
    await startWorksheet(clerk, { fileId, periodFrom: plainDate('2025-01-01') });
    expect((await read(fileId)).worksheets[0]).toMatchObject({
      periodFrom: '2025-01-01',
      periodTo: '2025-12-31',
      sheet: { lines: [{ amountFen: 300_000, voucherId: null }] },
    });
    expect((await read(fileId)).timeline.map(({ kind }) => kind)).toContain('hardship.worksheet-dropped');
  });

  it('is not begun while a decision rests on the last, nor shown to who only reads', async () => {
    const { id: frozen } = await aFile(db.owner, tree.north, { status: 'notice', filed_on: null });
    await expect(startWorksheet(clerk, { fileId: frozen })).rejects.toMatchObject({ code: 'hardship.part-closed' });
    const { fileId } = await signed();
    const seen = await read(fileId, await aWorker(db, 'archivist', tree.north));
    expect(seen.worksheets).toMatchObject([{ status: 'signed', sheet: null, totals: null }]);
    expect(JSON.stringify(seen)).not.toMatch(/300000|工资流水/);
  });
});
