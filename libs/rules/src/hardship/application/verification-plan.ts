/** How long a report of the verification centre (核对报告) holds: a parameter with a source, like any other limit. */
import { addMonths, type PlainDate } from '../../shared/plain-date.js';

export interface VerificationPlan {
  readonly months: number;
  readonly evidence: string;
  readonly unverified: boolean;
}

export const verificationPlan: VerificationPlan = { months: 6, evidence: '未查到规定，按当地做法', unverified: true };

/** The last day on which a decision may rest on the report. */
export function reportHoldsUntil({ months }: VerificationPlan, reportedOn: PlainDate): PlainDate {
  return addMonths(reportedOn, months);
}
