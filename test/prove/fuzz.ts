/**
 * Proves that the api stands whatever it is asked: requests made from its own document, then spoilt, as several people at once. No fault,
 * no exit, no change by what was refused, no script sent back. `FUZZ_REQUESTS=20000 node dist/test/prove/fuzz.js [seed]`
 */
import type pg from 'pg';
import { permissionNames, type Permission } from '#rules/access/permissions';
import { newId } from '#runtime/ids';
import { PASSWORD } from '../support/accounts.js';
import { aDatabase } from '../support/database.js';
import { startApi, Visitor } from '../support/api.js';
import { dice, seedOfRun } from '../support/dice.js';
import { reachOf } from './access-roles-oracle.js';
import { plant, type Noun } from './access-things-support.js';
import { aWorld, anActor, anotherSession, withToken, type Actor, type PlaceName, type World } from './access-world-support.js';
import { ask, faultsOf } from './fuzz-answers-support.js';
import { families, hardshipWords, lookAround } from './fuzz-hardship-support.js';
import type { Nearby } from './fuzz-schema-support.js';
import { Spoiler } from './fuzz-spoiling-support.js';
import { readDocument, RequestMaker, type Request } from './fuzz-requests-support.js';

const SIZES: Record<string, number> = { test: 20_000, full: 20_000, nightly: 1_000_000 };
const WANTED = Number(process.env['FUZZ_REQUESTS'] ?? SIZES[process.env['PROVE_SIZE'] ?? 'full'] ?? 20_000);
const HANDS = 8;
const ROUND = 400;
/** Refused requests that are sent again together, with a look at every table before and after. */
const AGAIN = 100;
/** Where a wrong password or code is counted, by whatever method and of whatever operation the address was meant to be. */
const ASKS_A_SECRET = /^\/api\/(session|me\/(password|totp))/;
const NOUNS: readonly Noun[] = [
  'user',
  'organisation',
  'employer',
  'mediation-body',
  'person',
  'person-merge',
  'dispute',
  'mass-incident',
  'petition',
  'hardship',
  'candidate',
  'policy',
  'disbursement',
  'legal-aid',
  'import',
  'report',
  'job',
];
/** What an address's first word says its id is one of. */
const SEGMENTS: Record<string, Noun> = {
  users: 'user',
  organisations: 'organisation',
  employers: 'employer',
  people: 'person',
  merges: 'person-merge',
  disputes: 'dispute',
  petitions: 'petition',
  'hardship-files': 'hardship',
  candidates: 'candidate',
  policies: 'policy',
  imports: 'import',
  reports: 'report',
  jobs: 'job',
};
/** Fields that name one of them. */
const FIELDS: Partial<Record<Noun, string[]>> = {
  employer: ['employerId'],
  person: ['applicantId', 'petitionerId', 'mergedId', 'holderId', 'personId'],
  petition: ['intoId'],
  user: ['mediatorId', 'handlerId', 'ownerId', 'cadreId'],
};
const STANDINGS: Partial<Record<Noun, string[]>> = {
  dispute: ['registered', 'applied', 'accepted', 'assigned', 'mediating', 'failed'],
  petition: ['registered', 'accepted', 'handling', 'referred'],
  import: ['uploaded', 'checked', 'done'],
  job: ['waiting', 'failed'],
  hardship: ['draft', 'submitted', 'prelim_ok', 'active', 'active', 'under_review', 'exit_notice', 'lifted'],
  candidate: ['open'],
  policy: ['draft', 'tried', 'agreed'],
};
const ROLES = [
  'window-clerk',
  'aid-officer',
  'mediator',
  'petition-officer',
  'reviewer',
  'statistician',
  'centre-admin',
  'system-admin',
  'security-admin',
  'audit-admin',
  'approver',
] as const;

const seed = seedOfRun();
const random = dice(seed);
const begun = performance.now();
const counts = new Map<string, number>();
const count = (what: string): number => counts.set(what, (counts.get(what) ?? 0) + 1).get(what)!;
const faults = new Map<string, { times: number; example: string }>();

function fault(what: string, request: Request | undefined, more = ''): void {
  const key = `${request?.of.id ?? ''} ${what}`;
  const known = faults.get(key);
  if (known) known.times += 1;
  else
    faults.set(key, {
      times: 1,
      example: `${request ? `${request.method} ${request.url.slice(0, 200)} (${request.spoilt.join(', ')}) ${request.body?.subarray(0, 300).toString() ?? ''}` : ''} ${more.slice(0, 400)}`,
    });
}

