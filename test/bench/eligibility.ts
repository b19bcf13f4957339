/** A drafted rule tried on a whole register: in time against one SQL scan of the same households, in memory against a tenth of them. */
import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { draftPolicy } from '#casework/hardship/policy/draft-policy';
import { getPolicy } from '#casework/hardship/policy/get-policy';
import { tryPolicy } from '#casework/hardship/policy/try-policy';
import { readRulebook } from '#casework/hardship/eligibility/rulebook';
import type { Work } from '#casework/work';
import { eligibilityRuleId, withThresholds } from '#rules/hardship/eligibility/eligibility-rule';
import { plainDate } from '#rules/shared/plain-date';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { aDatabase, masterKey, type TestDatabase } from '../support/database.js';
import { aTree, aWorker } from '../support/people.js';
import { runLimit, type Thresholds } from './eligibility-limit.js';
import { fillHouseholds } from './fill/households.js';
import type { Row } from './row.js';
import { screenedHouseholds } from './settings.js';

const ROUNDS = 3;
const MOST_TIMES = 5;

/** R3.2 with its missing threshold supplied, as it would be before anything else can be tried; and what is tried. */
const now: Thresholds = {
  severe: 60,
  deep: 100,
  relative: 200,
  sudden: 300,
  temporary: 350,
  temporaryMedical: 500_000,
  dwellings: 2,
  labourMonths: 12,
};
const then: Thresholds = { ...now, relative: 150, temporary: 400, temporaryMedical: 300_000, dwellings: 3, labourMonths: 6 };
const drafted = {
  'relative-net': then.relative,
  'temporary-income': then.temporary,
  'temporary-medical': then.temporaryMedical,
  'two-dwellings': then.dwellings,
  'applicant-migrant-year': then.labourMonths,
};

interface Ran {
  seconds: number;
  megabytes: number;
  draftId: string;
}

/** The job itself, in a process as the worker's. */
async function runOurs(db: TestDatabase, admin: Work, files: number): Promise<Ran> {
  const changes = { kind: 'rule', ruleId: 'R3.3', thresholds: drafted, instrument: null, article: null, says: null } as const;
  const { id } = await draftPolicy(admin, { name: 'bench', reason: 'bench', validFrom: plainDate('2027-01-01'), changes });
  await tryPolicy(admin, { draftId: id, version: 1 });
  const { rows } = await db.owner.query<{ id: string }>(`SELECT id FROM outbox WHERE payload ->> 'draftId' = $1`, [id]);
  // With the switch that the worker is started with.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-semi-space-size=8', new URL('./eligibility-child.js', import.meta.url).pathname],
    {
      env: {
        ...process.env,
        DATABASE_URL: db.url,
        BANGFU_KEY: masterKey().toString('base64'),
        LOG_LEVEL: 'silent',
        BENCH_JOB: rows[0]!.id,
      },
    },
  );
  const { status, found } = await getPolicy(admin, id);
  if (status !== 'tried' || found?.files !== files) throw new Error(`${found?.files} of ${files} files were tried: ${status}`);
  return { ...(JSON.parse(stdout.trim().split('\n').at(-1)!) as Ran), draftId: id };
}

/** The limit under a draft of its own, and the difference of its rows from ours, which must be none. */
async function runBeside(db: TestDatabase, admin: Work, ours: Ran, files: number): Promise<number> {
  const changes = { kind: 'rule', ruleId: 'R3.3', thresholds: drafted, instrument: null, article: null, says: null } as const;
  const { id } = await draftPolicy(admin, { name: 'limit', reason: 'limit', validFrom: plainDate('2027-01-01'), changes });
  const seconds = await runLimit(db.url, id, now, then);
  const rowsOf = 'SELECT file_id, organisation_id, effect, class_before, class_after, cost_fen FROM policy_effect WHERE draft_id =';
  const { rows } = await db.owner.query<{ other: number; ours: number }>(
    `SELECT (SELECT count(*)::int FROM ((${rowsOf} $1 EXCEPT ${rowsOf} $2) UNION ALL (${rowsOf} $2 EXCEPT ${rowsOf} $1)) d) AS other, (SELECT count(*)::int FROM policy_effect WHERE draft_id = $1) AS ours`,
    [ours.draftId, id],
  );
  assert.deepEqual(rows[0], { other: 0, ours: files }, 'the job and the hand disagree about households');
  return seconds;
}

async function onRegister<T>(files: number, doing: (db: TestDatabase, admin: Work) => Promise<T>): Promise<T> {
  const db = await aDatabase();
  const client = new pg.Client({ connectionString: db.url, application_name: 'bangfu bench' });
  await client.connect();
  try {
    const tree = await aTree(db);
    const admin = await aWorker(db, 'centre-admin', ROOT_ORGANISATION);
    const base = (await readRulebook(db.data)).rules.find((rule) => eligibilityRuleId(rule) === 'R3.2')!;
    const rule = { ...withThresholds(base, { 'severe-net': now.severe }), validFrom: plainDate('2026-01-01') };
    await client.query(
      `INSERT INTO eligibility_rule (id, code, version, valid_from, unverified, body) VALUES ('R3.3', 'R3', 3, '2026-01-01', true, $1)`,
      [JSON.stringify(rule)],
    );
    await fillHouseholds(client, db.secrets, { files, places: [tree.north, tree.northTown, tree.south], by: admin.actor.id });
    return await doing(db, admin);
  } finally {
    await client.end();
    await db.close();
  }
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

export async function measureEligibility(): Promise<Row[]> {
  const files = screenedHouseholds;
  const tenth = await onRegister(files / 10, (db, admin) => runOurs(db, admin, files / 10));
  const rounds = await onRegister(files, async (db, admin) => {
    const all: { ours: Ran; limit: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await runOurs(db, admin, files);
      all.push({ ours, limit: await runBeside(db, admin, ours, files) });
    }
    return all;
  });
  const [ours, limit] = [middle(rounds.map((round) => round.ours.seconds)), middle(rounds.map((round) => round.limit))];
  const megabytes = Math.max(...rounds.map((round) => round.ours.megabytes));
  return [
    {
      name: `eligibility: time of a drafted rule on ${files.toLocaleString('en')} households as a job : one SQL scan of the same rows`,
      ours: `${ours.toFixed(2)} s`,
      beside: `${limit.toFixed(2)} s`,
      ratio: ours / limit,
      most: MOST_TIMES,
    },
    {
      name: 'eligibility: memory of that job, MB (beside: of a tenth of the households)',
      ours: `${megabytes} MB`,
      beside: `${tenth.megabytes} MB`,
      ratio: megabytes,
      most: 400,
    },
  ];
}
