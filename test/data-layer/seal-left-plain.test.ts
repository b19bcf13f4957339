import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeCandidate } from '#casework/hardship/candidates/close-candidate';
import { getCandidate } from '#casework/hardship/candidates/get-candidate';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { askOverride } from '#casework/hardship/eligibility/ask-override';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { endPairing } from '#casework/hardship/pairings/go-on-with-pair';
import { pairFamily } from '#casework/hardship/pairings/pair-family';
import { personTimeline } from '#casework/people/person-timeline';
import type { Work } from '#casework/work';
import { rotateKeys } from '#data/rotate-keys';
import { leftPlain as all, sealLeftPlain } from '#data/seal-left-plain';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import * as on from '../support/a-case-of-hardship.js';
import { candidateOf, look, unpaid } from '../support/a-candidate.js';
import { aDatabase, masterKey, type TestDatabase } from '../support/database.js';
import { aTree, aWorker, type Tree } from '../support/people.js';

const { as, CALL, REVIEW } = on;
/** Those with a column of their own; the one without has a test of its own. */
const leftPlain = all.filter(({ columns }) => columns.every(([, , emptied]) => !emptied));
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;
let then: on.AidOffice;
let mine: Work;
let fileId: string;
let candidateId: string;
let otherNotes: unknown[];

/** A family of which something was said everywhere, by the front door. */
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
  then = on.onDay(office, REVIEW);
  fileId = await on.underReview(office, {}, 'relative');
  await changeFileForm(then.clerk, { ...(await as(office, fileId)), remark: '备注：尿毒症' });
  const { assessments } = await getHardshipFile(then.officer, fileId);
  const { id: assessmentId, version } = assessments[0]!;
  await askOverride(then.officer, { fileId, assessmentId, version, wanted: 'deep', reason: '改变：家中另有残疾人' });
  const said = { ...CALL, reason: '理由：残疾金已发', toldOn: plainDate(REVIEW), hardshipClass: 'relative' as const };
  await proposeLower(then.reviewer, { ...(await as(office, fileId)), ...said });
  const { id: pairingId } = await pairFamily(then.officer, { fileId, cadreName: '周宁' });
  await endPairing(then.officer, { pairingId, version: 1, reason: '结束：肝癌去世' });
  await db.owner.query(
    `INSERT INTO attachment (id, noun, subject_id, organisation_id, kind, file_name_cipher, media_type, size, hash, content_index, key_cipher, scan, added_by, added_by_name, added_at, removed_at, removed_by, removed_reason_cipher)
     VALUES ($1, 'hardship', $2, $3, 'other', $4, 'application/pdf', 1, '\\x00', '\\x01', $4, 'not-scanned', $5, 'x', now(), NULL, NULL, NULL),
            ($6, 'hardship', $2, $3, 'other', $4, 'application/pdf', 1, '\\x00', '\\x02', $4, 'not-scanned', $5, 'x', now(), now(), $5, $7)`,
    [newId(), fileId, tree.north, db.secrets.seal('诊断书.pdf'), office.officer.actor.id, newId(), db.secrets.seal('传错：他人病历')],
  );
  await db.owner.query(`UPDATE household_member SET income_cipher = $1`, [db.secrets.seal('123456')]);
  mine = await aWorker(db, 'aid-officer', tree.north);
  const { personId } = await unpaid(await aWorker(db, 'mediator', tree.north), '单小小');
  await look(db);
  candidateId = await candidateOf(db, personId);
  await closeCandidate(mine, { candidateId, version: 1, closing: 'helped', help: 'visited', note: '说明：不愿提及病情' });
  otherNotes = (await notesOfOthers()).rows;
});
afterAll(() => db.close());

const notesOfOthers = () =>
  db.owner.query(`SELECT id, note, note_cipher FROM activity WHERE noun NOT IN ('hardship', 'candidate') ORDER BY id`);

/** Everything that was said, as those read it who may. */
const read = async (): Promise<unknown> => {
  const file = await getHardshipFile(then.officer, fileId);
  const { remark, decisions, notices, pairings, attachments, assessments, timeline, version } = file;
  const person = await personTimeline(then.officer, file.holderId, { limit: 100 });
  const { closingNote, timeline: steps } = await getCandidate(mine, candidateId);
  return { remark, decisions, notices, pairings, attachments, assessments, timeline, version, person: person.items, closingNote, steps };
};

