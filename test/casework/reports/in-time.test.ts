import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { applyForMediation } from '#casework/disputes/apply-for-mediation';
import { closeDispute } from '#casework/disputes/close-dispute';
import { registerDispute } from '#casework/disputes/register-dispute';
import { withdrawDispute } from '#casework/disputes/withdraw-dispute';
import { acceptPetition } from '#casework/petitions/accept-petition';
import { extendPetition } from '#casework/petitions/extend-petition';
import { handlePetition } from '#casework/petitions/handle-petition';
import { mergePetition } from '#casework/petitions/merge-petition';
import { registerPetition } from '#casework/petitions/register-petition';
import { countFigures } from '#casework/reports/count-figures';
import { limitsOn, scopeOf } from '#casework/reports/scope';
import type { Work } from '#casework/work';
import { figureTotal } from '#data/queries/report-rows';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { metricOf } from '#rules/reports/metrics';
import { periodsOf } from '#rules/reports/periods';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { aClaim } from '../../support/a-dispute.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, at, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;
let reviewer: Work;
let officer: Work;
let window: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
  reviewer = await aWorker(db, 'reviewer', tree.north);
  officer = await aWorker(db, 'petition-officer', tree.south);
  window = await aWorker(db, 'window-clerk', tree.south);
});
afterAll(() => db.close());

/** A figure of a month as it was known at a moment; its rows add up to it. */
async function figureOf(metric: string, month: string, asOf = '2026-11-20T02:00:00Z', place = tree.north): Promise<number> {
  const periods = periodsOf('month', plainDate(`${month}-01`));
  const scope = await scopeOf(db.data, KEEPER, place, new Date(asOf), limitsOn(db.clockwork.rules, periods.now.to));
  const figure = (await countFigures(db.data, KEEPER, periods, scope)).take(metric, periods.now);
  const [behind] = await db.data.read<{ amount: number }>(KEEPER, figureTotal(metricOf(metric), figure.filter, scope, sql`true`));
  expect(behind!.amount, metric).toBe(figure.value);
  return figure.value;
}

/** Rows without clocks, as a ledger of past years has them: past the front door. */
async function plant(table: 'dispute' | 'petition', rows: readonly Record<string, unknown>[]): Promise<void> {
  const common = {
    organisation_id: tree.north,
    status: 'closed',
    channel: 'V',
    created_by: clerk.actor.id,
    created_at: '2013-01-01',
    updated_at: '2013-01-01',
    version: 1,
  };
  const own = {
    dispute: {
      category: '51',
      secondary: [],
      severity: 'ordinary',
      employer_name: '某厂',
      applicant_name: '某人',
      worker_count: 1,
      common_request: false,
    },
    petition: { purpose: 'settlement', subject: '20', anonymous: false, person_count: 1, contact_kind: 'first' },
  }[table];
  const planted = rows.map((row) => ({ id: newId(), ...(table === 'petition' && { matter_id: newId() }), ...common, ...own, ...row }));
  const columns = [...new Set(planted.flatMap((row) => Object.keys(row)))].join(', ');
  await db.owner.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(planted),
  ]);
}

describe('of records without clocks', () => {
  test('a period that ends on rest days and holidays runs to the working day after them', async () => {
    // Fifteen days from 20 September 2012 end on 5 October, in the week of National Day; 8 October is the next working day.
    await plant('dispute', [
      { registered_on: '2012-09-19', accepted_on: '2012-09-20', closed_on: '2012-10-08', outcome: '01' },
      { registered_on: '2012-09-19', accepted_on: '2012-09-20', closed_on: '2012-10-09', outcome: '01' },
      { registered_on: '2012-09-19', accepted_on: '2012-09-24', closed_on: '2012-10-09', outcome: '01' },
      { registered_on: '2012-09-19', accepted_on: '2012-09-24', closed_on: '2012-10-10', outcome: '01' },
      { registered_on: '2012-09-19', accepted_on: '2012-07-01', closed_on: '2012-10-31', outcome: '04' },
    ]);
    expect(await figureOf('disputes.closed-late', '2012-10')).toBe(3);
    await plant('petition', [
      { registered_on: '2012-09-20', accepted_on: '2012-10-08', status: 'accepted' },
      { registered_on: '2012-09-20', accepted_on: '2012-10-09', status: 'accepted' },
    ]);
    expect(await figureOf('petitions.accepted-in-time', '2012-09')).toBe(1);
    // Sixty days from 27 October 2012 end on 26 December, a Wednesday; from 31 October on 30 December, a Sunday before New Year.
    await plant('petition', [
      { registered_on: '2012-10-26', accepted_on: '2012-10-27', closed_on: '2012-12-27' },
      { registered_on: '2012-10-26', accepted_on: '2012-10-31', closed_on: '2012-12-31' },
    ]);
    expect([await figureOf('petitions.handled', '2012-12'), await figureOf('petitions.handled-in-time', '2012-12')]).toEqual([2, 1]);
  });

  test('one that was passed on is not late to be accepted; one that nobody has sorted is', async () => {
    await plant('petition', [
      { registered_on: '2011-03-01', status: 'referred', handling: 'refer' },
      { registered_on: '2011-03-01', status: 'merged', handling: 'merge' },
      { registered_on: '2011-03-01', status: 'registered' },
      { registered_on: '2011-03-20', status: 'registered' },
    ]);
    expect([await figureOf('petitions.pending', '2011-03'), await figureOf('petitions.overdue', '2011-03')]).toEqual([4, 1]);
  });

  test('what was closed without a known outcome counts among the closed, and ten workers with claims of their own are no collective dispute', async () => {
    await plant('dispute', [
      {
        registered_on: '2010-05-03',
        accepted_on: '2010-05-04',
        closed_on: '2010-05-10',
        outcome: '01',
        worker_count: 12,
        common_request: true,
      },
      { registered_on: '2010-05-03', accepted_on: '2010-05-04', closed_on: '2010-05-10', worker_count: 12, status: 'accepted' },
      { registered_on: '2010-05-03', accepted_on: '2010-05-04', closed_on: '2010-05-10', outcome: '11' },
    ]);
    expect([await figureOf('disputes.closed', '2010-05'), await figureOf('disputes.closed-counted', '2010-05')]).toEqual([3, 2]);
    expect([await figureOf('disputes.collective', '2010-05'), await figureOf('disputes.collective-workers', '2010-05')]).toEqual([1, 12]);
  });
});

