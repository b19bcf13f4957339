import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '#data/sql';
import { figureTotal } from '#data/queries/report-rows';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import type { Figure, Figures } from '#rules/reports/figures';
import { metricOf, metrics } from '#rules/reports/metrics';
import { monthSpan, periodsOf, type Periods, type Span } from '#rules/reports/periods';
import { plainDate } from '#rules/shared/plain-date';
import { countFigures } from '#casework/reports/count-figures';
import { limitsOn, scopeOf } from '#casework/reports/scope';
import { aFile } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, type Tree } from '../../support/people.js';
import { plantFacts } from './a-year-of-facts.js';

let db: TestDatabase;
let tree: Tree;
const asOf = new Date('2014-01-01T00:00:00Z');
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  await plantFacts(db.owner, tree);
});
afterAll(() => db.close());

const everything: Sql = sql`true`;

async function counted(organisationId: string, periods: Periods) {
  const scope = await scopeOf(db.data, KEEPER, organisationId, asOf, limitsOn(db.clockwork.rules, periods.now.to));
  return { scope, figures: await countFigures(db.data, KEEPER, periods, scope) };
}

/** Every figure that this report could hold: each metric, in each span it is worked out for, as a whole and by each code. */
function everyFigure(figures: Figures, periods: Periods): Figure[] {
  const { now, before, lastYear, toDate, lastYearToDate } = periods;
  return metrics.flatMap((metric) => {
    const split = (span: Span, by: string): Figure[] =>
      figures.codes(metric.id, by, span).map((code) => figures.take(metric.id, span, { [by]: code }));
    const compared =
      metric.reach === 'now'
        ? [now, lastYear]
        : [now, ...(before ? [before] : []), lastYear, ...(metric.until ? [] : [toDate, lastYearToDate])];
    return [
      ...compared.flatMap((span) => [figures.take(metric.id, span), ...metric.by.flatMap((by) => split(span, by))]),
      ...metric.byNow.flatMap((by) => [...split(now, by), ...split(lastYear, by)]),
    ];
  });
}

test('a figure that was never counted is an error, not nothing', async () => {
  const periods = periodsOf('month', plainDate('2012-03-01'));
  const { figures } = await counted(tree.north, periods);
  expect(() => figures.take('disputes.accepted', monthSpan(2012, 4))).toThrow('not counted');
  expect(() => figures.take('disputes.accepted', periods.toDate, { unit: tree.north })).toThrow('not counted');
  expect(() => figures.take('disputes.accepted', periods.now, { honour: 'city' })).toThrow('not counted by');
  expect(() => figures.take('petitions.pending', periods.lastYearToDate)).not.toThrow();
});

test('figures agree with plain SQL on the tables themselves', async () => {
  const { figures } = await counted(tree.city, periodsOf('month', plainDate('2012-03-01')));
  const { now, before, toDate } = periodsOf('month', plainDate('2012-03-01'));
  const truth = async (text: string): Promise<number> =>
    Number((await db.owner.query<{ n: string }>(`SELECT coalesce(${text}, 0) AS n`)).rows[0]!.n);
  const inMarch = (day: string) => `${day} BETWEEN '2012-03-01' AND '2012-03-31'`;
  expect(figures.take('disputes.accepted', now, { category: '51' }).value).toBe(
    await truth(`(SELECT count(*) FROM dispute WHERE ${inMarch('accepted_on')} AND category = '51')`),
  );
  expect(figures.take('disputes.settled', now).value).toBe(
    await truth(
      `(SELECT count(*) FROM dispute WHERE ${inMarch('closed_on')} AND accepted_on IS NOT NULL AND outcome IN ('01', '02', '03'))`,
    ),
  );
  expect(figures.take('disputes.pending', now).value).toBe(
    await truth(`(SELECT count(*) FROM dispute WHERE accepted_on <= '2012-03-31' AND (closed_on IS NULL OR closed_on > '2012-03-31'))`),
  );
  expect(figures.take('disputes.pending', before!).value).toBe(
    await truth(`(SELECT count(*) FROM dispute WHERE accepted_on <= '2012-02-29' AND (closed_on IS NULL OR closed_on > '2012-02-29'))`),
  );
  expect(figures.take('disputes.accepted', now, { industry: 'C' }).value).toBe(
    await truth(
      `(SELECT count(*) FROM dispute d JOIN employer e ON e.id = d.employer_id WHERE ${inMarch('accepted_on')} AND industry = 'C')`,
    ),
  );
  expect(figures.take('petitions.group-visits', now).value).toBe(
    await truth(`(SELECT count(*) FROM petition WHERE ${inMarch('registered_on')} AND channel = 'V' AND person_count >= 5)`),
  );
  expect(figures.take('petitions.matters', toDate).value).toBe(
    await truth(`(SELECT count(DISTINCT matter_id) FROM petition WHERE registered_on BETWEEN '2012-01-01' AND '2012-03-31')`),
  );
  expect(figures.take('petitions.accepted-in-time', now).value).toBe(
    await truth(`(SELECT count(*) FROM petition WHERE ${inMarch('registered_on')} AND accepted_on - registered_on <= 15)`),
  );
  expect(figures.take('visits.value', now, { level: 'town' }).value).toBe(
    await truth(
      `(SELECT sum(cash_fen + goods_fen) FROM disbursement WHERE ${inMarch('paid_on')} AND programme = 'visit' AND level = 'town')`,
    ),
  );
  expect(figures.take('hardship.persons', now).value).toBe(
    await truth(`(SELECT sum(household_size) FROM hardship_file WHERE ${inMarch('filed_on')})`),
  );
});

