import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDispute } from '#casework/disputes/register-dispute';
import { findPeople } from '#casework/people/find-people';
import { getPerson } from '#casework/people/get-person';
import { lookUpPerson } from '#casework/people/look-up-person';
import { mergePeople } from '#casework/people/merge-people';
import { undoMerge } from '#casework/people/undo-merge';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { aClaim } from '../../support/a-dispute.js';
import { aFile } from '../../support/a-file.js';
import { aPerson, anIdNumber } from '../../support/a-person.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let city: Work;
let north: Work;
let south: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  city = await aWorker(db, 'reviewer', tree.city);
  north = await aWorker(db, 'window-clerk', tree.north);
  south = await aWorker(db, 'window-clerk', tree.south);
});
afterAll(() => db.close());
const refused = (code: string) => expect.objectContaining({ code });

/** Columns that hold the id of something else than a person; a new uuid column has to be put here or into bangfu.person_columns(). */
const NO_PERSON = new Set(
  `id organisation_id parent_id employer_id user_id actor_id created_by recorded_by granted_by revoked_by merged_by undone_by reversed_by requested_by mediator_id handler_id lawyer_id owner_id
   subject_id matter_id dispute_id household_id mediation_body_id bank_account_id acts_for import_id import_row_id made_by_import record_id report_id entry_id kept_id merged_id
   file_id earlier_file_id worksheet_id assessment_id attachment_id notice_id clock_id replaces_id pairing_id draft_id other_organisation_id cadre_id
   added_by removed_by agreed_by made_by asked_by override_asked_by override_agreed_by closed_by issued_by decided_by given_by sent_by checked_by`.split(
    /\s+/,
  ),
);

/** A row for every column that names a person, made past the front door so that none is left out. */
async function everywhere(personId: string): Promise<void> {
  const [dispute, household, file, actor] = [newId(), newId(), newId(), city.actor.id];
  const insert = (table: string, row: Record<string, unknown>) =>
    db.owner.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
  const named = { organisation_id: tree.south, created_by: actor };
  await insert('dispute', {
    id: dispute,
    ...named,
    status: 'registered',
    channel: 'V',
    category: '51',
    secondary: [],
    employer_name: '甲',
    applicant_name: '乙',
    applicant_id: personId,
    registered_on: '2026-01-01',
  });
  await insert('dispute_party', { id: newId(), dispute_id: dispute, role: 'applicant', name: '乙', person_id: personId });
  await insert('petition', {
    id: newId(),
    matter_id: newId(),
    ...named,
    status: 'registered',
    channel: 'L',
    purpose: 'other',
    subject: '20',
    petitioner_id: personId,
    registered_on: '2026-01-01',
  });
  await insert('household', { id: household, organisation_id: tree.south });
  await insert('household_member', { id: newId(), household_id: household, person_id: personId, relation: 'holder' });
  await insert('hardship_file', {
    id: file,
    ...named,
    household_id: household,
    holder_id: personId,
    holder_name: '乙',
    status: 'ended',
    era: 'R1',
    hardship_class: 'ordinary',
    main_cause: 'other',
    other_causes: [],
    household_size: 1,
    filed_on: '2026-01-01',
  });
  const ofFile = { file_id: file, organisation_id: tree.south, person_id: personId };
  await insert('attachment', {
    id: newId(),
    noun: 'hardship',
    subject_id: file,
    organisation_id: tree.south,
    person_id: personId,
    kind: 'other',
    file_name_cipher: Buffer.from('证明.pdf'),
    media_type: 'application/pdf',
    size: 1,
    hash: Buffer.from(personId),
    content_index: Buffer.from(personId),
    key_cipher: Buffer.from('k'),
    scan: 'clean',
    added_by: actor,
    added_by_name: '甲',
  });
  await insert('hardship_consent', {
    id: newId(),
    ...ofFile,
    kind: 'verification',
    signed_on: '2026-01-01',
    signed_by: '乙',
    recorded_by: actor,
  });
  await insert('elsewhere_question', {
    id: newId(),
    ...ofFile,
    asked_at: '2026-01-01',
    asked_by: actor,
    asked_by_name: '甲',
    purpose: 'intake',
    answer: false,
  });
  await insert('hardship_candidate', {
    id: newId(),
    ...ofFile,
    reasons: '[]',
    priority: 1,
    found_on: '2026-01-01',
    due_on: '2026-02-01',
    status: 'open',
  });
  await insert('disbursement', {
    id: newId(),
    ...named,
    programme: 'visit',
    person_id: personId,
    payee_name: '乙',
    cash_fen: 1,
    paid_on: '2026-01-01',
  });
  await insert('legal_aid_matter', {
    id: newId(),
    ...named,
    kind: 'service',
    status: 'done',
    form: 'advice',
    person_id: personId,
    person_name: '乙',
    started_on: '2026-01-01',
  });
  await insert('bank_account', {
    id: newId(),
    person_id: personId,
    number_cipher: Buffer.from('a'),
    number_index: Buffer.from(personId),
    last4: '0000',
  });
  await insert('activity', {
    id: newId(),
    noun: 'person',
    subject_id: personId,
    organisation_id: tree.south,
    person_id: personId,
    kind: 'person.note',
    happened_on: '2026-01-01',
    actor_id: actor,
    actor_name: '甲',
  });
  await insert('person', { id: newId(), name: '更早并入者', search_keys: [], created_by: actor, merged_into: personId });
}