describe('of records with clocks', () => {
  test('a dispute that was withdrawn in time is not late for being closed later', async () => {
    const { id } = await registerDispute(clerk, aClaim({ registeredOn: plainDate('2026-10-08') }));
    await applyForMediation(clerk, { disputeId: id, version: 1, on: plainDate('2026-10-08'), oral: false });
    const yes = { inScope: true, applicantConsents: true, respondentConsents: true };
    await acceptDispute(reviewer, { disputeId: id, version: 2, on: plainDate('2026-10-09'), ...yes });
    await withdrawDispute(clerk, { disputeId: id, version: 3, on: plainDate('2026-10-14'), reason: '双方已和解' });
    await closeDispute(reviewer, { disputeId: id, version: 4, on: plainDate('2026-10-30') });
    expect([await figureOf('disputes.closed', '2026-10'), await figureOf('disputes.closed-late', '2026-10')]).toEqual([1, 0]);
  });

  test('a contact that joined another matter is not late; what was told later was not known before', async () => {
    const contact = {
      channel: 'V',
      purpose: 'settlement',
      subject: '20',
      petitionerName: '钱小满',
      anonymous: false,
      personCount: 1,
      representatives: 0,
      contactKind: 'first',
      content: '欠薪',
    } as const;
    const [inMay, inJune] = [at(window, '2026-05-04T02:00:00Z'), at(officer, '2026-06-02T02:00:00Z')];
    const [first, second] = [await registerPetition(inMay, contact), await registerPetition(inMay, contact)];
    await mergePetition(at(officer, '2026-05-06T02:00:00Z'), { petitionId: second.id, version: 1, intoId: first.id });
    // Sorted in May, and told on 2 June: the report of 1 June knew of nothing.
    await acceptPetition(inJune, { petitionId: first.id, version: 1, on: plainDate('2026-05-08') });
    const south = (metric: string, asOf?: string) => figureOf(metric, '2026-05', asOf, tree.south);
    const firstOfJune = '2026-05-31T16:00:00Z';
    expect([await south('petitions.pending', firstOfJune), await south('petitions.overdue', firstOfJune)]).toEqual([2, 1]);
    expect(await south('petitions.overdue')).toBe(0);
  });

  test('an extension that was recorded later does not undo what a report said before', async () => {
    const { id } = await registerPetition(at(window, '2025-05-06T02:00:00Z'), {
      channel: 'V',
      purpose: 'settlement',
      subject: '20',
      petitionerName: '钱大满',
      anonymous: false,
      personCount: 1,
      representatives: 0,
      contactKind: 'first',
      content: '欠薪',
    });
    await acceptPetition(at(officer, '2025-05-07T02:00:00Z'), { petitionId: id, version: 1 });
    await handlePetition(at(officer, '2025-05-08T02:00:00Z'), { petitionId: id, version: 2, noInterest: true });
    const overdue = (asOf?: string) => figureOf('petitions.overdue', '2025-07', asOf, tree.south);
    const firstOfAugust = '2025-07-31T16:00:00Z';
    expect(await overdue(firstOfAugust)).toBe(1);
    // Given on 1 July, five days before the end, and recorded in September.
    const head = await aWorker(db, 'reviewer', tree.south);
    await extendPetition(at(head, '2025-09-01T02:00:00Z'), {
      petitionId: id,
      version: 3,
      on: plainDate('2025-07-01'),
      days: 30,
      reason: '情况复杂',
      petitionerTold: true,
    });
    expect([await overdue(firstOfAugust), await overdue('2025-08-31T16:00:00Z'), await overdue('2025-09-01T02:00:01Z')]).toEqual([1, 1, 0]);
  });
});
