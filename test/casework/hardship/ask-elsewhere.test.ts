import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveFile } from '#casework/hardship/application/approve-file';
import { askElsewhereOfFile, askElsewhereOfPerson } from '#casework/hardship/elsewhere/ask-elsewhere';
import { elsewhereAskedOn } from '#casework/hardship/elsewhere/elsewhere-asked';
import { findElsewhereQuestions } from '#casework/hardship/elsewhere/find-elsewhere-questions';
import { inTransaction, type Work } from '#casework/work';
import { sql } from '#data/sql';
import { elsewhereLimits } from '#rules/hardship/elsewhere/elsewhere';
import { newId } from '#runtime/ids';
import * as on from '../../support/a-case-of-hardship.js';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { addOrganisation, aTree, at, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let north: Work;
let south: Work;
const none = expect.objectContaining({ answer: false, contacts: [] });
const callSouth = expect.objectContaining({
  answer: true,
  contacts: [{ organisationId: expect.any(String), organisationName: '南区总工会', phone: '0512-57500000' }],
});

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  north = await aWorker(db, 'aid-officer', tree.north);
  south = await aWorker(db, 'aid-officer', tree.south);
  await db.owner.query(`UPDATE organisation SET phone = '0512-57500000' WHERE id = $1`, [tree.south]);
});
afterAll(() => db.close());

