import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { proposeExit } from '#casework/hardship/changes/propose-exit';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import { inOurWords } from '#data/database-errors';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import * as on from '../../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

/** What no program may get past, tried in raw SQL: as the owner of the tables, and as the role that the programs run under. */
const { as, CALL } = on;
let db: TestDatabase;
let tree: Tree;
let office: on.AidOffice;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await on.anAidOffice(db, tree.north);
});
afterAll(() => db.close());

const wall = (constraint: string) => expect.objectContaining({ constraint });
const asOwner = (statement: string, values: unknown[] = []) => db.owner.query(statement, values);
/** As somebody's program would, with every right that the person has; taken back at the end. */
async function asProgram<T>(actorId: string, doing: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.owner.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${actorId}', true)`);
    return await doing(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const told = { ...CALL, reason: '收入增加', toldOn: plainDate(on.REVIEW) };

describe('the database refuses', () => {
  it('a second open file of a household, of a holder, of anybody who lives there', async () => {
    const [mother, daughter] = [await aKnownPerson(db.owner, tree.north, '柴氏'), await aKnownPerson(db.owner, tree.north, '柴小妹')];
    const family = await aFile(db.owner, tree.north, {}, { holderId: mother, members: [daughter] });
    await expect(aFile(db.owner, tree.south, {}, { holderId: daughter })).rejects.toEqual(wall('one_open_file_a_person'));
    await expect(
      aFile(db.owner, tree.south, { status: 'draft', filed_on: null, hardship_class: null }, { holderId: mother }),
    ).rejects.toEqual(wall('one_open_file_a_holder'));
    const other = await aFile(db.owner, tree.south);
    const join = `INSERT INTO household_member (id, household_id, person_id, relation) VALUES ($1, $2, $3, 'child')`;
    await expect(asOwner(join, [newId(), other.householdId, daughter])).rejects.toEqual(wall('one_open_file_a_person'));
    await expect(asOwner('UPDATE hardship_file SET household_id = $1 WHERE id = $2', [family.householdId, other.id])).rejects.toEqual(
      wall('one_open_file_a_household'),
    );
    // Over, and open again: the seat is taken by then.
    await asOwner(`UPDATE hardship_file SET status = 'exited_other', end_ground = 'death' WHERE id = $1`, [family.id]);
    const later = await aFile(db.owner, tree.south, {}, { holderId: daughter });
    await expect(asOwner(`UPDATE hardship_file SET status = 'active' WHERE id = $1`, [family.id])).rejects.toEqual(
      wall('one_open_file_a_person'),
    );
    await asOwner(`UPDATE hardship_file SET status = 'transferred' WHERE id = $1`, [later.id]);
    await asOwner(`UPDATE hardship_file SET status = 'active' WHERE id = $1`, [family.id]);
  });

  it('the same to sixteen windows at once: one begins the file, the others are told in our words', async () => {
    const holderId = await aKnownPerson(db.owner, tree.north, '翟让');
    await asOwner('INSERT INTO person_presence (person_id, organisation_id) VALUES ($1, $2)', [holderId, tree.south]);
    const south = await aWorker(db, 'window-clerk', tree.south);
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, (_, n) =>
        draftHardshipFile(n % 2 ? office.clerk : south, { holderId, mainCause: 'major-illness', otherCauses: [] }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['hardship.already-on-file']));
  });

  it('an adverse change out of nothing', async () => {
    const { id } = await aFile(db.owner, tree.north);
    for (const change of [
      `status = 'lifted'`,
      `status = 'exited_other', end_ground = 'left'`,
      `status = 'exited_other'`,
      `hardship_class = 'relative'`,
      `hardship_class = 'sudden', status = 'under_review'`,
    ]) {
      await expect(asOwner(`UPDATE hardship_file SET ${change}, updated_at = now() WHERE id = $1`, [id])).rejects.toEqual(
        wall('notice_before_adverse'),
      );
      await expect(
        asProgram(office.approver.actor.id, (client) =>
          client.query(`UPDATE hardship_file SET ${change}, updated_at = now() WHERE id = $1`, [id]),
        ),
      ).rejects.toEqual(wall('notice_before_adverse'));
    }
    await asOwner(`UPDATE hardship_file SET hardship_class = 'severe' WHERE id = $1`, [id]);
    await asOwner(`UPDATE hardship_file SET status = 'exited_other', end_ground = 'own-request' WHERE id = $1`, [id]);
  });

  it('an adverse change within the window, with an objection open, by another kind of notice, or by a clock of another time', async () => {
    const id = await on.underReview(office, {}, 'relative');
    const then = on.onDay(office, on.REVIEW);
    await proposeLower(then.reviewer, { ...(await as(office, id)), ...told, hardshipClass: 'relative' });
    const lower = (day: string) =>
      asOwner(`UPDATE hardship_file SET status = 'active', hardship_class = 'relative', updated_at = $2 WHERE id = $1`, [
        id,
        `${day}T08:00:00+08:00`,
      ]);
    const undone = async (doing: () => Promise<unknown>) => {
      const { rows } = await db.owner.query<Record<string, unknown>>(
        'SELECT status, hardship_class, version FROM hardship_file WHERE id = $1',
        [id],
      );
      await doing();
      return rows[0];
    };
    for (const day of ['2027-10-11', '2027-10-17', '2027-10-18']) await expect(lower(day)).rejects.toEqual(wall('notice_before_adverse'));
    await expect(asOwner(`UPDATE hardship_file SET status = 'lifted', updated_at = '2027-10-19' WHERE id = $1`, [id])).rejects.toEqual(
      wall('notice_before_adverse'),
    );
    await asOwner(`UPDATE clock SET started_on = '2027-10-01', due_on = '2027-10-08' WHERE subject_id = $1 AND code = 'H2'`, [id]);
    await expect(lower('2027-10-19')).rejects.toEqual(wall('notice_before_adverse'));
    await asOwner(`UPDATE clock SET started_on = '2027-10-11', due_on = '2027-10-18' WHERE subject_id = $1 AND code = 'H2'`, [id]);
    await recordObjection(on.onDay(office, '2027-10-12').clerk, { ...(await as(office, id)), content: '不实' });
    await asOwner(`UPDATE hardship_file SET status = 'class_notice' WHERE id = $1`, [id]);
    await expect(lower('2027-12-01')).rejects.toEqual(wall('notice_before_adverse'));
    await asOwner(`UPDATE clock SET state = 'running' WHERE subject_id = $1 AND code = 'H2'`, [id]);
    await expect(lower('2027-12-01')).rejects.toEqual(wall('notice_before_adverse'));
    await asOwner(
      `UPDATE hardship_objection SET decided_on = '2027-10-13', decided_by = $2, upheld = false, finding_cipher = '\\x00' WHERE file_id = $1`,
      [id, office.reviewer.actor.id],
    );
    expect(await undone(() => lower('2027-12-01'))).toMatchObject({ status: 'class_notice' });
  });

  it('an approval out of nothing, within the days of the notice, with an objection open, of another class, or by who put it up', async () => {
    const approve = (id: string, day: string, also = '') =>
      asOwner(`UPDATE hardship_file SET status = 'approved', updated_at = $2 ${also} WHERE id = $1`, [id, `${day}T08:00:00+08:00`]);
    const refused = wall('notice_before_approval');
    const reviewed = await on.aReviewed(office);
    await expect(approve(reviewed, '2027-01-04')).rejects.toEqual(refused);
    const id = await on.onNotice(office);
    const { due } = (
      await db.owner.query<{ due: string }>(`SELECT due_on::text AS due FROM clock WHERE subject_id = $1 AND code = 'H1'`, [id])
    ).rows[0]!;
    expect(due < on.AFTER).toBe(true);
    await expect(approve(id, due)).rejects.toEqual(refused);
    await expect(approve(id, on.AFTER, `, hardship_class = 'severe'`)).rejects.toEqual(refused);
    await recordObjection(office.clerk, { ...(await as(office, id)), content: '不实' });
    await asOwner(`UPDATE clock SET state = 'running' WHERE subject_id = $1 AND code = 'H1'`, [id]);
    await expect(approve(id, on.AFTER)).rejects.toEqual(refused);
    await asOwner(`UPDATE hardship_file SET status = 'notice' WHERE id = $1`, [id]);
    await expect(approve(id, on.AFTER)).rejects.toEqual(refused);
    await asOwner(
      `UPDATE hardship_objection SET decided_on = '2026-11-21', decided_by = $2, upheld = false, finding_cipher = '\\x00' WHERE file_id = $1`,
      [id, office.reviewer.actor.id],
    );
    const decide = (by: string) =>
      asOwner(
        `INSERT INTO hardship_decision (id, file_id, organisation_id, file_version, move, from_status, to_status, decided_on, decided_by, decided_by_name, decided_at, notice_id)
         SELECT $2, id, organisation_id, version + 9, 'approve', 'notice', 'approved', '2026-12-31', $3, 'x', now(), (SELECT n.id FROM hardship_notice n WHERE n.file_id = $1) FROM hardship_file WHERE id = $1`,
        [id, newId(), by],
      );
    await expect(decide(office.reviewer.actor.id)).rejects.toEqual(wall('approved_by_another'));
    await decide(office.approver.actor.id);
    await approve(id, on.AFTER);
  });

  it('an adverse decision by who announced it, and any change of what was decided', async () => {
    const id = await on.underReview(office, {}, 'none');
    const then = on.onDay(office, on.REVIEW);
    await proposeExit(then.reviewer, { ...(await as(office, id)), ...told, ground: 'lifted' });
    const decide = (by: string, notice = '(SELECT id FROM hardship_notice WHERE file_id = $1 AND ended_on IS NULL)') =>
      asOwner(
        `INSERT INTO hardship_decision (id, file_id, organisation_id, file_version, move, from_status, to_status, decided_on, decided_by, decided_by_name, decided_at, notice_id)
         SELECT $2, id, organisation_id, version + 9, 'lift', 'exit_notice', 'lifted', '2027-10-19', $3, 'x', now(), ${notice} FROM hardship_file WHERE id = $1`,
        [id, newId(), by],
      );
    await expect(decide(office.reviewer.actor.id)).rejects.toEqual(wall('adverse_by_another'));
    await expect(decide(office.approver.actor.id, 'NULL')).rejects.toEqual(wall('adverse_by_another'));
    await decide(office.approver.actor.id);
    await expect(decide(office.approver.actor.id)).rejects.toEqual(wall('one_decision_a_version'));
    await expect(asOwner(`UPDATE hardship_decision SET reason = 'x' WHERE file_id = $1`, [id])).rejects.toEqual(wall('append_only'));
    await expect(
      asOwner(`UPDATE hardship_decision SET reason_cipher = '\\x00', decided_on = decided_on - 1 WHERE file_id = $1`, [id]),
    ).rejects.toEqual(wall('append_only'));
    await expect(asOwner(`DELETE FROM hardship_decision WHERE file_id = $1`, [id])).rejects.toEqual(wall('append_only'));
  });

  it('a check, an override, a finding by the person whose work it is', async () => {
    const id = await on.aVerified(office);
    const { actor } = office.clerk;
    await expect(asOwner(`UPDATE hardship_worksheet SET checked_by = created_by WHERE file_id = $1`, [id])).rejects.toEqual(
      wall('not_checked_by_who_reckoned'),
    );
    await expect(
      asOwner(
        `UPDATE hardship_assessment SET override_asked_by = $2, override_agreed_by = $2, override_reason_cipher = $3 WHERE file_id = $1`,
        [id, actor.id, db.secrets.seal('一二三四五六七八九十')],
      ),
    ).rejects.toEqual(wall('overridden_by_two'));
    const noticed = await on.onNotice(office);
    await recordObjection(office.clerk, { ...(await as(office, noticed)), content: '不实' });
    await expect(
      asOwner(
        `UPDATE hardship_objection SET decided_on = '2026-11-20', decided_by = recorded_by, upheld = false, finding_cipher = '\\x00' WHERE file_id = $1`,
        [noticed],
      ),
    ).rejects.toEqual(wall('not_decided_by_who_recorded'));
    await expect(
      asOwner(`UPDATE hardship_objection SET decided_on = '2026-11-20', decided_by = $2, upheld = false WHERE file_id = $1`, [
        noticed,
        office.reviewer.actor.id,
      ]),
    ).rejects.toEqual(wall('decided_with_a_finding'));
  });

  it('a draft at another union for a file that was not let go, or of another district', async () => {
    const family = await aFile(db.owner, tree.north);
    const take = (actorId: string) =>
      asProgram(actorId, (client) =>
        client.query(`SELECT bangfu.take_over_file($1, $2, $3, $4, 'R3', ARRAY['other'], '2026-11-20', now())`, [
          family.id,
          tree.south,
          newId(),
          newId(),
        ]),
      );
    const refusedAt = expect.objectContaining({ code: '42501' });
    await expect(take(office.clerk.actor.id)).rejects.toEqual(refusedAt);
    await asOwner(`UPDATE hardship_file SET status = 'transferred' WHERE id = $1`, [family.id]);
    await expect(take((await aWorker(db, 'aid-officer', tree.south)).actor.id)).rejects.toEqual(refusedAt);
    await expect(take((await aWorker(db, 'archivist', tree.north)).actor.id)).rejects.toEqual(refusedAt);
    await take(office.clerk.actor.id);
  });
});

describe('the walls', () => {
  it.each([
    ['one_open_file_a_person', '23505', 'hardship.already-on-file'],
    ['one_open_file_a_household', '23505', 'hardship.already-on-file'],
    ['one_open_file_a_holder', '23505', 'hardship.already-on-file'],
    ['notice_before_adverse', 'BF003', 'hardship.notice-missing'],
    ['notice_before_approval', 'BF003', 'hardship.notice-missing'],
    ['approved_by_another', 'BF003', 'hardship.second-person-needed'],
    ['adverse_by_another', 'BF003', 'hardship.second-person-needed'],
    ['not_checked_by_who_reckoned', '23514', 'hardship.second-person-needed'],
    ['not_decided_by_who_recorded', '23514', 'hardship.second-person-needed'],
    ['overridden_by_two', '23514', 'hardship.second-person-needed'],
    ['officers_stand_apart', 'BF001', 'access.officer-secret'],
    ['one_decision_a_version', '23505', 'data.already-there'],
    ['toString', '23514', 'data.refused'],
  ])('of %s speak in our words', (constraint, code, expected) => {
    expect(inOurWords(Object.assign(new Error('x'), { code, constraint }))).toMatchObject({ code: expected });
  });
});
