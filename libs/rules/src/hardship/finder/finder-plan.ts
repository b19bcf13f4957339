/** How far back the finder looks and how long people have to answer: local practice, each a parameter. */
import { addMonths, type PlainDate } from '../../shared/plain-date.js';
import type { Priority } from './finder-rules.js';

export interface FinderPlan {
  /** Months for which a dispute, a legal-aid matter, a petition or a visit counts as a sign. */
  readonly disputeMonths: number;
  readonly legalAidMonths: number;
  readonly petitionMonths: number;
  readonly visitMonths: number;
  /** Months after 脱困 in which something new is a sign of 返困. */
  readonly liftedMonths: number;
  /** Months without any change of a file, and without any help since it was filed. */
  readonly unchangedMonths: number;
  readonly neverHelpedMonths: number;
  /** Refusals are counted over so many months; from so many on the family is looked at again. */
  readonly refusedMonths: number;
  readonly refusals: number;
  /** A gap of at most so many percent of the standard, a person and month, is small. */
  readonly gapPercent: number;
  /** Days to a closing, by priority. */
  readonly daysToClose: Readonly<Record<Priority, number>>;
  /** What was closed is not opened again for the same reason within so many months. */
  readonly quietMonths: number;
  /** Unreachable only after so many attempts on so many different days. */
  readonly attempts: number;
  readonly attemptDays: number;
  readonly evidence: string;
  readonly unverified: boolean;
}

export const suzhouFinderPlan: FinderPlan = {
  disputeMonths: 12,
  legalAidMonths: 12,
  petitionMonths: 12,
  visitMonths: 24,
  liftedMonths: 12,
  unchangedMonths: 12,
  neverHelpedMonths: 6,
  refusedMonths: 24,
  refusals: 2,
  gapPercent: 10,
  daysToClose: { 1: 10, 2: 20, 3: 30 },
  quietMonths: 12,
  attempts: 3,
  attemptDays: 2,
  evidence: '“一年未改”“未帮扶过”为全国系统查询项；各期限无文件依据，为本地做法参数',
  unverified: true,
};

/** After the first day that no longer counts, and not in the future. */
export function within(day: PlainDate, months: number, on: PlainDate): boolean {
  return day > addMonths(on, -months) && day <= on;
}