/** As a version before left it, and the migration just now: nothing sealed, the walls not valid yet. Answers how many texts stand plain. */
async function unseal(): Promise<number> {
  let texts = 0;
  await db.owner.query('ALTER TABLE hardship_decision DISABLE TRIGGER USER; ALTER TABLE hardship_file DISABLE TRIGGER USER');
  for (const { table, columns, where = 'true' } of leftPlain) {
    const { rows: wall } = await db.owner.query<{ is: string }>(
      `SELECT pg_get_constraintdef(oid) AS is FROM pg_constraint WHERE conrelid = $1::regclass AND conname = 'told_sealed'`,
      [table],
    );
    expect(wall).toHaveLength(table.startsWith('history') ? 0 : 1);
    await db.owner.query(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS told_sealed`);
    for (const [plain, sealed] of columns) {
      const { rows } = await db.owner.query<{ at: string; sealed: Buffer }>(
        `SELECT ctid::text AS at, ${sealed} AS sealed FROM ${table} WHERE ${sealed} IS NOT NULL AND ${where}`,
      );
      expect(rows.length, `${table}.${sealed}`).toBeGreaterThan(0);
      for (const row of rows) {
        const cast = plain === 'income_fen' ? '::bigint' : '';
        const text = db.secrets.open(row.sealed);
        await db.owner.query(`UPDATE ${table} SET ${plain} = $2${cast}, ${sealed} = NULL WHERE ctid = $1::tid`, [row.at, text]);
      }
      texts += rows.length;
    }
    if (wall[0]) await db.owner.query(`ALTER TABLE ${table} ADD CONSTRAINT told_sealed ${wall[0].is}`);
  }
  await db.owner.query('ALTER TABLE hardship_decision ENABLE TRIGGER USER; ALTER TABLE hardship_file ENABLE TRIGGER USER');
  return texts;
}

const standing = async (side: 0 | 1): Promise<number> => {
  let count = 0;
  for (const { table, columns, where = 'true' } of leftPlain)
    for (const column of columns)
      count += (await db.owner.query<{ n: number }>(`SELECT count(${column[side]})::int AS n FROM ${table} WHERE ${where}`)).rows[0]!.n;
  return count;
};

it('what a version before left plain is sealed, nothing of it is lost, and nothing else is touched', async () => {
  const before = await read();
  expect(JSON.stringify(before)).toMatch(/备注：尿毒症.*结束：肝癌去世.*诊断书.*说明：不愿提及病情/s);
  const texts = await unseal();
  expect([await standing(0), await standing(1)]).toEqual([texts, 0]);
  expect(await sealLeftPlain(db.url, masterKey())).toBeGreaterThan(10);
  // Sealing a row of the file keeps one more version of it, sealed too.
  expect(await standing(0)).toBe(0);
  expect(await standing(1)).toBeGreaterThanOrEqual(texts);
  expect(await read()).toEqual(before);
  expect((await notesOfOthers()).rows).toEqual(otherNotes);
  const { rows } = await db.owner.query<{ sealed: Buffer }>(`SELECT income_cipher AS sealed FROM household_member`);
  expect(new Set(rows.map((row) => db.secrets.open(row.sealed)))).toEqual(new Set(['123456']));
});

it('a second start finds nothing to do, and two at once seal it once', async () => {
  expect(await sealLeftPlain(db.url, masterKey())).toBe(0);
  const before = await read();
  await unseal();
  const [one, other] = await Promise.all([sealLeftPlain(db.url, masterKey()), sealLeftPlain(db.url, masterKey())]);
  expect(Math.min(one, other)).toBe(0);
  expect(await read()).toEqual(before);
});

it('a rotation reaches each of them, also in decisions that never change', async () => {
  const before = await read();
  const learn = async () => db.secrets.learn((await db.owner.query('SELECT id, wrapped, retired_at AS "retiredAt" FROM data_key')).rows);
  const { keyId } = await rotateKeys(db.url, masterKey(), learn, () => undefined);
  for (const { table, columns } of leftPlain)
    for (const [, sealed] of columns) {
      const { rows } = await db.owner.query<{ key: Buffer }>(
        `SELECT DISTINCT substring(${sealed} FROM 1 FOR 4) AS key FROM ${table} WHERE ${sealed} IS NOT NULL`,
      );
      expect(
        rows.map(({ key }) => key.readUInt32BE(0)),
        `${table}.${sealed}`,
      ).toEqual([keyId]);
    }
  expect(await read()).toEqual(before);
});

it('the proof of an end, which stood among the details of its decision, is sealed as its reason', async () => {
  await db.owner.query('ALTER TABLE hardship_decision DROP CONSTRAINT told_sealed');
  await db.owner.query(
    `INSERT INTO hardship_decision (id, file_id, organisation_id, file_version, move, from_status, to_status, decided_on, decided_by, decided_by_name, decided_at, details)
     SELECT $2, id, organisation_id, 99, 'end', 'active', 'exited_other', '2027-10-11', $3, 'x', now(), '{"proof": "死亡医学证明书：肝癌", "attachmentId": "a"}' FROM hardship_file WHERE id = $1`,
    [fileId, newId(), office.officer.actor.id],
  );
  expect(await sealLeftPlain(db.url, masterKey())).toBe(1);
  const { rows } = await db.owner.query(`SELECT details, reason_cipher FROM hardship_decision WHERE file_version = 99`);
  expect(rows.map(({ details, reason_cipher: sealed }) => [details, db.secrets.open(sealed)])).toEqual([
    [{ attachmentId: 'a' }, '死亡医学证明书：肝癌'],
  ]);
  const { decisions } = await getHardshipFile(then.officer, fileId);
  expect(decisions[0]).toMatchObject({ move: 'end', reason: '死亡医学证明书：肝癌' });
});
