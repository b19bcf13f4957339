/** The calendar of reviews, and what has changed for a family since the last one. */
import { z } from 'zod';
import { evidenceKinds, type EvidenceKind } from '#rules/hardship/reviews/review-evidence';
import { reviewReasons, type ReviewReason } from '#rules/hardship/reviews/review-calendar';
import { Action, ClockLamp, Id, Paging, pageOf, PlainDay } from './shared.js';

const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(list) as [Code, ...Code[]]);
export const ReviewReasonCode = codes<ReviewReason>(reviewReasons);
/** `happenedOn` where something that happened calls for it. */
export const DueReason = z.object({ reason: ReviewReasonCode, on: PlainDay, happenedOn: PlainDay.optional() }).meta({ id: 'ReviewReason' });

/** Calendar days too: how late a review is nobody counts in working days. */
export const ReviewLamp = ClockLamp.extend({ remainingDays: z.int() }).meta({ id: 'ReviewLamp' });

export const ReviewRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    holderName: z.string(),
    hardshipClass: z.string().nullable(),
    status: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    handlerId: Id.nullable(),
    handlerName: z.string().nullable(),
    reviewedOn: PlainDay.nullable(),
    reviewOn: PlainDay,
    reasons: z.array(DueReason),
    clock: ReviewLamp,
    version: z.int(),
    /** beginReview */
    actions: z.array(Action),
  })
  .meta({ id: 'ReviewRow' });
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** view: mine = on my list, due or within sixty days; all = the same of everybody; overdue; year = whatever is on file */
export const FindReviews = z.object({
  ...Paging,
  view: z.enum(['mine', 'all', 'overdue', 'year']).default('mine'),
  month: Month.optional(),
  reason: ReviewReasonCode.optional(),
  organisationId: Id.optional(),
  handlerId: Id.optional(),
});
export const ReviewPage = pageOf(ReviewRow, 'ReviewPage');

export const FindReviewMonths = z.object({
  view: z.enum(['mine', 'all', 'overdue', 'year']).default('mine'),
  organisationId: Id.optional(),
});
/** Twelve months from this one on; what is overdue stands apart. */
export const ReviewMonths = z
  .object({ overdue: z.int(), months: z.array(z.object({ month: Month, files: z.int() })) })
  .meta({ id: 'ReviewMonths' });

const Words = z.object({ zh: z.string(), en: z.string() });
export const EvidenceLine = z
  .object({
    kind: codes<EvidenceKind>(evidenceKinds),
    on: PlainDay.nullable(),
    personName: z.string().nullable(),
    what: Words.nullable(),
    was: Words.nullable(),
    is: Words.nullable(),
    source: z.object({ noun: z.string(), id: Id }).nullable(),
  })
  .meta({ id: 'EvidenceLine' });
export const ReviewEvidence = z
  .object({
    reviewedOn: PlainDay.nullable(),
    reviewOn: PlainDay.nullable(),
    reasons: z.array(DueReason),
    clock: ReviewLamp.nullable(),
    handlerName: z.string().nullable(),
    /** by what the day is reckoned, and that it is not verified */
    plan: z.object({ evidence: z.string(), unverified: z.boolean() }),
    sealedShown: z.boolean(),
    differences: z.array(EvidenceLine),
    /** how many more there are that the reader may not read */
    beyond: z.array(z.object({ noun: z.string(), files: z.int() })),
  })
  .meta({ id: 'ReviewEvidence' });

/** For the system administrator: how many files break the nightly invariant, and where; nothing that says which. */
export const ReviewFaults = z
  .object({ files: z.int(), places: z.array(z.object({ organisationId: Id, organisationName: z.string(), files: z.int() })) })
  .meta({ id: 'ReviewFaults' });
