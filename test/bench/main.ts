/**
 * `npm run bench`: how fast the whole product is, as a share of bare SQL behind bare HTTP on the same data in the same run.
 * Prints the table of docs/bench.md and writes it there when the run is a full one. Needs DATABASE_URL (an account that may
 * create databases), REDIS_URL and BANGFU_KEY, and the built programs in dist.
 */
import { aFilledDatabase } from './bench-database.js';
import { describeMachine } from './machine.js';
import { cellsOf, headings, lineOf, reached, type Row } from './row.js';
import { setScene } from './scene.js';
import { large, only, small, type Size } from './settings.js';
import { measureEach, measureShare, shareRows } from './share-rows.js';
import { singleRows } from './single-rows.js';
import { writeTable } from './table.js';

const { DATABASE_URL: serverUrl, REDIS_URL: redisUrl, BANGFU_KEY: key } = process.env;
if (!serverUrl || !redisUrl || !key) throw new Error('DATABASE_URL, REDIS_URL and BANGFU_KEY must be set');
const masterKey = Buffer.from(key, 'base64');

async function filled(name: string, size: Size): ReturnType<typeof aFilledDatabase> {
  const since = performance.now();
  const database = await aFilledDatabase(serverUrl!, masterKey, `${name}_${process.pid}`, size);
  console.log(
    `filled ${name}: ${size.persons} persons, ${size.disputes} disputes, ${size.petitions} petitions in ${((performance.now() - since) / 1000).toFixed(0)} s`,
  );
  return database;
}

console.log(describeMachine());
const [tenth, whole] = [await filled('bangfu_bench_small', small), await filled('bangfu_bench', large)];
const rows: Row[] = [];
const show = (row: Row): void => {
  rows.push(row);
  console.log(lineOf(cellsOf(row)));
};
try {
  const scene = await setScene({ redisUrl, masterKey }, whole, tenth);
  console.log(lineOf(headings));
  const wanted = <R extends { name: string; operation: string }>(all: readonly R[]): R[] =>
    all.filter((row) => row.name.includes(only) && scene.operations.has(row.operation));
  for (const row of wanted(shareRows)) {
    show(await measureShare(row, scene));
    if (process.env['BENCH_EACH'] === '1' && !row.once)
      for (const kind of await measureEach(row, scene)) console.log(lineOf(cellsOf(kind)));
  }
  for (const row of wanted(singleRows)) (await row.measure(scene)).forEach(show);
  scene.load.stop();
  await Promise.all([scene.ours.api.stop(), scene.limit.stop()]);
} finally {
  await tenth.drop();
  await whole.drop();
}
const below = rows.filter((row) => !reached(row));
console.log(`${rows.length - below.length} of ${rows.length} rows reached`);
if (only === '' && large.persons >= 1_000_000) writeTable(rows);
process.exit(below.length === 0 ? 0 : 1);
