/** A worksheet from the first line to the checker's signature: drafted, signed by the applicant, checked by another, then final. */
import { addDays, addMonths, firstOfMonth, type PlainDate } from '../../shared/plain-date.js';
import type { Judgement } from '../../shared/refusal.js';
import { refuseFile } from '../file-refusals.js';
import { mustBeAnother } from '../eligibility/override.js';
import { refuseRecording } from '../recording-refusals.js';
import type { Worksheet, WorksheetTotals } from './worksheet.js';

export type WorksheetStatus = 'draft' | 'signed' | 'checked' | 'dropped';

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Twelve whole months from the first of one. */
export const yearFrom = (from: PlainDate): Period => ({ from, to: addDays(addMonths(from, 12), -1) });

/** The twelve months before the month of a day. */
export const yearBefore = (day: PlainDate): Period => yearFrom(addMonths(firstOfMonth(day), -12));

export function periodIsPossible({ to }: Period, today: PlainDate): Judgement {
  return to > today ? refuseRecording('hardship.worksheet-period', { field: 'periodFrom' }) : undefined;
}

/** 最近十二个月: how long ago the twelve months of a worksheet may have ended when the household is assessed by it. */
export const worksheetPlan = { monthsBehind: 3, evidence: '未查到规定，系统默认', unverified: true } as const;

/** `day` is that of the application's receipt, or on which the review began. */
export function periodSpeaksOf({ to }: Period, day: PlainDate): Judgement {
  const least = yearBefore(addMonths(day, -worksheetPlan.monthsBehind)).to;
  return to < least ? refuseRecording('hardship.worksheet-period-old', { to, least }) : undefined;
}

export function mayFillIn(status: WorksheetStatus): Judgement {
  if (status === 'draft') return undefined;
  return refuseRecording(status === 'signed' ? 'hardship.worksheet-not-draft' : 'hardship.worksheet-final');
}

export interface Sheet extends Worksheet {
  readonly reckonedBy: readonly string[];
}

/** What is signed and checked is the household as it is. */
export function sameHousehold({ memberIds }: Worksheet, members: readonly string[]): boolean {
  return memberIds.length === members.length && memberIds.every((id) => members.includes(id));
}

export interface Signing {
  readonly status: WorksheetStatus;
  readonly sheet: Worksheet;
  readonly members: readonly string[];
  readonly signedOn: PlainDate;
  readonly today: PlainDate;
}

export function maySignWorksheet({ status, sheet, members, signedOn, today }: Signing): Judgement {
  if (signedOn > today) return refuseFile('hardship.day-in-future', { field: 'signedOn' });
  return mayFillIn(status) ?? (sameHousehold(sheet, members) ? undefined : refuseRecording('hardship.worksheet-household-changed'));
}

export interface Checking extends Omit<Signing, 'signedOn' | 'today' | 'sheet'> {
  readonly sheet: Sheet;
  readonly totals: Pick<WorksheetTotals, 'missingVouchers' | 'sharedVouchers'>;
  readonly checker: string;
}

/** After it nothing of the sheet can be mended any more: what would stop the review stops the check. */
export function mayCheckWorksheet({ status, sheet, members, totals, checker }: Checking): Judgement {
  if (status === 'draft') return refuseRecording('hardship.worksheet-not-signed');
  if (status !== 'signed') return refuseRecording('hardship.worksheet-final');
  if (!sameHousehold(sheet, members)) return refuseRecording('hardship.worksheet-household-changed');
  const [missing, shared] = [totals.missingVouchers.length, totals.sharedVouchers.length];
  if (missing > 0) return refuseFile('hardship.vouchers-missing', { count: missing });
  if (shared > 0) return refuseFile('hardship.voucher-shared', { count: shared });
  return mustBeAnother(checker, sheet.reckonedBy);
}

/** 续档、调档 need a new worksheet: one on which the last decision rested already says nothing of this review. */
export function mustBeReckonedAnew({ startedAt, decidedAt }: { readonly startedAt: Date; readonly decidedAt: Date | null }): Judgement {
  return decidedAt && startedAt <= decidedAt ? refuseRecording('hardship.worksheet-of-before') : undefined;
}

export function mayDropWorksheet(status: WorksheetStatus): Judgement {
  return status === 'draft' || status === 'signed' ? undefined : refuseRecording('hardship.worksheet-final');
}
