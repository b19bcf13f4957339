import type { Transaction } from '#data/transaction';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import type { Household } from '#rules/hardship/eligibility/household';
import { CAP_MONTHS } from '#rules/hardship/policy/policy-cost';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { withDraft } from '#rules/hardship/policy/publish-policy';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { screenPolicy, type PolicyFound } from '#rules/hardship/policy/screen-policy';
import { Refusal } from '#rules/shared/refusal';
import { mustBePermitted, type Work } from '../../work.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { EffectRows } from './effect-rows.js';
import { countHouseholds, readHouseholds, type SealedHousehold } from './household-pages.js';
import { kept, type PolicyMeant, type PolicyRow, type Tried } from './policy-record.js';
import { summariseTrial } from './summarise-trial.js';
import { sizeOf, type Trial } from './trial.js';

/** How a job says that it goes on, and hears that it should leave off. */
export interface Running {
  progress(percent: number): Promise<void>;
  readonly signal: AbortSignal;
}

/** Another trial of the draft was begun, another worker has this one, or the draft was changed: nothing is left to do here. */
class Overtaken extends Error {}

export const PAGE = 4_000;

/**
 * Screens every household on file by the rules as they are and as they would be, a page a transaction. A page and the place
 * where it ended are committed together, so whoever takes the job up again, after a kill at any moment, goes on from there.
 */
export async function runTrial(work: Work, meant: PolicyMeant, running: Running, most = PAGE): Promise<void> {
  const taken = await takeUp(work, meant);
  if (!taken) return;
  const { draft, book } = taken;
  try {
    if (sizeOf(book) !== draft.effect.rulebook) throw refusePolicy('policy.rules-changed');
    const trial = await screenAll(work, draft, screenOf(draft, book), running, most);
    await asKeeper(work, async (tx) => {
      await fence(tx, draft, trial);
      await summariseTrial(tx, work, draft, trial, book);
    });
  } catch (error) {
    if (error instanceof Overtaken) return;
    await noteFailure(work, draft, error);
    throw error;
  }
}

/** Nothing where the draft has gone on since the trial was asked for: a bell may ring twice. */
async function takeUp(work: Work, { draftId, version }: PolicyMeant): Promise<{ draft: Tried; book: Rulebook } | undefined> {
  // In a transaction, so that a replica that lags behind has no say in it.
  return asKeeper(work, async (tx) => {
    const draft = await tx.one<PolicyRow>(sql`SELECT * FROM policy_draft WHERE id = ${draftId}`);
    const { status, effect } = draft;
    if (status !== 'trying' || draft.version !== version || !effect) return undefined;
    mustBePermitted(work.actor, 'policy.draft', draft);
    return { draft: { ...draft, effect }, book: await readRulebook(tx) };
  });
}

function screenOf({ changes, name, reason, validFrom, effect }: Tried, book: Rulebook): (household: Household) => PolicyFound {
  const after = withDraft(book, changes, { name, reason, validFrom });
  const screen = screenPolicy(book, after, effect.on, { months: CAP_MONTHS, capPercent: changes.capPercent });
  return (household) => {
    const found = screen(household);
    if (!found) throw refusePolicy('policy.no-rule-that-day', { on: effect.on });
    return found;
  };
}

async function screenAll(
  work: Work,
  draft: Tried,
  screen: (household: Household) => PolicyFound,
  running: Running,
  most: number,
): Promise<Trial> {
  let trial: Trial = { ...draft.effect, error: null, total: await countHouseholds(work) };
  let next = readHouseholds(work, trial.after, most);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return trial;
    running.signal.throwIfAborted();
    // The database reads the next page while this one is judged and written.
    next = readHouseholds(work, last.id, most);
    next.catch(() => undefined);
    const { rows, applicants, entering } = judge(work, page, screen);
    const before = trial;
    trial = {
      ...before,
      after: last.id,
      done: before.done + page.length,
      applicants: before.applicants + applicants,
      enteringApplicants: before.enteringApplicants + entering,
    };
    await asKeeper(work, async (tx) => {
      await fence(tx, draft, before, trial);
      if (before.after === null) await tx.rows(sql`DELETE FROM policy_effect WHERE draft_id = ${draft.id}`);
      await rows.write(tx, draft.id);
    });
    await running.progress(Math.min(99, (trial.done / Math.max(trial.total, trial.done)) * 100));
  }
}

/** Of refused applications only those that would enter are kept: for the others nothing would change. */
function judge(
  { secrets }: Work,
  page: readonly SealedHousehold[],
  screen: (household: Household) => PolicyFound,
): { rows: EffectRows; applicants: number; entering: number } {
  const rows = new EffectRows();
  let [applicants, entering] = [0, 0];
  for (const file of page) {
    if (!file.householdCipher) {
      rows.add(file, 'unassessed', null, null, 0);
      continue;
    }
    const found = screen(JSON.parse(secrets.open(file.householdCipher)) as Household);
    if (file.refused) {
      applicants += 1;
      if (found.effect !== 'enters') continue;
      entering += 1;
    }
    rows.add(file, found.effect, found.classBefore, found.classAfter, found.costFen);
  }
  return { rows, applicants, entering };
}

/** Moves the place on, once for every page, whoever is at work; not at all once the draft went on without this trial. */
async function fence(tx: Transaction, { id, version }: Tried, from: Trial, to: Trial = from): Promise<void> {
  const [moved] = await tx.rows(
    sql`UPDATE policy_draft SET effect = ${JSON.stringify(kept(to))} WHERE id = ${id} AND version = ${version} AND status = 'trying' AND effect ->> 'after' IS NOT DISTINCT FROM ${from.after} RETURNING id`,
  );
  if (!moved) throw new Overtaken();
}

function asKeeper<T>({ data, now }: Work, doing: (tx: Transaction) => Promise<T>): Promise<T> {
  return data.inTransaction({ ...KEEPER, organisationId: null }, now, doing);
}

/** The draft says why its trial stopped; it can be tried again, or goes on by itself when the job is tried again. */
async function noteFailure(work: Work, { id, version }: Tried, error: unknown): Promise<void> {
  const sentence = error instanceof Refusal ? error.sentence('zh') : '测算中断，将自动接着测算；仍不成功请重新测算。';
  await asKeeper(work, (tx) =>
    tx.rows(
      sql`UPDATE policy_draft SET effect = effect || jsonb_build_object('error', ${sentence}::text) WHERE id = ${id} AND version = ${version} AND status = 'trying'`,
    ),
  ).catch(() => undefined);
}
