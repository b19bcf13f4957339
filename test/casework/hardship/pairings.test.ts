import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPairings } from '#casework/hardship/pairings/find-pairings';
import { endPairing, recordContact } from '#casework/hardship/pairings/go-on-with-pair';
import { pairFamily } from '#casework/hardship/pairings/pair-family';
import { pairingsOfFile } from '#casework/hardship/pairings/pairings-of-file';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { aFile } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, at, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let officer: Work;
let stranger: Work;
let reader: Work;
const day = plainDate;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  officer = await aWorker(db, 'aid-officer', tree.north);
  stranger = await aWorker(db, 'aid-officer', tree.south);
  reader = await aWorker(db, 'archivist', tree.north);
});
afterAll(() => db.close());

const family = (over: object = {}) => aFile(db.owner, tree.northTown, { ...over });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a cadre and a family', () => {
  it('are not brought together, nor written to, by another district or by who only reads', async () => {
    const { id: fileId } = await family();
    await expect(pairFamily(stranger, { fileId, cadreName: '钱进' })).rejects.toEqual(code('data.not-found'));
    await expect(pairFamily(reader, { fileId, cadreName: '钱进' })).rejects.toEqual(code('data.not-found'));
    const { id: pairingId } = await pairFamily(officer, { fileId, cadreName: '钱进', pairedOn: day('2026-05-01') });
    for (const who of [stranger, reader]) {
      await expect(recordContact(who, { pairingId, form: 'call', note: '问候' })).rejects.toEqual(code('data.not-found'));
      await expect(endPairing(who, { pairingId, version: 1, reason: '调离' })).rejects.toEqual(code('data.not-found'));
    }
    await expect(pairingsOfFile(stranger, fileId)).rejects.toEqual(code('data.not-found'));
    expect((await findPairings(stranger, { view: 'all', limit: 20 })).items).toEqual([]);
  });

  it('are one pair at a time, for a family on file, with a cadre who exists', async () => {
    await expect(
      pairFamily(officer, { fileId: (await family({ status: 'notice', filed_on: null })).id, cadreName: '钱进' }),
    ).rejects.toEqual(code('hardship.pair-not-on-file'));
    const { id: fileId } = await family();
    await expect(pairFamily(officer, { fileId })).rejects.toEqual(code('hardship.pair-cadre-unknown'));
    await expect(pairFamily(officer, { fileId, cadreId: fileId })).rejects.toEqual(code('hardship.pair-cadre-unknown'));
    await expect(pairFamily(officer, { fileId, cadreName: '钱进', pairedOn: day('2026-02-28') })).rejects.toEqual(
      code('hardship.pair-day'),
    );
    await pairFamily(officer, { fileId, cadreId: officer.actor.id, cadreName: '不用', cadrePost: '科长' });
    await expect(pairFamily(officer, { fileId, cadreName: '孙立' })).rejects.toMatchObject({
      code: 'hardship.pair-already',
      details: { cadre: officer.actor.name },
    });
    expect(await pairingsOfFile(officer, fileId)).toMatchObject({
      mayRecord: true,
      items: [{ cadreName: officer.actor.name, cadrePost: '科长', silent: false }],
    });
  });

  it('have their contacts written down; what came of them is sealed, and shown to who works on the file', async () => {
    const { id: fileId } = await family();
    const { id: pairingId } = await pairFamily(officer, { fileId, cadreName: '钱进', pairedOn: day('2026-05-01') });
    await expect(recordContact(officer, { pairingId, form: 'visit', note: '看望', contactedOn: day('2026-04-30') })).rejects.toEqual(
      code('hardship.pair-day'),
    );
    await recordContact(officer, { pairingId, form: 'visit', note: '母亲住院', contactedOn: day('2026-06-01') });
    await recordContact(officer, { pairingId, form: 'call', note: '已出院', contactedOn: day('2026-07-01') });
    const [pair] = (await pairingsOfFile(officer, fileId)).items;
    expect(pair).toMatchObject({
      silent: true,
      contacts: [
        { form: 'call', note: '已出院' },
        { form: 'visit', note: '母亲住院' },
      ],
    });
    expect((await pairingsOfFile(reader, fileId)).items[0]!.contacts.map(({ note }) => note)).toEqual([null, null]);
    const { rows } = await db.owner.query(`SELECT * FROM pairing_contact WHERE pairing_id = $1`, [pairingId]);
    expect(JSON.stringify(rows)).not.toContain('母亲住院');
  });

  it('end with a reason, after which nothing more is entered and another cadre may come', async () => {
    const { id: fileId } = await family();
    const { id: pairingId } = await pairFamily(officer, { fileId, cadreName: '钱进', pairedOn: day('2026-05-01') });
    await expect(endPairing(officer, { pairingId, version: 2, reason: '调离' })).rejects.toEqual(code('data.changed-meanwhile'));
    await endPairing(officer, { pairingId, version: 1, reason: '调离', endedOn: day('2026-09-01') });
    await expect(recordContact(officer, { pairingId, form: 'call', note: '问候' })).rejects.toEqual(code('hardship.pair-ended'));
    await pairFamily(officer, { fileId, cadreName: '孙立' });
    expect((await pairingsOfFile(officer, fileId)).items.map(({ cadreName, endedReason }) => [cadreName, endedReason])).toEqual([
      ['孙立', null],
      ['钱进', '调离'],
    ]);
    const { rows } = await db.owner.query(`SELECT kind FROM activity WHERE subject_id = $1 ORDER BY recorded_at, id`, [fileId]);
    expect(rows.map(({ kind }) => kind)).toEqual(['hardship.pair', 'hardship.unpair', 'hardship.pair']);
  });

  it('are listed: mine, those that heard nothing for three months, those that ended', async () => {
    const cadre = await aWorker(db, 'aid-officer', tree.south);
    const place = tree.south;
    const [quiet, lively, ended] = [await aFile(db.owner, place), await aFile(db.owner, place), await aFile(db.owner, place)];
    const pairedOn = day('2026-05-01');
    const pair = async (fileId: string, mine: boolean) =>
      (await pairFamily(cadre, { fileId, pairedOn, ...(mine ? { cadreId: cadre.actor.id } : { cadreName: '钱进' }) })).id;
    const [quietly, livelily, endedly] = [await pair(quiet.id, true), await pair(lively.id, false), await pair(ended.id, true)];
    await recordContact(cadre, { pairingId: quietly, form: 'visit', note: '看望', contactedOn: day('2026-08-19') });
    await recordContact(cadre, { pairingId: livelily, form: 'visit', note: '看望', contactedOn: day('2026-08-20') });
    await endPairing(cadre, { pairingId: endedly, version: 1, reason: '脱困' });
    const listed = async (view: 'all' | 'mine' | 'silent' | 'ended', work = cadre) => {
      const { items, total } = { total: null, ...(await findPairings(work, { view, limit: 20, count: true })) };
      expect(total).toBe(items.length);
      return items.map(({ id }) => id).sort();
    };
    expect(await listed('all')).toEqual([quietly, livelily].sort());
    expect(await listed('mine')).toEqual([quietly]);
    expect(await listed('silent')).toEqual([quietly]);
    expect(await listed('silent', at(cadre, '2026-11-20T16:00:00Z'))).toEqual([quietly, livelily].sort());
    expect(await listed('ended')).toEqual([endedly]);
    const [row] = (await findPairings(cadre, { view: 'silent', limit: 20 })).items;
    expect(row).toMatchObject({ holderName: '沈*如', lastContactOn: '2026-08-19', contacts: 1, silent: true });
  });
});
