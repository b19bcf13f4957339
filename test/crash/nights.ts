/** What the nights do to hardship files, many of them within the drill: reviews planned, candidates looked for, rules tried. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { newId } from '#runtime/ids';
import { dateInShanghai } from '#rules/shared/plain-date';
import type { Dice } from '../support/dice.js';
import type { Asker, Ledger } from './insisting.js';

const NIGHTLY = ['hardship.plan-reviews', 'hardship.find-candidates'] as const;
const A_DAY_MS = 86_400_000;
/** Families on file before the drill begins, so that the nights have something to do. */
export const ON_FILE = 300;

export async function familiesOnFile(owner: pg.Pool, organisationId: string, by: string): Promise<void> {
  await owner.query(
    `WITH f AS MATERIALIZED (SELECT gen_random_uuid() AS id, gen_random_uuid() AS home, gen_random_uuid() AS person, n FROM generate_series(1, $3::int) n),
      p AS (INSERT INTO person (id, name, search_keys, created_by) SELECT person, '在档人' || n, ARRAY['在档人'], $2 FROM f RETURNING id),
      s AS (INSERT INTO person_presence (person_id, organisation_id) SELECT id, $1 FROM p),
      h AS (INSERT INTO household (id, organisation_id) SELECT home, $1 FROM f RETURNING id)
     INSERT INTO hardship_file (id, organisation_id, household_id, holder_id, holder_name, status, era, hardship_class, main_cause, other_causes, household_size, filed_on, begun_on, review_on, created_by)
     SELECT f.id, $1, f.home, f.person, '在档人' || n, 'active', 'R3', 'relative', 'laid-off', '{}', 1, current_date - 300, current_date - 300, current_date + n % 90, $2 FROM f, p, h WHERE p.id = f.person AND h.id = f.home`,
    [organisationId, by, ON_FILE],
  );
}

/** Asked for as the schedule asks; a job that a night has begun is asked for again by the next. */
export async function nightsPass(ledger: Ledger, owner: pg.Pool, random: Dice): Promise<void> {
  for (let n = 0; !ledger.over; n += 1) {
    const job = NIGHTLY[n % NIGHTLY.length]!;
    await owner
      .query(`INSERT INTO outbox (id, job, payload, key) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING`, [
        newId(),
        job,
        JSON.stringify({ day: dateInShanghai(Date.now()) }),
        `${job}:night ${n}`,
      ])
      .catch(() => undefined);
    await pause(400 + random(1_200));
  }
}

/** The hours that a dead worker's nightly job waits for its lease to run out, at once: nobody holds it any more. */
export async function leasesRunOut(owner: pg.Pool): Promise<void> {
  await owner
    .query(`UPDATE outbox SET lease_until = now() - interval '1 second' WHERE status = 'running' AND job LIKE 'hardship.%'`)
    .catch(() => undefined);
}

/** Drafts a standard and has it tried on every family, again and again. */
export async function policyMakerAtWork(ledger: Ledger, maker: Asker, random: Dice): Promise<void> {
  const mark = ledger.mark();
  const drafted = await ledger.insist<{ id?: string }>(maker, { kind: 'policy', mark }, 'POST', '/api/policies/standards', {
    name: mark,
    validFrom: dateInShanghai(Date.now() + 40 * A_DAY_MS),
    reason: '演练试算',
    division: '320500',
    amountFen: 130_000 + random(100),
    source: '演练',
  });
  while (drafted?.id && !ledger.over) {
    await pause(300 + random(600));
    const seen = await ledger.look<{ status: string; version: number }>(maker, `/api/policies/${drafted.id}`);
    if (!seen || !['draft', 'tried'].includes(seen.status)) continue;
    const deed = { kind: 'trial', mark: drafted.id } as const;
    await ledger.insist(maker, deed, 'POST', `/api/policies/${drafted.id}/trial`, { version: seen.version }, ['data.changed-meanwhile']);
  }
}
