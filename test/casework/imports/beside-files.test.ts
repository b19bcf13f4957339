import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getImport } from '#casework/imports/find-imports';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { findHardshipFiles } from '#casework/hardship/find-hardship-files';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import type { Work } from '#casework/work';
import { aLedger, type CellOfTest } from '../../support/a-workbook.js';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { idOf, refusalOf, reverse, rowsIn, takeIn } from '../../support/ledgers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'statistician', tree.city);
}, 120_000);
afterAll(() => db.close());

const rows = (text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => rowsIn(db, text, ...values);
const HEADS = ['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)', '家庭人口', '致困原因'];
const heads = (...lines: CellOfTest[][]): Promise<Buffer> => aLedger('登记表', [HEADS, ...lines]);
const head = (n: number, kind = '特困职工'): CellOfTest[] => [`王人${n}`, idOf(n), kind, '2012-05-01', '姑苏区', 2, '残疾'];
const MEMBERS = ['户主身份证号', '成员姓名', '成员身份证号', '与户主关系', '出生日期'];
const members = (...lines: CellOfTest[][]): Promise<Buffer> => aLedger('家庭成员', [MEMBERS, ...lines]);
const member = (of: number, n: number): CellOfTest[] => [idOf(of), `王人${n}`, idOf(n), '配偶', undefined];

/** Somebody with a number, known to the district, as a window would have made it. */
async function numbered(n: number, organisationId = tree.north): Promise<string> {
  const id = await aKnownPerson(db.owner, organisationId, `王人${n}`);
  await db.owner.query(
    `UPDATE person SET id_type = 'resident', id_index = $2, id_cipher = $3, id_last4 = '0000', id_masked = '3205**', birth_date = '1980-01-01', sex = 'male' WHERE id = $1`,
    [id, db.secrets.index('id', idOf(n)), db.secrets.seal(idOf(n))],
  );
  return id;
}

describe('a ledger beside files that are there', () => {
  test('leaves out whoever sits in another household with a file, with the reason, and goes on with the rest', async () => {
    const spouse = await numbered(301);
    await aFile(db.owner, tree.south, { status: 'submitted', filed_on: null }, { members: [spouse] });
    const { id, total } = await takeIn(city, await heads(head(301), head(302)));
    expect(total).toMatchObject({ rowsIn: 2, created: 1, rejected: 1 });
    expect(await rows('SELECT r.outcome, r.findings FROM import_row r WHERE r.import_id = $1 ORDER BY r.row_number', id)).toMatchObject([
      { outcome: 'rejected', findings: [{ code: 'note.phone-missing' }, { code: 'row.on-file-elsewhere' }] },
      { outcome: 'created' },
    ]);
    expect((await getImport(city, { importId: id })).status).toBe('done');
  });

  test('meets who has an application or a file of their own as one that is there already', async () => {
    const clerk = await aWorker(db, 'window-clerk', tree.north);
    await draftHardshipFile(clerk, { holderId: await numbered(311), mainCause: 'other', otherCauses: [] });
    const { total } = await takeIn(city, await heads(head(311), head(312)));
    expect(total).toMatchObject({ created: 1, duplicate: 1, rejected: 0 });
  });

  test('puts nobody into two households: not one who has a file, not one whom two rows claim', async () => {
    await takeIn(city, await heads(head(321), head(322), head(323)));
    const first = await takeIn(city, await members(member(321, 323), member(321, 324), member(322, 324), member(322, 325)));
    expect(first.total).toMatchObject({ rowsIn: 4, created: 2, rejected: 2 });
    expect(
      await rows('SELECT r.outcome, r.findings FROM import_row r WHERE r.import_id = $1 ORDER BY r.row_number', first.id),
    ).toMatchObject([
      { outcome: 'rejected', findings: [{ code: 'row.on-file-elsewhere' }] },
      { outcome: 'created' },
      { outcome: 'rejected', findings: [{ code: 'row.on-file-elsewhere' }] },
      { outcome: 'created' },
    ]);
  });

  test('enters nobody again whom a window has entered in the same household', async () => {
    await takeIn(city, await heads(head(331)));
    const [file] = await rows(
      `SELECT f.household_id FROM hardship_file f JOIN person p ON p.id = f.holder_id WHERE p.id_index = $1`,
      db.secrets.index('id', idOf(331)),
    );
    const wife = await numbered(332);
    await db.owner.query(
      `INSERT INTO household_member (id, household_id, person_id, relation) VALUES (gen_random_uuid(), $1, $2, 'spouse')`,
      [file!['household_id'], wife],
    );
    const { total } = await takeIn(city, await members(member(331, 332), member(331, 333)));
    expect(total).toMatchObject({ created: 1, duplicate: 1 });
    expect(await rows('SELECT count(*)::int AS n FROM household_member WHERE household_id = $1', file!['household_id'])).toEqual([
      { n: 2 },
    ]);
  });

  test('corrects the class of a file that it brought, downwards too, and takes it back', async () => {
    await takeIn(city, await heads(head(341)));
    const file = async () =>
      (
        await rows(
          `SELECT f.hardship_class, f.filed_class FROM hardship_file f JOIN person p ON p.id = f.holder_id WHERE p.id_index = $1`,
          db.secrets.index('id', idOf(341)),
        )
      )[0];
    const corrected = await takeIn(city, await heads(head(341, '困难职工')));
    expect(corrected.total).toMatchObject({ updated: 1 });
    expect(await file()).toEqual({ hardship_class: 'ordinary', filed_class: 'ordinary' });
    await reverse(city, corrected.id);
    expect(await file()).toEqual({ hardship_class: 'severe', filed_class: 'severe' });
    // Decided since: it came on file as what it was, whatever a later ledger says of it.
    await takeIn(city, await heads(head(341, '困难职工')));
    await rows(`UPDATE hardship_file SET hardship_class = 'severe' WHERE hardship_class = 'ordinary' AND holder_name = $1`, '王人341');
    expect((await takeIn(city, await heads([...head(341).slice(0, 5), 3, '残疾']))).total).toMatchObject({ updated: 1 });
    expect(await file()).toEqual({ hardship_class: 'severe', filed_class: 'ordinary' });
  });

  test('names the head above the members: who works on the file finds the head among them', async () => {
    await takeIn(city, await heads(head(361)));
    await takeIn(city, await members(member(361, 362)));
    const officer = await aWorker(db, 'aid-officer', tree.north);
    const { items } = await findHardshipFiles(officer, { q: idOf(361), limit: 1 });
    const fileId = items[0]!.id;
    expect((await getHardshipFile(officer, fileId)).members).toHaveLength(1);
    await startWorksheet(officer, { fileId });
    const { members: listed, worksheets } = await getHardshipFile(officer, fileId);
    expect(listed.map(({ isHolder, relation }) => [isHolder, relation])).toEqual([
      [true, 'holder'],
      [false, '配偶'],
    ]);
    expect([...worksheets[0]!.sheet!.memberIds].sort()).toEqual(listed.map(({ id }) => id).sort());
  });

  test('corrects nothing that was decided or written here since', async () => {
    const { id } = await takeIn(city, await heads(head(351)));
    await db.owner.query(
      `UPDATE hardship_file SET remark_cipher = '\\x00', version = version + 1 WHERE id IN (SELECT record_id FROM import_row WHERE import_id = $1)`,
      [id],
    );
    const again = await takeIn(city, await heads(head(351, '困难职工')));
    expect(again.total).toMatchObject({ updated: 0, rejected: 1 });
    expect(await refusalOf(reverse(city, id))).toBe('imports.touched-since');
  });
});
