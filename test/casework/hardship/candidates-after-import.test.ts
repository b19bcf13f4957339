import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCandidateAttempt } from '#casework/hardship/candidates/log-candidate-attempt';
import type { Work } from '#casework/work';
import { asksForHelp, candidateOf, look } from '../../support/a-candidate.js';
import { aLedger } from '../../support/a-workbook.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { idOf, refusalOf, reverse, takeIn } from '../../support/ledgers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
let officer: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'statistician', tree.city);
  officer = await aWorker(db, 'aid-officer', tree.city);
});
afterAll(() => db.close());

/** Somebody on file since 2012 in whose file nobody has written: the finder's business in the first night. */
async function anOldFile(n: number): Promise<{ importId: string; personId: string }> {
  const header = ['姓名', '身份证号', '困难类别', '建档日期', '所属区(市)'];
  const { id } = await takeIn(city, await aLedger('登记表', [header, ['老档案', idOf(n), '困难职工', '2012-05-01', '昆山市']]));
  await look(db);
  const { rows } = await db.owner.query<{ holder_id: string }>(
    `SELECT f.holder_id FROM hardship_file f JOIN import_row r ON r.record_id = f.id WHERE r.import_id = $1`,
    [id],
  );
  return { importId: id, personId: rows[0]!.holder_id };
}
const left = async (personId: string) =>
  (
    await db.owner.query<{ reasons: { rule: string }[]; person: boolean }>(
      `SELECT c.reasons, true AS person FROM hardship_candidate c WHERE c.person_id = $1`,
      [personId],
    )
  ).rows;
const isThere = async (personId: string) => (await db.owner.query(`SELECT FROM person WHERE id = $1`, [personId])).rowCount === 1;

describe('an import that is taken back', () => {
  it('takes along what the finder alone has made of it, and the person', async () => {
    const { importId, personId } = await anOldFile(601);
    expect(await left(personId)).toHaveLength(1);
    await reverse(city, importId);
    expect(await left(personId)).toEqual([]);
    expect(await isThere(personId)).toBe(false);
    expect((await db.owner.query(`SELECT FROM activity WHERE noun = 'candidate' AND person_id = $1`, [personId])).rowCount).toBe(0);
  });

  it('leaves a candidate that has another reason, with that one', async () => {
    const { importId, personId } = await anOldFile(602);
    await db.owner.query(`UPDATE hardship_file SET status = 'withdrawn', filed_on = NULL WHERE holder_id = $1`, [personId]);
    await asksForHelp(await aWorker(db, 'window-clerk', tree.city), personId);
    await look(db);
    await db.owner.query(`UPDATE hardship_file SET status = 'active', filed_on = '2012-05-01' WHERE holder_id = $1`, [personId]);
    expect((await left(personId))[0]!.reasons).toHaveLength(3);
    await reverse(city, importId);
    expect((await left(personId)).map(({ reasons }) => reasons.map(({ rule }) => rule))).toEqual([['petition-for-help']]);
  });

  it('is not taken back once somebody has worked on what rests on it', async () => {
    const { importId, personId } = await anOldFile(603);
    await logCandidateAttempt(officer, { candidateId: await candidateOf(db, personId), version: 1, form: 'call', result: 'considers' });
    expect(await refusalOf(reverse(city, importId))).toBe('imports.touched-since');
    expect(await left(personId)).toHaveLength(1);
  });
});