test('an application counts nowhere before it is on file', async () => {
  const own = await aDatabase();
  try {
    const there = await aTree(own);
    const now = plainDate('2012-03-15');
    const { now: span } = periodsOf('month', now);
    const taken = async (metric: string): Promise<number> => {
      const scope = await scopeOf(own.data, KEEPER, there.city, asOf, limitsOn(own.clockwork.rules, span.to));
      return (await countFigures(own.data, KEEPER, periodsOf('month', now), scope)).take(metric, span).value;
    };
    const recorded = { begun_on: '2012-03-02', created_at: '2012-03-02', updated_at: '2012-03-02' };
    await aFile(own.owner, there.north, { status: 'verified', filed_on: null, hardship_class: null, ...recorded });
    expect([await taken('hardship.filed'), await taken('hardship.persons')]).toEqual([0, 0]);
    await aFile(own.owner, there.north, { status: 'active', era: 'R1', hardship_class: 'severe', filed_on: '2012-03-05', ...recorded });
    expect([await taken('hardship.filed'), await taken('hardship.persons')]).toEqual([1, 1]);
  } finally {
    await own.close();
  }
});

test('a file counts as entered in the class it had then, whatever became of it', async () => {
  const own = await aDatabase();
  try {
    const there = await aTree(own);
    const now = plainDate('2012-03-15');
    const { now: span } = periodsOf('month', now);
    const figuresNow = async () => {
      const scope = await scopeOf(own.data, KEEPER, there.city, asOf, limitsOn(own.clockwork.rules, span.to));
      return countFigures(own.data, KEEPER, periodsOf('month', now), scope);
    };
    const { id } = await aFile(own.owner, there.north, {
      status: 'active',
      era: 'R1',
      hardship_class: 'ordinary',
      begun_on: '2012-03-02',
      filed_on: '2012-03-05',
      created_at: '2012-03-05',
      updated_at: '2012-03-05',
    });
    await own.owner.query(`UPDATE hardship_file SET hardship_class = 'severe', updated_at = '2012-06-01', version = 2 WHERE id = $1`, [id]);
    const figures = await figuresNow();
    expect(['severe', 'ordinary'].map((one) => figures.take(`hardship.${one}`, span).value)).toEqual([0, 1]);
    expect(figures.take('hardship.active', span, { class: 'severe' }).value).toBe(1);
  } finally {
    await own.close();
  }
});

