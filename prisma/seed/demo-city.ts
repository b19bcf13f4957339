/**
 * The demo city: organisations, sites and some three hundred accounts, the seeds' year from its ledgers, and the last twelve
 * months of casework. Says `{"ready": true}` as soon as one can sign in, then `{"progress": 0.4}` now and then. A city that
 * was begun and broken off goes on where it stopped; never in production.
 */
import { demoAccounts } from '#rules/access/demo-accounts';
import pg from 'pg';
import { actorOf } from '#casework/access/actor-of';
import { Clockwork } from '#casework/deadlines/clockwork';
import { lookForCandidates } from '#casework/handoffs/look-for-candidates';
import { Data } from '#data/data';
import { Secrets } from '#data/secrets';
import { sql } from '#data/sql';
import { GATE, KEEPER } from '#rules/access/system-actors';
import { takeApplications } from './demo/applications.js';
import { Chance } from './demo/chance.js';
import { pairFamilies, reviewsOfLastNight } from './demo/last-night.js';
import { takeInLedgers } from './demo/ledgers.js';
import { settleCity } from './demo/people-of-the-city.js';
import { callPersonnel } from './demo/personnel.js';
import { plantCandidates } from './demo/planting/plant-candidates.js';
import { Stage } from './demo/planting/stage.js';
import { workOnCandidates } from './demo/planting/work-on-candidates.js';
import { reviewRound } from './demo/review-round.js';
import { playYear } from './demo/year-of-casework.js';

const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

async function main(): Promise<void> {
  const { DATABASE_URL: url, BANGFU_KEY: key, NODE_ENV } = process.env;
  if (!url || !key) throw new Error('DATABASE_URL and BANGFU_KEY must be set');
  if (NODE_ENV === 'production') throw new Error('演示数据不能装入生产环境 / The demo city is never loaded in production');
  const owner = new pg.Client({ connectionString: url, application_name: 'bangfu demo city' });
  await owner.connect();
  const data = new Data({ url, pool: 4, program: 'bangfu demo city' });
  try {
    const settled = (await owner.query(`SELECT 1 FROM "user" WHERE username = $1`, [demoAccounts[0].username])).rowCount;
    if (!settled) {
      const foreign = (await owner.query(`SELECT 1 FROM "user" WHERE username NOT LIKE 'system.%' LIMIT 1`)).rowCount;
      if (foreign)
        throw new Error('数据库中已有真实账号，不能装入演示数据 / The database holds accounts of people: the demo city stays out');
      await owner.query('BEGIN');
      say(await settleCity(owner, new Chance(2012)));
      await owner.query('COMMIT');
    }
    say({ ready: true });
    const secrets = new Secrets(Buffer.from(key, 'base64'));
    secrets.learn(await data.read(GATE, sql`SELECT id, wrapped, retired_at FROM data_key`));
    const staff = await callPersonnel({ data, secrets, clockwork: await Clockwork.read(data), owner }, new Chance(2013));
    // Who may need help and is not helped: planted, found, and worked on before the ledgers of another year come in.
    const { rowCount: begun } = await owner.query(`SELECT FROM hardship_candidate LIMIT 1`);
    if (!begun) {
      const stage = await Stage.set(staff, owner, new Chance(2014), new Date());
      await plantCandidates(stage, 2);
      say(await workOnCandidates(stage));
    }
    // The ledgers are the worker's: it takes them in while the year is played.
    await takeInLedgers(staff.statistician);
    const { rows } = await owner.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM dispute WHERE import_row_id IS NULL AND applicant_id IS NULL)::int + (SELECT count(*) FROM petition WHERE import_row_id IS NULL AND petitioner_id IS NULL)::int AS n`,
    );
    say(await playYear(staff, new Chance(20121207 + rows[0]!.n), new Date(), rows[0]!.n, (progress) => say({ progress })));
    say(await reviewRound(owner, new Date()));
    say(await takeApplications({ ...staff.statistician, now: new Date() }, owner));
    // The search of last night, over everything that is there now.
    const keeper = { ...staff.statistician, actor: await actorOf(data, KEEPER.id), now: new Date() };
    await lookForCandidates(keeper);
    await reviewsOfLastNight(keeper);
    await pairFamilies(keeper, new Chance(2015));
    say({ progress: 1 });
  } finally {
    await data.close();
    await owner.end();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