/** The people of the play: those who act, and what they may name. */
async function cast(world: World): Promise<{ actors: Actor[]; known: Record<string, unknown[]> }> {
  const actors: Actor[] = [];
  for (const [i, role] of ROLES.entries()) actors.push(await anActor(world, role, (i % 3 === 0 ? 'city' : 'north') as PlaceName));
  const users = actors.map(({ id }) => id);
  const places = Object.values(world.places);
  const known: Record<string, unknown[]> = {
    id: [...users],
    organisationId: places,
    parentId: places,
    mediatorId: [...users],
    handlerId: [...users],
    actorId: [...users],
    version: [1, 1, 1, 2],
    roleCode: [...ROLES, 'cashier'],
    scopes: [['person.read'], ['dispute.read', 'petition.read']],
    current: [PASSWORD, 'wrong'],
    password: ['wrong'],
    username: ['nobody', 'window01'],
    toOrganisationId: places,
    ...(hardshipWords as Record<string, unknown[]>),
  };
  for (const place of places) for (const noun of NOUNS) await introduce(world, known, noun, place);
  return { actors, known };
}

/** Something more that can be named, as it may stand at any time of its life. */
async function introduce(world: World, known: Record<string, unknown[]>, noun: Noun, place: string): Promise<void> {
  const handler = random.pick(known['mediatorId']!) as string;
  const thing = await plant(world.db, noun, place, {
    ...(STANDINGS[noun] && { status: random.pick(STANDINGS[noun]) }),
    ...(random(2) === 0 && { handler }),
  });
  const names = [
    ...Object.entries(SEGMENTS).flatMap(([segment, of]) => (of === noun ? [`${segment} id`] : [])),
    ...(FIELDS[noun] ?? []),
    'id',
  ];
  for (const name of names) (known[name] ??= []).push(thing.id);
  for (const [name, id] of Object.entries(thing.also)) (known[`${noun}s ${name}`] ??= []).push(id);
}

/** Whoever was signed out, closed or stripped by what was asked comes back for the next round. */
async function comeBack(world: World, actors: readonly Actor[]): Promise<Visitor[]> {
  const { owner } = world.db;
  const all = actors.map(({ id }) => id);
  await owner.query(
    `UPDATE "user" SET status = 'active', must_change = false, totp_secret = NULL, totp_last_step = NULL WHERE id = ANY ($1)`,
    [all],
  );
  await owner.query(
    `UPDATE role_grant SET revoked_at = NULL WHERE id IN (SELECT DISTINCT ON (user_id) id FROM role_grant WHERE user_id = ANY ($1) ORDER BY user_id, granted_at, id)`,
    [all],
  );
  const visitors = await Promise.all(actors.map((actor) => anotherSession(world, actor)));
  return [
    ...visitors,
    await withToken(world, actors[0]!, permissionNames),
    await withToken(world, actors[4]!, permissionNames),
    new Visitor(world.url),
  ];
}

/** The same headers as this visitor's browser or program would send, under those that were spoilt. */
function as(visitor: Visitor, request: Request): Request {
  return {
    ...request,
    headers: {
      ...(visitor.cookie && { cookie: `bangfu_session=${visitor.cookie}` }),
      ...(visitor.csrf && { 'x-csrf-token': visitor.csrf }),
      ...(visitor.token && { authorization: `Bearer ${visitor.token}` }),
      ...request.headers,
    },
  };
}

/** A sum over every table; notes of use and refused sign-ins are meant to be written. */
async function everything(owner: pg.Pool, tables: readonly string[]): Promise<Map<string, string>> {
  const sums = tables.map(
    (table, i) =>
      `(SELECT md5(string_agg(md5((to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text), '' ORDER BY t::text)) FROM ${table} t) AS "t${i}"`,
  );
  const [row] = (await owner.query<Record<string, string>>(`SELECT ${sums.join(', ')}`)).rows;
  return new Map(tables.map((table, i) => [table, row![`t${i}`]!]));
}

async function inHands(requests: readonly Request[], doing: (request: Request) => Promise<void>): Promise<void> {
  const left = requests.values();
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (const request of left) await doing(request);
    }),
  );
}