test('a row that is gone behind a figure is noticed', async () => {
  const own = await aDatabase();
  try {
    const place = await aTree(own);
    await plantFacts(own.owner, place, 60);
    const periods = periodsOf('year', plainDate('2012-01-01'));
    const scope = await scopeOf(own.data, KEEPER, place.city, asOf, limitsOn(own.clockwork.rules, periods.now.to));
    const figure = (await countFigures(own.data, KEEPER, periods, scope)).take('disputes.accepted', periods.now);
    const rows = async () =>
      (await own.data.read<{ amount: number }>(KEEPER, figureTotal(metricOf(figure.metric), figure.filter, scope, everything)))[0]!.amount;
    expect(await rows()).toBe(figure.value);
    await own.owner.query(
      `DELETE FROM history.dispute WHERE id = (SELECT id FROM history.dispute WHERE accepted_on BETWEEN '2012-01-01' AND '2012-12-31' LIMIT 1)`,
    );
    expect(await rows()).toBe(figure.value - 1);
  } finally {
    await own.close();
  }
});

test('an organisation that moved counts where it stood on the record’s own day', async () => {
  const own = await aDatabase();
  try {
    const before = await aTree(own);
    await plantFacts(own.owner, before);
    // The northern town goes over to the south in the middle of March.
    await own.owner.query(`UPDATE organisation_parent SET valid_to = '2012-03-16' WHERE organisation_id = $1`, [before.northTown]);
    await own.owner.query(
      `INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from) VALUES (gen_random_uuid(), $1, $2, '2012-03-16')`,
      [before.northTown, before.south],
    );
    const periods = periodsOf('year', plainDate('2012-01-01'));
    const year = async (root: string) => {
      const scope = await scopeOf(own.data, KEEPER, root, asOf, limitsOn(own.clockwork.rules, periods.now.to));
      return countFigures(own.data, KEEPER, periods, scope);
    };
    const inTown = async (from: string, to: string) =>
      Number(
        (
          await own.owner.query(`SELECT count(*) AS n FROM dispute WHERE organisation_id = $1 AND accepted_on BETWEEN $2 AND $3`, [
            before.northTown,
            from,
            to,
          ])
        ).rows[0].n,
      );
    const ownOf = async (id: string) =>
      Number(
        (
          await own.owner.query(
            `SELECT count(*) AS n FROM dispute WHERE organisation_id = $1 AND accepted_on BETWEEN '2012-01-01' AND '2012-12-31'`,
            [id],
          )
        ).rows[0].n,
      );
    const [city, north, south] = [await year(before.city), await year(before.north), await year(before.south)];
    const [early, late] = [await inTown('2012-01-01', '2012-03-15'), await inTown('2012-03-16', '2012-12-31')];
    expect([early > 0, late > 0]).toEqual([true, true]);
    expect(north.take('disputes.accepted', periods.now).value).toBe((await ownOf(before.north)) + early);
    expect(south.take('disputes.accepted', periods.now).value).toBe((await ownOf(before.south)) + late);
    // The city's table by district says the same, and its months add up to its year.
    expect(city.take('disputes.accepted', periods.now, { unit: before.north }).value).toBe(
      north.take('disputes.accepted', periods.now).value,
    );
    expect(city.take('disputes.accepted', periods.now, { unit: before.south }).value).toBe(
      south.take('disputes.accepted', periods.now).value,
    );
    expect(periods.months.reduce((sum, month) => sum + south.take('disputes.accepted', month).value, 0)).toBe(
      south.take('disputes.accepted', periods.now).value,
    );
  } finally {
    await own.close();
  }
});

describe.each([
  ['month', '2012-03-01'],
  ['month', '2012-01-01'],
  ['year', '2012-01-01'],
] as const)('%s from %s', (kind, from) => {
  const periods = periodsOf(kind, plainDate(from));

  test.each(['city', 'north', 'south'] as const)(
    'every figure of %s is the sum of its rows',
    async (place) => {
      const { scope, figures } = await counted(tree[place], periods);
      const all = everyFigure(figures, periods);
      const wrong: string[] = [];
      for (const figure of all) {
        const [total] = await db.data.read<{ amount: number }>(
          KEEPER,
          figureTotal(metricOf(figure.metric), figure.filter, scope, everything),
        );
        if (total!.amount !== figure.value) wrong.push(`${figure.key}: ${figure.value} but rows ${total!.amount}`);
      }
      expect(wrong).toEqual([]);
      expect(all.length).toBeGreaterThan(300);
      expect(all.filter((figure) => figure.value > 0).length).toBeGreaterThan(200);
    },
    120_000,
  );
});