const person = (organisationId = tree.north) => aKnownPerson(db.owner, organisationId);
const alsoKnownTo = (personId: string, organisationId: string) =>
  db.owner.query(`INSERT INTO person_presence (person_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    personId,
    organisationId,
  ]);
const pay = (personId: string, organisationId: string, paidOn: string, programme = 'visit') =>
  db.owner.query(
    `INSERT INTO disbursement (id, programme, organisation_id, person_id, payee_name, cash_fen, paid_on, created_by) VALUES ($1, $2, $3, $4, 'x', 100, $5, $1)`,
    [newId(), programme, organisationId, personId, paidOn],
  );

describe('whether somebody is helped elsewhere', () => {
  it('is not told to who may not ask, nor of people and files beyond reach', async () => {
    const auditor = await aWorker(db, 'funds-auditor', tree.north);
    const theirs = await person(tree.south);
    const file = await aFile(db.owner, tree.south);
    await expect(askElsewhereOfPerson(auditor, { personId: await person() })).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(askElsewhereOfPerson(north, { personId: await person(), organisationId: tree.south })).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
    await expect(askElsewhereOfPerson(north, { personId: theirs })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(askElsewhereOfFile(north, file.id)).rejects.toMatchObject({ code: 'data.not-found' });
  });

  it('is no for somebody who is not, and for a file of one’s own centre', async () => {
    expect(await askElsewhereOfPerson(north, { personId: await person() })).toEqual(none);
    const { holderId } = await aFile(db.owner, tree.north);
    expect(await askElsewhereOfPerson(north, { personId: holderId })).toEqual(none);
  });

  it('is yes for a holder, a spouse, a child, and for whoever lives with one, with whom to call and nothing else', async () => {
    const [holder, spouse, child, grandmother] = [await person(), await person(), await person(), await person()];
    await aFile(db.owner, tree.south, {}, { holderId: holder, members: [spouse, child] });
    for (const personId of [holder, spouse, child]) expect(await askElsewhereOfPerson(north, { personId })).toEqual(callSouth);
    const home = newId();
    await db.owner.query(`INSERT INTO household (id, organisation_id) VALUES ($1, $2)`, [home, tree.north]);
    for (const personId of [grandmother, child])
      await db.owner.query(`INSERT INTO household_member (id, household_id, person_id, relation) VALUES ($1, $2, $3, 'x')`, [
        newId(),
        home,
        personId,
      ]);
    expect(await askElsewhereOfPerson(north, { personId: grandmother })).toEqual(callSouth);
  });

  it('is no once the file has ended or the member has left', async () => {
    const [holder, left] = [await person(), await person()];
    const file = await aFile(db.owner, tree.south, {}, { holderId: holder, members: [left] });
    await db.owner.query(`UPDATE household_member SET left_on = '2026-10-01' WHERE person_id = $1`, [left]);
    expect(await askElsewhereOfPerson(north, { personId: left })).toEqual(none);
    await db.owner.query(`UPDATE hardship_file SET status = 'transferred', ended_on = '2026-11-01' WHERE id = $1`, [file.id]);
    expect(await askElsewhereOfPerson(north, { personId: holder })).toEqual(none);
  });

  it('counts aid of the last twelve months and no honours', async () => {
    const [aided, long, honoured] = [await person(), await person(), await person()];
    await pay(aided, tree.south, '2025-11-21');
    await pay(long, tree.south, '2025-11-20');
    await pay(honoured, tree.south, '2026-11-01', 'model-worker');
    expect(await askElsewhereOfPerson(north, { personId: aided })).toEqual(callSouth);
    expect(await askElsewhereOfPerson(north, { personId: long })).toEqual(none);
    expect(await askElsewhereOfPerson(north, { personId: honoured })).toEqual(none);
  });

  it('is no where only the levels above and below have given', async () => {
    const aided = await person();
    for (const place of [tree.city, tree.north, tree.northTown]) await pay(aided, place, '2026-10-01');
    expect(await askElsewhereOfPerson(north, { personId: aided })).toEqual(none);
    expect(await askElsewhereOfPerson(north, { personId: aided, organisationId: tree.northTown })).toEqual(none);
  });

  it('is asked for a file about the holder and every member, and the file remembers the day', async () => {
    const member = await person();
    const file = await aFile(db.owner, tree.northTown, {}, { members: [member] });
    const askedOn = () => inTransaction(north, (tx) => elsewhereAskedOn(tx, file.id));
    expect(await askedOn()).toBeNull();
    await pay(member, tree.south, '2026-09-01');
    expect(await askElsewhereOfFile(north, file.id)).toEqual(callSouth);
    expect(await askedOn()).toBe('2026-11-20');
  });

  it('names several centres at once, the one with the file first', async () => {
    const holder = await person();
    await aFile(db.owner, tree.south, {}, { holderId: holder });
    const west = newId();
    await addOrganisation(db.owner, west, '西区总工会', 'district', tree.city, '西', '320505');
    await pay(holder, west, '2026-11-10');
    const { contacts } = await askElsewhereOfPerson(north, { personId: holder });
    expect(contacts.map(({ organisationName }) => organisationName)).toEqual(['南区总工会', '西区总工会']);
  });

  it('shows no column of the other file, in whatever way the asker looks', async () => {
    const holder = await person();
    const file = await aFile(db.owner, tree.south, { remark_cipher: db.secrets.seal('秘密') }, { holderId: holder });
    await askElsewhereOfPerson(north, { personId: holder });
    const client = await db.owner.connect();
    try {
      await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${north.actor.id}', true)`);
      const counted = async (text: string) => (await client.query<{ n: number }>(text)).rows[0]!.n;
      const columns = (
        await client.query<{ name: string }>(
          `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'hardship_file'`,
        )
      ).rows;
      expect(columns.length).toBeGreaterThan(30);
      for (const { name } of columns)
        expect(await counted(`SELECT count("${name}")::int AS n FROM hardship_file WHERE id = '${file.id}'`)).toBe(0);
      for (const table of ['history.hardship_file', 'household_member', 'hardship_seat'])
        expect(
          await counted(
            `SELECT count(*)::int AS n FROM ${table} x WHERE x::text LIKE '%${table === 'hardship_seat' ? file.id : file.householdId}%'`,
          ),
        ).toBe(0);
      const told = (await client.query(`SELECT * FROM elsewhere_question WHERE person_id = '${holder}'`)).rows;
      expect(told).toHaveLength(1);
      expect(JSON.stringify(told)).not.toContain(file.id);
      await expect(
        client.query(
          `INSERT INTO elsewhere_question SELECT '${newId()}', now(), asked_by, 'x', organisation_id, person_id, NULL, 'intake', false, NULL FROM elsewhere_question LIMIT 1`,
        ),
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('is asked by nobody who only calls the database’s function', async () => {
    const stranger = await aWorker(db, 'mediator', tree.north);
    const call = (actor: string, fileId: string | null, personId: string | null) =>
      db.data.inTransaction({ id: actor, name: 'x', organisationId: null }, new Date(), (tx) =>
        tx.rows(sql`SELECT * FROM bangfu.ask_elsewhere(${[newId()]}, now(), ${tree.north}, ${personId}, ${fileId}, 'intake', 30, 12)`),
      );
    await expect(call(stranger.actor.id, null, await person())).rejects.toMatchObject({ code: 'data.not-allowed' });
    await expect(call(north.actor.id, (await aFile(db.owner, tree.south)).id, null)).rejects.toMatchObject({ code: 'data.not-allowed' });
    await expect(call(north.actor.id, null, await person(tree.south))).rejects.toMatchObject({ code: 'data.not-allowed' });
  });
});