const db = await aDatabase();
const api = await startApi(db.url, { LOG_LEVEL: 'info' });
let exited = false;
api.child.once('exit', () => (exited = true));
try {
  const world = await aWorld(db, api.url);
  const { actors, known } = await cast(world);
  const { operations, schemas } = readDocument((await new Visitor(api.url).ask('GET', '/openapi.json')).json);
  const nearby: Nearby = new Map();
  const atTheWindow = await families(world, random);
  const maker = new RequestMaker(schemas, known, nearby, random);
  const spoiler = new Spoiler(known, random);
  const tables = (
    await db.owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'history') AND tablename NOT IN ('audit_link', 'audit_pending', '_prisma_migrations')`,
    )
  ).rows.map(({ name }) => name);
  const reached = new Set<string>();
  let refused: Request[] = [];
  let sent = 0;

  const once = async (request: Request): Promise<number> => {
    sent += 1;
    const got = await ask(api.url, request);
    if (!got) {
      count('no answer');
      return 0;
    }
    count(String(got.status));
    if (got.status < 300) reached.add(request.of.id);
    for (const what of faultsOf(got, request.of, request.method, schemas)) fault(what, request, got.text);
    return got.status;
  };

  const sendAgain = async (requests: readonly Request[]): Promise<void> => {
    const before = await everything(db.owner, tables);
    let accepted = false;
    await inHands(requests, async (request) => {
      // With a key of its own each: a key that stayed taken would be a change as well.
      const status = await once({ ...request, headers: { ...request.headers, 'idempotency-key': newId() } });
      if (status < 400) accepted = true;
    });
    if (accepted) return void count('looked at tables: something was accepted this time');
    count('looked at tables: refused, compared');
    const after = await everything(db.owner, tables);
    for (const [table, sum] of after)
      if (before.get(table) !== sum)
        fault(`${table} changed by refused requests`, requests[0], [...new Set(requests.map(({ of }) => of.id))].join(' '));
  };

  while (sent < WANTED && !exited) {
    const visitors = await comeBack(world, actors);
    for (const noun of Object.keys(STANDINGS) as Noun[])
      for (let i = 0; i < 4; i += 1)
        await introduce(world, known, noun, random.pick([world.places.north, world.places.northTown, world.places.city]));
    await atTheWindow.more();
    await lookAround(db.owner, known, nearby);
    const requests = Array.from({ length: ROUND }, () => {
      const operation = random.pick(operations);
      // Mostly somebody who may: what is refused at the door is soon told.
      const fit = visitors.filter(
        (_, i) => actors[i] && (operation.needs === 'signed-in' || reachOf(actors[i], operation.needs as Permission)),
      );
      const made = as(random.pick(fit.length > 0 && random(4) > 0 ? fit : visitors), maker.make(operation));
      return random(4) === 0 ? made : spoiler.spoil(made);
    });
    await inHands(requests, async (request) => {
      const status = await once(request);
      // A wrong secret is counted at the account, as it should be; what only looks changes nothing anyway.
      if (status >= 400 && status < 500 && request.method !== 'GET' && !ASKS_A_SECRET.test(request.url)) refused.push(request);
    });
    for (; refused.length >= AGAIN && sent < WANTED; refused = refused.slice(AGAIN)) await sendAgain(refused.slice(0, AGAIN));
    refused = [];
  }
  const alive = await new Visitor(api.url).ask('GET', '/health/live').then(
    ({ status }) => status === 200,
    () => false,
  );
  if (!alive || exited) fault('the api is gone', undefined, api.said.slice(-5).join('\n'));
  for (const line of api.said)
    if (/unhandled|uncaught|UnhandledPromise|"level":(50|60)|Warning/i.test(line)) fault('said in the log', undefined, line);
  const unreached = operations.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
  console.log(
    `requests ${sent}, seed ${seed}, operations ${operations.length}, carried out ${operations.length - unreached.length} (not: ${unreached.join(', ')})`,
  );
  for (const [what, times] of [...counts].sort()) console.log(`  ${what.padEnd(56)} ${times}`);
} finally {
  await api.stop();
  await db.close();
}
for (const [what, { times, example }] of faults) console.log(`fault: ${what}, ${times} times, such as ${example}`);
console.log(`time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(faults.size === 0 ? 'fuzz: holds' : `fuzz: falls short (${faults.size} kinds of fault)`);
process.exitCode = faults.size === 0 ? 0 : 1;
