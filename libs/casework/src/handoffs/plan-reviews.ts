import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import type { DueReason } from '#rules/hardship/reviews/review-calendar';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { startClocks } from '../deadlines/run-clocks.js';
import { reasonsOf, reviewedOnOf, reviewPlanOf, type Happened } from '../hardship/reviews/plan-review.js';
import { filesToPlan, type FileToPlan } from '../hardship/reviews/review-inputs.js';
import { readRulebook } from '../hardship/eligibility/rulebook.js';
import { inTransaction, today, type Work } from '../work.js';
import { reviewHappenings } from './review-happenings.js';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface Running {
  progress(percent: number): Promise<void>;
}

/**
 * Works out for every file on file when it is reviewed next, and why. A file that a ledger brought begins with the day it was
 * filed, and gets the clock of the yearly review. Answers how many days or reasons have changed.
 */
export async function planReviews(work: Work, running: Running): Promise<number> {
  let [after, planned, seen] = [FIRST, 0, 0];
  const { files: all } = await work.data.readOne<{ files: number }>(
    work.actor,
    sql`SELECT count(*) AS files FROM hardship_file WHERE status = ANY (${[...onFileStatuses]})`,
  );
  for (;;) {
    const done = await inTransaction(work, async (tx) => {
      const files = await filesToPlan(tx, after, BATCH);
      const changed = await planFiles(tx, work, files, await readRulebook(tx));
      return { last: files.at(-1)?.id, seen: files.length, changed };
    });
    planned += done.changed;
    if (!done.last) return planned;
    after = done.last;
    seen += done.seen;
    await running.progress(Math.min(99, (100 * seen) / Math.max(all, 1)));
  }
}

/** `extra`: what is known of a file beside all that is written down of it. */
export async function planFiles(
  tx: Transaction,
  work: Work,
  files: readonly FileToPlan[],
  book: Rulebook,
  extra: (file: FileToPlan) => readonly Happened[] = () => [],
): Promise<number> {
  if (files.length === 0) return 0;
  const on = today(work);
  const happened = await reviewHappenings(tx, files);
  const changed = files.flatMap((file) => {
    const plan = reviewPlanOf(work.secrets, book, file, [...(happened.get(file.id) ?? []), ...extra(file)], on);
    const same = file.reviewOn === plan.on && sameReasons(reasonsOf(file), plan.reasons);
    return same ? [] : { id: file.id, review_on: plan.on, review_reasons: plan.reasons };
  });
  await keep(tx, changed);
  const unclocked = files.filter(({ clockRuns, status }) => !clockRuns && status === 'active');
  await startClocks(tx, work.clockwork, 'H3', unclocked.map(startOf));
  return changed.length;
}

/**
 * What is only reckoned is no change by a person: the version stays, so that nobody's form is refused over it and an import can
 * still be taken back.
 */
async function keep(tx: Transaction, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.rows(sql`UPDATE hardship_file f SET review_on = n.review_on, review_reasons = n.review_reasons, updated_at = ${tx.now}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n(id uuid, review_on date, review_reasons jsonb) WHERE f.id = n.id`);
}

/** The yearly review runs from the day of the last one. */
const startOf = (file: FileToPlan) => ({
  subject: { noun: 'hardship', id: file.id, organisationId: file.organisationId, ownerId: file.handlerId } as const,
  on: reviewedOnOf(file),
});

const sameReasons = (was: readonly DueReason[], is: readonly DueReason[]): boolean =>
  was.length === is.length &&
  is.every(({ reason, on, happenedOn }, at) => was[at]!.reason === reason && was[at]!.on === on && was[at]!.happenedOn === happenedOn);
