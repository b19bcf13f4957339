/** Rows that are no share of the limit: growth, long timelines, memory, starting, and a second process. */
import { setTimeout as pause } from 'node:timers/promises';
import { busyPerson, disputeId, quietPerson } from './fill/ids.js';
import { randomFrom } from './fill/names.js';
import type { Request } from './loading.js';
import { memoryOf } from './machine.js';
import { measureEligibility } from './eligibility.js';
import { measureImport } from './imports.js';
import { measureAggregate, measureReports } from './reports.js';
import { measureTwoProcesses } from './two-processes.js';
import { measureWeb } from './web.js';
import type { Row } from './row.js';
import { inTurns, signedIn, type Scene, type Signed } from './scene.js';
import { startApi } from './servers.js';

interface SingleRow {
  name: string;
  operation: string;
  measure(scene: Scene): Promise<Row[]>;
}

const perRequest = (perSecond: number): string => `${perSecond.toFixed(0)}/s`;

/** The same pages of a tenth of the rows; both databases lie on one server. */
async function growth(scene: Scene): Promise<Row[]> {
  const { load, ours, large, small } = scene;
  const few = await signedIn(await startApi(small.url, scene.around));
  const records = ({ sessions }: Signed, disputes: number): Request[] => {
    const random = randomFrom(5);
    return Array.from({ length: 1000 }, () => ({
      method: 'GET',
      path: `/api/disputes/${disputeId(11 + random(disputes - 10))}`,
      headers: sessions.reviewer,
    }));
  };
  const lists = ({ sessions }: Signed): Request[] =>
    (['disputes', 'disputes?status=mediating', 'petitions', 'people'] as const).flatMap((path) => [
      { method: 'GET' as const, path: `/api/${path}`, headers: sessions.reviewer },
      { method: 'GET' as const, path: `/api/${path}`, headers: sessions.clerk },
    ]);
  const compared = async (name: string, many: Request[], fewer: Request[]): Promise<Row> => {
    const [big, little] = await inTurns(load, { port: ours.api.port, requests: many }, { port: few.api.port, requests: fewer });
    return {
      name,
      ours: perRequest(big.perSecond),
      beside: `${perRequest(little.perSecond)} at a tenth`,
      ratio: little.perSecond / big.perSecond,
      most: 1.3,
    };
  };
  try {
    return [
      await compared('growth in time: lists with ten times the rows', lists(ours), lists(few)),
      await compared(
        'growth in time: one dispute with ten times the rows',
        records(ours, large.size.disputes),
        records(few, small.size.disputes),
      ),
    ];
  } finally {
    await few.api.stop();
  }
}

async function longTimeline({ load, ours }: Scene): Promise<Row[]> {
  const page = (id: string): Request[] =>
    ['', '/timeline'].map((part) => ({ method: 'GET', path: `/api/people/${id}${part}`, headers: ours.sessions.reviewer }));
  const [busy, quiet] = await inTurns(
    load,
    { port: ours.api.port, requests: page(busyPerson) },
    { port: ours.api.port, requests: page(quietPerson) },
  );
  return [
    {
      name: 'time of a person page with 10,000 activities : with 10',
      ours: perRequest(busy.perSecond),
      beside: perRequest(quiet.perSecond),
      ratio: quiet.perSecond / busy.perSecond,
      most: 1.5,
    },
  ];
}

async function idle({ around, large, ours }: Scene): Promise<Row[]> {
  const api = await startApi(large.url, around, { side: 'both' });
  await pause(5000);
  const memory = memoryOf(api.pid);
  const after = memoryOf(ours.api.pid);
  await api.stop();
  return [
    {
      name: 'api memory when idle, MB (beside: after the load of this run)',
      ours: `${memory} MB`,
      beside: `${after} MB`,
      ratio: memory,
      most: 200,
    },
    {
      name: 'api from start to ready, s',
      ours: `${(api.readyAfter / 1000).toFixed(2)} s`,
      beside: '',
      ratio: api.readyAfter / 1000,
      most: 3,
    },
  ];
}

export const singleRows: readonly SingleRow[] = [
  { name: 'growth', operation: 'findDisputes', measure: growth },
  { name: 'timeline', operation: 'personTimeline', measure: longTimeline },
  { name: 'aggregate', operation: 'requestReport', measure: measureAggregate },
  { name: 'reports', operation: 'requestReport', measure: measureReports },
  { name: 'two processes', operation: 'findDisputes', measure: measureTwoProcesses },
  { name: 'idle', operation: 'isReady', measure: idle },
  { name: 'web', operation: 'signIn', measure: measureWeb },
  { name: 'import', operation: 'uploadImport', measure: measureImport },
  { name: 'eligibility', operation: 'tryPolicy', measure: measureEligibility },
];
