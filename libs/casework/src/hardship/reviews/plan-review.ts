import type { Secrets } from '#data/secrets';
import type { Transaction } from '#data/transaction';
import type { EmploymentState, HardshipClass } from '#rules/hardship/codes';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { nearnessOf, type Nearness } from '#rules/hardship/eligibility/nearness';
import { nextReview, suzhouReviewPlan, type DueReason, type NextReview, type ReviewedFile } from '#rules/hardship/reviews/review-calendar';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { schoolEnd } from '#rules/hardship/household/school-end';
import { standardInForce } from '#rules/hardship/eligibility/subsistence-standard';
import { laterOf, type PlainDate } from '#rules/shared/plain-date';
import { today, type Work } from '../../work.js';
import { householdOfFile, type FileRow } from '../household/household-of-file.js';
import { openSheet } from '../worksheet/kept-worksheet.js';
import { fileToPlan, type FileToPlan } from './review-inputs.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { openFacts, type SealedFacts } from '../sealed-facts.js';

export type Happened = ReviewedFile['happenings'][number];

/** The last review, or the day the file came on file, which was one. */
export const reviewedOnOf = ({ reviewedOn, filedOn }: Pick<FileRow, 'reviewedOn' | 'filedOn'>): PlainDate =>
  reviewedOn && filedOn ? laterOf(reviewedOn, filedOn) : (reviewedOn ?? filedOn)!;

export const reasonsOf = ({ reviewReasons }: Pick<FileRow, 'reviewReasons'>): readonly DueReason[] =>
  (reviewReasons as unknown as readonly DueReason[] | null) ?? [];

/** The day of the next review with its reasons. `happened` is what other areas know of the household. */
export function reviewPlanOf(secrets: Secrets, book: Rulebook, file: FileToPlan, happened: readonly Happened[], on: PlainDate): NextReview {
  const facts = openFacts(secrets, file.factsCipher);
  const near = nearnessOn(secrets, book, file, on);
  return nextReview(suzhouReviewPlan, {
    hardshipClass: file.hardshipClass as HardshipClass,
    reviewedOn: reviewedOnOf(file),
    employment: (file.employment as EmploymentState | null) ?? undefined,
    netFen: near?.netFen,
    thresholdFen: near?.thresholdFen,
    endings: endingsOf(file, facts),
    happenings: once([...householdHappenings(file, facts), ...toldSince(secrets, file), ...listedFor(file), ...happened]),
  });
}

/** Told by two areas, or listed twice, it happened once. */
const once = (happened: readonly Happened[]): Happened[] => [...new Map(happened.map((one) => [`${one.reason} ${one.on}`, one])).values()];

/**
 * What a move that ends a review, or opens the file, writes along with it: reviewed on that day, and when again. To be spread
 * into the move's own changes.
 */
export async function planAfterReview(
  tx: Transaction,
  work: Work,
  fileId: string,
  changes: Pick<FileRow, 'hardshipClass'> & { on: PlainDate; filedOn?: PlainDate },
): Promise<Pick<FileRow, 'reviewedOn' | 'reviewOn' | 'reviewReasons'>> {
  const { on, hardshipClass, filedOn } = changes;
  const file = await fileToPlan(tx, fileId);
  const reviewed = { ...file, hardshipClass, reviewedOn: on, filedOn: filedOn ?? file.filedOn };
  const plan = reviewPlanOf(work.secrets, await readRulebook(tx), reviewed, [], today(work));
  return { reviewedOn: on, reviewOn: plan.on, reviewReasons: keptReasons(plan.reasons) };
}

/** As the column takes it: the driver would make an array of PostgreSQL out of an array. */
export const keptReasons = (reasons: readonly DueReason[]): FileRow['reviewReasons'] => JSON.stringify(reasons);

function nearnessOn(secrets: Secrets, book: Rulebook, file: FileToPlan, on: PlainDate): Nearness | undefined {
  const rule = eligibilityRuleInForce(book.rules, on);
  if (!rule || !file.sheetCipher || !file.hardshipClass) return undefined;
  const household = householdOfFile({ secrets }, file, openSheet(secrets, file.sheetCipher), book);
  return nearnessOf(rule, standardInForce(book.standards, household.division, on), household, file.hardshipClass as HardshipClass);
}

function endingsOf(file: FileToPlan, { ends, members }: SealedFacts): ReviewedFile['endings'] {
  const schooling = Object.values(members).flatMap(({ answers, leaving }) => (leaving ? [] : (schoolEnd(answers) ?? [])));
  return [
    ...ends,
    ...schooling.map((on) => ({ reason: 'schooling-ends' as const, on })),
    ...(file.certificateUntil ? [{ reason: 'certificate-check' as const, on: file.certificateUntil }] : []),
  ];
}

function householdHappenings({ changes }: FileToPlan, { members }: SealedFacts): Happened[] {
  return changes.flatMap(({ memberId, joinedOn, leftOn }): Happened[] => {
    const leaving = members[memberId]?.leaving;
    if (leaving === 'mistaken') return [];
    if (!leftOn) return joinedOn ? [{ reason: 'household-changed', on: joinedOn }] : [];
    return [{ reason: leaving === 'death' ? 'member-died' : 'household-changed', on: leftOn }];
  });
}

/**
 * Who left or joined before the last review, and was told of only after it: the worksheet that it rested on counts a household that
 * was none. It is as if it had happened on that day.
 */
function toldSince(secrets: Secrets, file: FileToPlan): Happened[] {
  if (!file.sheetCipher) return [];
  const { memberIds } = openSheet(secrets, file.sheetCipher);
  const since = file.changes.map(({ memberId }) => memberId);
  const before = [...memberIds, ...file.members].filter((id) => !since.includes(id));
  const asReckoned = before.every((id) => memberIds.includes(id) && file.members.includes(id));
  return asReckoned ? [] : [{ reason: 'household-changed', on: reviewedOnOf(file) }];
}

/** Put on a list for re-assessment: it stays a reason until the file has been reviewed. */
function listedFor(file: FileToPlan): Happened[] {
  return reasonsOf(file).flatMap(({ reason, happenedOn }): Happened[] =>
    reason === 'standard-changed' && happenedOn ? [{ reason, on: happenedOn }] : [],
  );
}
