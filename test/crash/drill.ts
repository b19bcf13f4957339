/** The drill: people work, parts are killed at random points and come back; then everything is looked through. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { anAccount, aVisitor } from '../support/accounts.js';
import type { RoleCode } from '#rules/access/roles';
import type { Dice } from '../support/dice.js';
import { addOrganisation } from '../support/people.js';
import { KEEPER } from '#rules/access/system-actors';
import { newId } from '#runtime/ids';
import { clerkAtWork } from './clerks.js';
import { closerAtWork } from './families.js';
import { Ledger, type Asker } from './insisting.js';
import { importerAtWork, reporterAtWork } from './statisticians.js';
import { anInstallation, partNames, type Installation, type PartName } from './installation.js';
import { violationsOf } from './invariants.js';
import { familiesOnFile, leasesRunOut, nightsPass, policyMakerAtWork } from './nights.js';

/** Something taken away, so that the drill can be seen to notice. */
export const controls = {
  'no-key': 'every try has a new Idempotency-Key',
  'lazy-commit': 'synchronous_commit off, and only PostgreSQL is killed',
  'silent-bell': 'some work is noted as rung for that never was, and is not rung for again',
  'no-seats': 'the database no longer keeps to one open file a person',
} as const;
export type Control = keyof typeof controls;

export interface DrillResult {
  kills: Record<PartName, number>;
  acknowledged: number;
  /** the same by what was done, so that an idle drill shows */
  kinds: Record<string, number>;
  tries: number;
  violations: string[];
  seconds: number;
}

const CLERKS = 6;
/** Redis is back at once and would be killed the most: what takes longer to come back is chosen more often. */
const WEIGHTS: Readonly<Record<PartName, number>> = { api: 5, worker: 4, postgres: 3, redis: 1 };
/** How long the work that was asked for may take to be done after everything is back. */
const DRAIN_MS = 90_000;

export async function drill(kills: number, random: Dice, control?: Control): Promise<DrillResult> {
  const began = performance.now();
  const place = await anInstallation({ prepare: (owner) => sabotage(owner, control) });
  try {
    const ledger = new Ledger();
    const shift = await begin(place, ledger, random, control === 'no-key');
    const counted = await killAtRandom(place, ledger, kills, random, control === 'lazy-commit' ? ['postgres'] : partNames);
    ledger.over = true;
    await shift.done;
    await leasesRunOut(place.owner);
    await drained(place);
    const auditor = await anAccount(place.owner, ROOT_ORGANISATION, { role: 'audit-admin' });
    const violations = [
      ...place.complaints,
      ...summed(ledger.faults),
      ...(await violationsOf({
        owner: place.owner,
        url: place.databaseUrl,
        deeds: ledger.deeds,
        files: place.files,
        auditorId: auditor.id,
      })),
    ];
    return {
      kills: counted,
      acknowledged: ledger.deeds.length,
      kinds: Object.fromEntries([...Map.groupBy(ledger.deeds, ({ kind }) => kind)].map(([kind, deeds]) => [kind, deeds.length])),
      tries: ledger.tries,
      violations,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await place.close();
  }
}

/** Everybody begins to work; what is returned resolves when the last of them has gone home. */
async function begin({ owner, url }: Installation, ledger: Ledger, random: Dice, forgetful: boolean): Promise<{ done: Promise<unknown> }> {
  const organisationId = newId();
  await addOrganisation(owner, organisationId, '北区总工会', 'district', ROOT_ORGANISATION, '北', '320508');
  const asker = async (...roles: RoleCode[]): Promise<Asker> => {
    const { id } = await anAccount(owner, organisationId, { role: roles[0]! });
    for (const role of roles.slice(1))
      await owner.query(
        `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, $3, $4, '2000-01-01', $2)`,
        [newId(), id, role, organisationId],
      );
    return { visitor: await aVisitor(owner, url, id), organisationId, forgetful };
  };
  const clerks = await Promise.all(Array.from({ length: CLERKS }, () => asker('reviewer', 'window-clerk')));
  const [importer, reporter] = [await asker('statistician'), await asker('statistician')];
  const [closer, maker] = [await asker('reviewer'), await asker('centre-admin')];
  await familiesOnFile(owner, organisationId, KEEPER.id);
  const done = Promise.all([
    closerAtWork(ledger, closer, random, pause),
    policyMakerAtWork(ledger, maker, random),
    nightsPass(ledger, owner, random),
    ...clerks.map((clerk) => clerkAtWork(ledger, clerk, random)),
    importerAtWork(ledger, importer),
    reporterAtWork(ledger, reporter, random),
  ]);
  return { done };
}

async function sabotage(owner: pg.Pool, control: Control | undefined): Promise<void> {
  if (control === 'lazy-commit') await owner.query(`ALTER DATABASE bangfu SET synchronous_commit = off`);
  if (control === 'no-seats')
    await owner.query(`
      DROP INDEX one_open_file_a_household, one_open_file_a_holder;
      DROP TRIGGER seats_follow_added ON hardship_file; DROP TRIGGER seats_follow_changed ON hardship_file`);
  if (control === 'silent-bell')
    await owner.query(`
      CREATE FUNCTION pretend_rung() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF random() < 0.25 THEN NEW.rung_at := 'infinity'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER pretend_rung BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION pretend_rung()`);
}

/** Work must have come through since the last kill, or nothing would be at stake; the next part is killed while the last may still be mending. */
async function atStake(ledger: Ledger, since: number, random: Dice): Promise<void> {
  const [deeds, until] = [since + 3 + random(10), Date.now() + 6_000];
  while (ledger.deeds.length < deeds && Date.now() < until) await pause(10);
  await pause(random(300));
}

async function killAtRandom(
  { parts, owner }: Installation,
  ledger: Ledger,
  kills: number,
  random: Dice,
  among: readonly PartName[],
): Promise<Record<PartName, number>> {
  const counted: Record<PartName, number> = { api: 0, worker: 0, redis: 0, postgres: 0 };
  const mending = new Set<Promise<void>>();
  for (let n = 0; n < kills;) {
    await atStake(ledger, ledger.deeds.length, random);
    const standing = among.filter((name) => parts[name].up).flatMap((name) => Array.from({ length: WEIGHTS[name] }, () => name));
    if (standing.length === 0) continue;
    const part = parts[random.pick(standing)];
    await part.kill();
    if (part.name === 'worker') await leasesRunOut(owner);
    counted[part.name] += 1;
    n += 1;
    const mended = pause(random(300)).then(() => part.start());
    mending.add(mended);
    void mended.then(() => mending.delete(mended));
  }
  await Promise.all(mending);
  return counted;
}

async function drained({ owner }: Installation): Promise<void> {
  const until = Date.now() + DRAIN_MS;
  while (Date.now() < until) {
    const { rows } = await owner.query<{ left: string }>(
      `SELECT (SELECT count(*) FROM outbox WHERE status IN ('waiting', 'running') AND run_at < now()) + (SELECT count(*) FROM audit_pending) AS left`,
    );
    if (rows[0]!.left === '0') return;
    await pause(250);
  }
}

function summed(faults: readonly string[]): string[] {
  const kinds = Map.groupBy(faults, (fault) => fault.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').slice(0, 120));
  return [...kinds].map(([, same]) => `${same.length} × ${same[0]}`);
}
