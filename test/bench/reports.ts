/** Counting for reports: one aggregate against SQL written by hand, and a hundred whole reports against their bare counting. */
import { strict as assert } from 'node:assert';
import pg from 'pg';
import { Data } from '#data/data';
import { countings } from '#data/queries/report-cells';
import { actorOf } from '#casework/access/actor-of';
import { Clockwork } from '#casework/deadlines/clockwork';
import { countFigures } from '#casework/reports/count-figures';
import { makeReport } from '#casework/reports/make-report';
import { requestReport } from '#casework/reports/request-report';
import { limitsOn, scopeOf } from '#casework/reports/scope';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { metricOf, metrics } from '#rules/reports/metrics';
import { periodsOf } from '#rules/reports/periods';
import { plainDate } from '#rules/shared/plain-date';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { accounts, districts, organisationId, towns } from './fill/ids.js';
import type { Row } from './row.js';
import type { Scene } from './scene.js';

/** A month in which cases were accepted and closed: the newest of the filling are still untouched. */
const MONTH = '2026-03';
const periods = periodsOf('month', plainDate(`${MONTH}-01`));
const everywhere = [...districts, ...towns].map(organisationId);
const ROUNDS = 9;

interface Counting {
  work: Work;
  bare: pg.Client;
}

async function atWork<T>({ large }: Scene, doing: (counting: Counting) => Promise<T>): Promise<T> {
  const data = new Data({ url: large.url, pool: 8, program: 'bangfu bench' });
  const bare = new pg.Client({ connectionString: large.url, application_name: 'limit' });
  await bare.connect();
  try {
    const actor = await actorOf(data, accounts.reviewer.id);
    return await doing({ work: { data, secrets: large.secrets, clockwork: await Clockwork.read(data), actor, now: new Date() }, bare });
  } finally {
    await data.close();
    await bare.end();
  }
}

const scope = ({ data, clockwork, now }: Work, of: string) => scopeOf(data, KEEPER, of, now, limitsOn(clockwork.rules, periods.now.to));

/** In turns; the middle time of each, in ms. */
async function middleTimes(...doings: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = doings.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, doing] of doings.entries()) {
      const began = performance.now();
      await doing();
      if (round > 0) times[i]!.push(performance.now() - began);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!);
}

/** By hand: what was accepted, month by month of two years and by category, as it is known now. */
const BY_HAND = `
  SELECT to_char(accepted_on, 'YYYY-MM') AS month, category, count(*) AS accepted, sum(worker_count) AS workers, count(*) FILTER (WHERE worker_count >= 10) AS collective,
         sum(claimed_fen) AS claimed, sum(agreed_fen) AS agreed
  FROM history.dispute WHERE accepted_on BETWEEN $1 AND $2 AND recorded_at <= $3 AND superseded_at > $3 AND organisation_id = ANY ($4::uuid[])
  GROUP BY GROUPING SETS ((1), (1, 2))`;

export async function measureAggregate(scene: Scene): Promise<Row[]> {
  return atWork(scene, async ({ work, bare }) => {
    const which = ['accepted', 'workers', 'collective', 'claimed', 'agreed'].map((id) => ({
      ...metricOf(`disputes.${id}`),
      by: ['category'],
      byNow: [],
    }));
    const here = await scope(work, ROOT_ORGANISATION);
    const months = [...periods.lastYearMonths, ...periods.months];
    const values = [months[0]!.from, months.at(-1)!.to, work.now, [ROOT_ORGANISATION, ...everywhere]];
    const ask = () => bare.query<{ month: string; category: string | null; accepted: string }>({ name: 'by_hand', text: BY_HAND, values });
    const count = () => countFigures(work.data, KEEPER, periods, here, undefined, which);
    const byHand = (await ask()).rows.find((row) => row.month === MONTH && row.category === null);
    assert.equal(
      (await count()).take('disputes.accepted', periods.now).value,
      Number(byHand!.accepted),
      'the report and the hand disagree',
    );
    const [ours, limit] = await middleTimes(count, ask);
    return [
      {
        name: 'monthly aggregate: disputes of two years by month and category',
        ours: `${ours!.toFixed(1)} ms`,
        beside: `${limit!.toFixed(1)} ms by hand`,
        ratio: limit! / ours!,
        least: 0.9,
      },
    ];
  });
}

/** Whole reports (asked for, counted, composed, kept with their audit entries) against their counting statements alone, without row-level security. */
export async function measureReports(scene: Scene): Promise<Row[]> {
  return atWork(scene, async ({ work, bare }) => {
    const began = performance.now();
    for (const of of everywhere) {
      const { id } = await requestReport(work, { organisationId: of, kind: 'month', period: MONTH });
      await makeReport(work, { reportId: id });
    }
    const ours = performance.now() - began;
    let limit = 0;
    for (const of of everywhere) {
      const statements = countings(metrics, periods, await scope(work, of)).map(({ statement }) => statement.statement);
      const since = performance.now();
      for (const { text, values } of statements) await bare.query({ text, values });
      limit += performance.now() - since;
    }
    return [
      {
        name: `time of the monthly reports of ${everywhere.length} organisations : their counting as bare SQL`,
        ours: `${(ours / 1000).toFixed(1)} s`,
        beside: `${(limit / 1000).toFixed(1)} s`,
        ratio: ours / limit,
        most: 1.5,
      },
    ];
  });
}
