/** Runs one uploaded import in a process of its own, as the worker does, and says how long it took and how much memory it had. */
import { Data } from '#data/data';
import { Secrets } from '#data/secrets';
import { sql } from '#data/sql';
import { actorOf } from '#casework/access/actor-of';
import { Clockwork } from '#casework/deadlines/clockwork';
import { runImport } from '#casework/imports/run-import';
import { GATE } from '#rules/access/system-actors';

const { BENCH_DATABASE: url, BENCH_KEY: key, BENCH_USER: userId, BENCH_IMPORT: importId } = process.env as Record<string, string>;
const data = new Data({ url: url!, pool: 4, program: 'bangfu bench import' });
const secrets = new Secrets(Buffer.from(key!, 'base64'));
secrets.learn(await data.read(GATE, sql`SELECT id, wrapped, retired_at FROM data_key`));
const work = { data, secrets, clockwork: await Clockwork.read(data), actor: await actorOf(data, userId!), now: new Date() };
let peak = 0;
const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
const since = performance.now();
const statement = await runImport(
  work,
  { importId: importId! },
  { progress: () => Promise.resolve(), signal: new AbortController().signal },
);
const seconds = (performance.now() - since) / 1000;
clearInterval(watching);
console.log(JSON.stringify({ seconds, megabytes: Math.round(peak / 1e6), created: statement!.total.created }));
await data.close();
