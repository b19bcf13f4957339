/**
 * What a second api process brings. On a small machine both would share one core, so each is held to a tenth of it, by stopping
 * and continuing it in turns: as if it had a slow core of its own, with a database that is far from its limit.
 */
import { LoadProcess, type Request } from './loading.js';
import type { Row } from './row.js';
import { signedIn, type Scene, type Signed } from './scene.js';
import { startApi } from './servers.js';
import { connections, secondsPerCell } from './settings.js';

const TURN_MS = 40;
const SHARE = 0.1;
/** A process that is stopped and continued all the time is a restless thing: the middle one of three pairs counts. */
const TURNS = 3;

/** Lets one process after the other run for its share of every turn. */
function throttle(pids: readonly number[]): () => void {
  const send = (signal: 'SIGSTOP' | 'SIGCONT', pid: number): void => {
    process.kill(pid, signal);
  };
  const timers = new Set<NodeJS.Timeout>();
  pids.forEach((pid) => send('SIGSTOP', pid));
  const turn = setInterval(() => {
    pids.forEach((pid, i) => {
      const begin = setTimeout(() => send('SIGCONT', pid), (i * TURN_MS) / pids.length);
      const end = setTimeout(() => send('SIGSTOP', pid), (i * TURN_MS) / pids.length + TURN_MS * SHARE);
      for (const timer of [begin, end]) timers.add(timer);
    });
  }, TURN_MS);
  return () => {
    clearInterval(turn);
    timers.forEach((timer) => clearTimeout(timer));
    pids.forEach((pid) => send('SIGCONT', pid));
  };
}

const lists = ({ sessions }: Signed): Request[] =>
  ['/api/disputes', '/api/petitions', '/api/people'].map((path) => ({ method: 'GET', path, headers: sessions.reviewer }));

async function rateOf(apis: readonly Signed[]): Promise<number> {
  const loads = apis.map(() => new LoadProcess());
  const send = (seconds: number): Promise<number[]> =>
    Promise.all(
      apis.map(async (signed, i) => {
        const answered = await loads[i]!.send({ port: signed.api.port, connections, warmSeconds: 0, seconds, requests: lists(signed) });
        return answered.perSecond;
      }),
    );
  await send(1);
  const release = throttle(apis.map(({ api }) => api.pid));
  try {
    const rates = await send(secondsPerCell);
    return rates.reduce((sum, rate) => sum + rate, 0);
  } finally {
    release();
    loads.forEach((load) => load.stop());
  }
}

export async function measureTwoProcesses({ around, large, ours }: Scene): Promise<Row[]> {
  const second = await signedIn(await startApi(large.url, around));
  try {
    const rates: { alone: number; together: number }[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) rates.push({ alone: await rateOf([ours]), together: await rateOf([ours, second]) });
    const { alone, together } = rates.sort((a, b) => a.together / a.alone - b.together / b.alone)[Math.floor(TURNS / 2)]!;
    return [
      {
        name: 'two api processes : one, each held to a tenth of a core',
        ours: `${together.toFixed(0)}/s`,
        beside: `${alone.toFixed(0)}/s with one`,
        ratio: together / alone,
        least: 1.8,
      },
    ];
  } finally {
    await second.api.stop();
  }
}