/** How often each column names a person. */
async function mentions(personId: string): Promise<Record<string, number>> {
  const { rows } = await db.owner.query<{ tab: string; col: string }>(
    "SELECT tab, col FROM bangfu.person_columns() UNION ALL VALUES ('person_presence', 'person_id') ORDER BY 1",
  );
  const counts: Record<string, number> = {};
  for (const { tab, col } of rows)
    counts[`${tab}.${col}`] = Number(
      (await db.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${tab} WHERE ${col} = $1`, [personId])).rows[0]!.n,
    );
  return counts;
}

describe('merging two records of one person', () => {
  it('knows every column of the schema that names a person', async () => {
    const { rows } = await db.owner.query<{ column: string }>(
      `
      SELECT c.table_name || '.' || c.column_name AS column FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.udt_name = 'uuid' AND c.column_name <> ALL ($1)`,
      [[...NO_PERSON]],
    );
    const known = await db.owner.query<{ column: string }>(`SELECT tab || '.' || col AS column FROM bangfu.person_columns()`);
    expect(rows.map((row) => row.column).sort()).toEqual(
      [...known.rows.map((row) => row.column), 'person_presence.person_id', 'hardship_seat.person_id'].sort(),
    );
    const keys = await db.owner.query<{ column: string }>(`
      SELECT c.conrelid::regclass || '.' || a.attname AS column FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass`);
    for (const { column } of keys.rows) expect(rows.map((row) => row.column)).toContain(column);
  });

  it('moves every row, and undoing gives back exactly those', async () => {
    const kept = await aPerson(north, { name: '陆一人', idNumber: anIdNumber(61) });
    const merged = await aPerson(south, { name: '陆一人' });
    await everywhere(merged);
    const [keptBefore, mergedBefore] = [await mentions(kept), await mentions(merged)];
    expect(Object.values(mergedBefore).every((count) => count > 0)).toBe(true);

    const { mergeId } = await mergePeople(city, { keptId: kept, mergedId: merged, reason: '同一人，南区登记时无证' });
    const after = await mentions(merged);
    expect(Object.entries(after).filter(([column, count]) => count > 0 && column !== 'person_presence.person_id')).toEqual([]);
    for (const [column, count] of Object.entries(await mentions(kept))) {
      const added = column === 'person.merged_into' || column === 'activity.person_id' ? mergedBefore[column]! + 1 : mergedBefore[column]!;
      expect(count, column).toBe(keptBefore[column]! + added);
    }
    expect((await getPerson(city, merged)).id).toBe(kept);
    expect((await getPerson(south, kept)).cases.length).toBeGreaterThan(0);
    expect((await findPeople(city, { limit: 20, q: '陆一人' })).items.map((item) => item.id)).toEqual([kept]);

    const { id: since } = await registerDispute(north, aClaim({ applicantId: kept }));
    await undoMerge(city, { mergeId });
    expect(await mentions(merged)).toEqual(mergedBefore);
    expect((await getPerson(city, merged)).id).toBe(merged);
    expect((await getPerson(city, kept)).cases.map((one) => one.id)).toEqual([since]);
    await expect(getPerson(south, kept), 'the other organisation goes with its record').rejects.toEqual(refused('data.not-found'));
    await expect(undoMerge(city, { mergeId })).rejects.toEqual(refused('people.merge-undone-already'));
  });

  it('leaves two who both belong to an open hardship file, be it as members, as they are', async () => {
    const [holder, member] = [await aPerson(north, { name: '房两档' }), await aPerson(south, { name: '房两档' })];
    const merge = () => mergePeople(city, { keptId: holder, mergedId: member, reason: '同一人' });
    await aFile(db.owner, tree.north, { status: 'draft', filed_on: null }, { holderId: holder });
    const { id } = await aFile(db.owner, tree.south, {}, { members: [member] });
    await expect(merge()).rejects.toEqual(refused('people.merge-two-files'));
    await db.owner.query(`UPDATE household_member SET left_on = '2026-11-01' WHERE person_id = $1`, [member]);
    await expect(merge()).resolves.toHaveProperty('mergeId');
    expect((await db.owner.query('SELECT person_id FROM hardship_seat WHERE file_id = $1', [id])).rows).not.toContainEqual({
      person_id: member,
    });
  });

  it('keeps every version of what reports count', async () => {
    const [kept, merged] = [await aPerson(north, { name: '毛版本' }), await aPerson(south, { name: '毛版本' })];
    const { id } = await registerDispute(south, aClaim({ applicantId: merged }));
    await mergePeople(city, { keptId: kept, mergedId: merged, reason: '同一人' });
    const { rows } = await db.owner.query('SELECT applicant_id, version FROM history.dispute WHERE id = $1 ORDER BY version', [id]);
    expect(rows).toEqual([
      { applicant_id: merged, version: 1 },
      { applicant_id: kept, version: 2 },
    ]);
  });

  it('follows the kept record when a case names the other, and by ID number', async () => {
    const [kept, merged] = [
      await aPerson(north, { name: '江随行', idNumber: anIdNumber(71) }),
      await aPerson(north, { name: '江随行', notSameAs: [] }).catch(
        async () => (await lookUpPerson(north, { name: '江随行' })).similar[0]!.id,
      ),
    ];
    const other = merged === kept ? await aPerson(north, { name: '江随行', notSameAs: [kept] }) : merged;
    await mergePeople(city, { keptId: kept, mergedId: other, reason: '同一人' });
    const { id } = await registerDispute(north, aClaim({ applicantId: other }));
    const { rows } = await db.owner.query('SELECT applicant_id FROM dispute WHERE id = $1', [id]);
    expect(rows).toEqual([{ applicant_id: kept }]);
    expect((await findPeople(north, { limit: 5, q: anIdNumber(71) })).items.map((item) => item.id)).toEqual([kept]);
  });

  it('is undone in the order last first', async () => {
    const [a, b, c] = [
      await aPerson(north, { name: '链甲' }),
      await aPerson(north, { name: '链乙' }),
      await aPerson(north, { name: '链丙' }),
    ];
    const first = await mergePeople(city, { keptId: b, mergedId: a, reason: '同一人' });
    const second = await mergePeople(city, { keptId: c, mergedId: b, reason: '同一人' });
    expect((await getPerson(city, a)).id).toBe(c);
    await expect(undoMerge(city, { mergeId: first.mergeId })).rejects.toEqual(refused('people.merge-built-upon'));
    await undoMerge(city, { mergeId: second.mergeId });
    expect((await getPerson(city, a)).id).toBe(b);
    await undoMerge(city, { mergeId: first.mergeId });
    expect((await getPerson(city, a)).id).toBe(a);
  });

  it('is refused where it cannot be right, and to who is not of the city', async () => {
    const [one, two, none] = [
      await aPerson(north, { name: '辨甲', idNumber: anIdNumber(81) }),
      await aPerson(north, { name: '辨乙', idNumber: anIdNumber(83) }),
      await aPerson(north, { name: '辨丙' }),
    ];
    const merge = (work: Work, keptId: string, mergedId: string) => mergePeople(work, { keptId, mergedId, reason: '同一人' });
    await expect(merge(city, one, two)).rejects.toEqual(refused('people.merge-different-ids'));
    await expect(merge(city, none, one)).rejects.toEqual(refused('people.merge-keep-identified'));
    await expect(merge(city, one, one)).rejects.toEqual(refused('people.merge-with-itself'));
    await expect(merge(city, one, newId())).rejects.toEqual(refused('people.not-there'));
    await expect(merge(await aWorker(db, 'reviewer', tree.north), one, none)).rejects.toEqual(refused('people.merge-city-only'));
    await expect(merge(north, one, none)).rejects.toEqual(refused('access.not-permitted'));
    await merge(city, one, none);
    await expect(merge(city, one, none)).rejects.toEqual(refused('people.merged-away'));
  });

  it('happens once when two do it at once, also the other way round', async () => {
    const [a, b] = [await aPerson(north, { name: '并甲' }), await aPerson(north, { name: '并乙' })];
    const results = await Promise.allSettled([
      mergePeople(city, { keptId: a, mergedId: b, reason: '甲' }),
      mergePeople(city, { keptId: b, mergedId: a, reason: '乙' }),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'people.merged-away' } });
  });
});
