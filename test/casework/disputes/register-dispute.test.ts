import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDispute } from '#casework/disputes/get-dispute';
import { registerDispute } from '#casework/disputes/register-dispute';
import type { Work } from '#casework/work';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aClaim } from '../../support/a-dispute.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
});
afterAll(() => db.close());

const refused = (code: string) => expect.objectContaining({ code });

describe('registering a dispute', () => {
  it('gives it a number of the organisation and year, both parties and the firm of the register', async () => {
    const first = await getDispute(clerk, (await registerDispute(clerk, aClaim())).id);
    const second = await getDispute(clerk, (await registerDispute(clerk, aClaim({ employerName: '煜泓纺织' }))).id);
    expect([first.number, second.number]).toEqual(['北劳调字〔2026〕第0001号', '北劳调字〔2026〕第0002号']);
    expect(first).toMatchObject({
      status: 'registered',
      applicantName: '钱小满',
      organisationName: '北区总工会',
      collective: false,
      imported: false,
      version: 1,
    });
    expect(first.parties.map((party) => [party.role, party.name])).toEqual([
      ['applicant', '钱小满'],
      ['respondent', '苏州煜泓纺织有限公司'],
    ]);
    expect(second.employerId).toBe(first.employerId);
    expect(second.employerName).toBe('煜泓纺织');
    expect(first.timeline.map((line) => line.kind)).toEqual(['dispute.register']);
  });

  it('numbers a town without letters of its own with those of the district above it', async () => {
    await db.owner.query('UPDATE organisation SET number_prefix = NULL WHERE id = $1', [tree.northTown]);
    const { id } = await registerDispute(clerk, aClaim({ organisationId: tree.northTown }));
    expect((await getDispute(clerk, id)).number).toMatch(/^北劳调字〔2026〕第\d{4}号$/);
  });

  it('passes over a number that an imported ledger brought', async () => {
    const last = await db.owner.query<{ last: number }>(
      `SELECT last FROM number_sequence WHERE kind = 'dispute' AND organisation_id = $1 AND year = 2026`,
      [tree.north],
    );
    const next = `北劳调字〔2026〕第${String(last.rows[0]!.last + 1).padStart(4, '0')}号`;
    await db.owner.query(
      `INSERT INTO dispute (id, number, organisation_id, status, channel, category, secondary, employer_name, applicant_name, registered_on, created_by)
       VALUES ($1, $2, $3, 'registered', 'V', '51', '{}', '甲', '乙', '2026-01-01', $4)`,
      [newId(), next, tree.south, clerk.actor.id],
    );
    const { id } = await registerDispute(clerk, aClaim());
    expect((await getDispute(clerk, id)).number).toBe(`北劳调字〔2026〕第${String(last.rows[0]!.last + 2).padStart(4, '0')}号`);
  });

  it('names a known person from the record and makes the person one of the organisation', async () => {
    const personId = newId();
    await db.owner.query(`INSERT INTO person (id, name, search_keys, created_by) VALUES ($1, '周海燕', '{}', $2)`, [
      personId,
      clerk.actor.id,
    ]);
    await expect(
      registerDispute(clerk, aClaim({ applicantId: personId, applicantName: '周*燕' })),
      'a person of another organisation',
    ).rejects.toEqual(refused('data.not-found'));
    await db.owner.query('INSERT INTO person_presence (person_id, organisation_id) VALUES ($1, $2)', [personId, tree.northTown]);
    const { id } = await registerDispute(clerk, aClaim({ applicantId: personId, applicantName: '周*燕' }));
    expect(await getDispute(clerk, id)).toMatchObject({ applicantId: personId, applicantName: '周海燕' });
    const { rowCount } = await db.owner.query('SELECT FROM person_presence WHERE person_id = $1 AND organisation_id = $2', [
      personId,
      tree.north,
    ]);
    expect(rowCount).toBe(1);
  });

  it('is refused elsewhere, in the future, and to who may only read', async () => {
    await expect(registerDispute(clerk, aClaim({ organisationId: tree.south }))).rejects.toEqual(refused('access.not-permitted'));
    await expect(registerDispute(clerk, aClaim({ registeredOn: plainDate('2026-11-21') }))).rejects.toEqual(
      refused('disputes.day-in-future'),
    );
    await expect(registerDispute(await aWorker(db, 'archivist', tree.city), aClaim())).rejects.toEqual(refused('access.not-permitted'));
  });

  it('leaves the firm a name where the register may not be added to', async () => {
    const unit = await aWorker(db, 'unit-union', tree.north);
    const { id } = await registerDispute(unit, aClaim({ employerName: '昆山未见过电子有限公司' }));
    expect(await getDispute(unit, id)).toMatchObject({ employerId: null, employerName: '昆山未见过电子有限公司' });
  });

  it('makes one firm of a name that many meet at once, and numbers without gap or double', async () => {
    const south = await aWorker(db, 'window-clerk', tree.south);
    const made = await Promise.all(
      Array.from({ length: 12 }, () => registerDispute(south, aClaim({ employerName: '太仓同时新见机械有限公司' }))),
    );
    const cases = await Promise.all(made.map(({ id }) => getDispute(south, id)));
    expect(new Set(cases.map((one) => one.employerId)).size).toBe(1);
    expect(cases.map((one) => one.number).sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `南劳调字〔2026〕第${String(i + 1).padStart(4, '0')}号`),
    );
  });
});
