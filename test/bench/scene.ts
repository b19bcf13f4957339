/** Everything a row of the table may use: two filled databases, our api over each, the limit, and who is signed in. */
import { get, startApi, startLimit, type Server, type Session, type Surroundings } from './servers.js';
import type { BenchDatabase } from './bench-database.js';
import { LoadProcess, type Answered, type Request } from './loading.js';
import { connections, secondsPerCell } from './settings.js';
import { accounts } from './fill/ids.js';
import { signIn } from './servers.js';

export interface Signed {
  api: Server;
  sessions: Record<keyof typeof accounts, Session>;
}

export interface Scene {
  around: Surroundings;
  large: BenchDatabase;
  small: BenchDatabase;
  ours: Signed;
  limit: Server;
  operations: ReadonlySet<string>;
  load: LoadProcess;
}

export async function signedIn(api: Server): Promise<Signed> {
  const sessions = {} as Signed['sessions'];
  for (const [name, { username }] of Object.entries(accounts)) sessions[name as keyof typeof accounts] = await signIn(api, username);
  return { api, sessions };
}

export async function setScene(around: Surroundings, large: BenchDatabase, small: BenchDatabase): Promise<Scene> {
  const ours = await signedIn(await startApi(large.url, around));
  const document = await get<{ paths: Record<string, Record<string, { operationId?: string }>> }>(ours.api, '/openapi.json');
  const operations = new Set(
    Object.values(document.paths).flatMap((path) => Object.values(path).flatMap(({ operationId }) => operationId ?? [])),
  );
  return { around, large, small, ours, limit: await startLimit(large.url), operations, load: new LoadProcess() };
}

/** What is sent to one of two servers that are compared. */
export interface Side {
  port: number;
  requests: readonly Request[];
  once?: boolean;
}

const ROUNDS = 3;

/** Measures two sides in turns, so that whatever else the machine does falls on both. */
export async function inTurns(load: LoadProcess, one: Side, other: Side): Promise<[Answered, Answered]> {
  const sides = [one, other] as const;
  const results: [Answered[], Answered[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of [0, 1] as const) {
      const side = sides[at];
      const part = Math.floor(side.requests.length / ROUNDS);
      const requests = side.once ? side.requests.slice(round * part, (round + 1) * part) : side.requests;
      const warmSeconds = side.once ? 0 : round === 0 ? 1 : 0.2;
      results[at].push(
        await load.send({
          port: side.port,
          connections,
          warmSeconds,
          seconds: secondsPerCell / ROUNDS,
          requests,
          ...(side.once && { once: true }),
        }),
      );
    }
  }
  return [middle(results[0]), middle(results[1])];
}

/** The middle round of three: one that something else disturbed does not count. */
const middle = (rounds: Answered[]): Answered => [...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!;