it('has to be asked before a file is approved, within thirty days, whatever the answer was', async () => {
  const office = await on.anAidOffice(db, tree.north);
  const fileId = await on.onNotice(office);
  const forget = () => db.owner.query(`DELETE FROM elsewhere_question WHERE file_id = $1`, [fileId]);
  const { approver } = on.onDay(office, on.AFTER);
  const approve = async () => approveFile(approver, await on.as(office, fileId));
  await forget();
  await expect(approve()).rejects.toMatchObject({ code: 'hardship.elsewhere-unasked' });
  await on.askedElsewhere(on.onDay(office, '2026-10-30'), fileId);
  await expect(approve()).rejects.toMatchObject({ code: 'hardship.elsewhere-unasked' });
  await pay((await on.rowOf(office, fileId))['holder_id'] as string, tree.south, '2026-11-01');
  expect(await askElsewhereOfFile(on.onDay(office, on.AFTER).officer, fileId)).toEqual(callSouth);
  await approve();
  expect((await on.rowOf(office, fileId))['status']).toBe('approved');
});

describe('questions about help elsewhere', () => {
  it('are seen by both sides, each with the names that are its own to see, and by nobody else', async () => {
    const { northTown: town } = await aTree(db);
    const [clerk, other] = [await aWorker(db, 'window-clerk', town), await aWorker(db, 'aid-officer', town)];
    const [mine, spouse] = [await aKnownPerson(db.owner, town, '沈清如'), await person(tree.south)];
    await alsoKnownTo(spouse, town);
    await aFile(db.owner, tree.south, {}, { holderId: spouse, members: [mine] });
    await askElsewhereOfPerson(clerk, { personId: mine });
    const asked = await findElsewhereQuestions(other, { view: 'asked', limit: 20, count: true });
    expect(asked).toMatchObject({
      total: 1,
      items: [{ answer: true, personName: '沈*如', otherOrganisationName: '南区总工会', askedByName: clerk.actor.name }],
    });
    expect((await findElsewhereQuestions(other, { view: 'ours', limit: 20 })).items).toEqual([]);
    const ours = (await findElsewhereQuestions(south, { view: 'ours', limit: 100 })).items.find(({ id }) => id === asked.items[0]!.id);
    expect(ours).toMatchObject({ id: asked.items[0]!.id, organisationName: '北镇总工会', personName: null, personId: null, fileId: null });
    const third = await aWorker(db, 'aid-officer', (await aTree(db)).south);
    for (const view of ['ours', 'asked'] as const) expect((await findElsewhereQuestions(third, { view, limit: 20 })).items).toEqual([]);
    const mediator = await aWorker(db, 'mediator', tree.south);
    expect((await findElsewhereQuestions(mediator, { view: 'ours', limit: 20 })).items).toEqual([]);
  });

  it('are so many an hour: whoever tries number after number is stopped, and that is on record', async () => {
    const prober = await aWorker(db, 'window-clerk', tree.north);
    const personId = await person();
    const { questionsAnHour } = elsewhereLimits;
    const ask = (minute: number) =>
      askElsewhereOfPerson(at(prober, new Date(Date.UTC(2026, 10, 20, 2, minute, 0)).toISOString()), { personId });
    for (let minute = 0; minute < questionsAnHour; minute += 1) await ask(minute);
    await expect(ask(31)).rejects.toMatchObject({ code: 'hardship.elsewhere-limit', details: { most: questionsAnHour } });
    await expect(ask(59)).rejects.toMatchObject({ code: 'hardship.elsewhere-limit' });
    expect(await ask(61)).toEqual(none);
    const { rows } = await db.owner.query<{ type: string; n: number }>(
      `SELECT type, count(*)::int AS n FROM audit_entry WHERE actor_id = $1 GROUP BY type ORDER BY type`,
      [prober.actor.id],
    );
    expect(rows).toEqual([
      { type: 'elsewhere.asked', n: questionsAnHour + 1 },
      { type: 'elsewhere.limited', n: 2 },
    ]);
  });

  it('cannot slip past the limit side by side', async () => {
    const prober = await aWorker(db, 'window-clerk', tree.north);
    const personId = await person();
    const tries = await Promise.allSettled(
      Array.from({ length: elsewhereLimits.questionsAnHour + 6 }, (_, n) =>
        askElsewhereOfPerson(at(prober, new Date(Date.UTC(2026, 10, 20, 2, 0, n)).toISOString()), { personId }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(elsewhereLimits.questionsAnHour);
  });
});
