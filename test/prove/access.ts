/**
 * Proves access: every operation × every role × every relation over HTTP, and every table × every role as raw SQL under the role's
 * session, against the table of roles read independently. `node dist/test/prove/access.js`
 */
import { Visitor, startApi } from '../support/api.js';
import { aDatabase } from '../support/database.js';
import { tryFunctions, trySearches } from './access-functions-support.js';
import { HttpMatrix, readOperations } from './access-http-support.js';
import { RowMatrix } from './access-rows-support.js';
import { tryStrangers, tryTokens } from './access-strangers-support.js';
import { Tally } from './access-tally-support.js';
import { plantTheRest } from './access-things-support.js';
import { anActor, aWorld, everybody, type Actor, type PlaceName, type World } from './access-world-support.js';

const THOROUGH = process.env['PROVE_SIZE'] !== 'test';
const PLACES: PlaceName[] = THOROUGH ? ['north', 'city', 'northUnit'] : ['north'];
const CITY_WORK = ['aid-officer', 'reviewer', 'system-admin', 'audit-admin'] as const;
const HANDS = 6;
/** Parts of it, for whoever is mending one: names of operations, or `sql`. */
const ONLY = process.argv.slice(2);

/** Several at once, in order of the list. */
async function inHands<T>(items: readonly T[], doing: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (const item of left) await doing(item);
    }),
  );
}

async function tryRows(world: World, actors: readonly Actor[], tally: Tally): Promise<void> {
  await plantTheRest(world, actors);
  const gone = [await anActor(world, 'reviewer', 'left'), await anActor(world, 'centre-admin', 'left')];
  const rows = new RowMatrix(world, tally);
  await rows.prepare();
  const asked = { world, tally, rows };
  await tryFunctions(asked);
  await inHands([...actors, ...gone, undefined], async (actor) => {
    await rows.tryHolder(actor);
    await trySearches(asked, actor);
  });
  console.log(`SQL: ${rows.size.tables} tables, ${rows.size.rows} rows, ${actors.length + gone.length} actors and nobody`);
}

async function tryRequests(world: World, matrix: HttpMatrix, actors: readonly Actor[], tally: Tally): Promise<void> {
  const all = readOperations((await new Visitor(world.url).ask('GET', '/openapi.json')).json, tally);
  const asked = all.filter(({ id }) => ONLY.length === 0 || ONLY.includes(id));
  // What is only looked at comes first: lists are compared as a whole.
  for (const part of [asked.filter(({ method }) => method === 'GET'), asked.filter(({ method }) => method !== 'GET')])
    await inHands(part, async (operation) => {
      await matrix.tryOperation(operation, actors);
      await tryStrangers(world, matrix, operation);
      await tryTokens(world, matrix, operation, actors, THOROUGH ? 12 : 2);
    });
  console.log(`HTTP: ${asked.length} operations, ${actors.length} actors`);
}

const begun = performance.now();
const tally = new Tally();
const db = await aDatabase();
const api = await startApi(db.url, { LOG_LEVEL: 'info' });
try {
  const world = await aWorld(db, api.url);
  const actors = await everybody(world, PLACES);
  // Some things are done for the whole city only.
  if (!THOROUGH) for (const role of CITY_WORK) actors.push(await anActor(world, role, 'city'));
  const matrix = new HttpMatrix(world, tally, THOROUGH);
  await matrix.prepare(actors);
  if (ONLY.length === 0 || ONLY.includes('sql')) await tryRows(world, actors, tally);
  await tryRequests(world, matrix, actors, tally);
} finally {
  await api.stop();
  await db.close();
}
tally.print();
const { right, wrong } = tally.total;
console.log(`cells: ${right + wrong}, wrong: ${wrong}`);
console.log(`time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(wrong === 0 ? 'access: holds' : `access: falls short (${wrong} wrong)`);
process.exitCode = wrong === 0 ? 0 : 1;
