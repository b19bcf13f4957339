/** When a child leaves school, from what the form says: the year of entry and how many years the school takes. */
import { dateOf, type PlainDate } from '../../shared/plain-date.js';
import type { MemberAnswers } from '../file-form.js';

/** The school year ends with June. */
export function schoolEnd(answers: Pick<MemberAnswers, 'enrolledIn' | 'schoolYears'> | undefined): PlainDate | undefined {
  if (!answers?.enrolledIn || !answers.schoolYears) return undefined;
  return dateOf(answers.enrolledIn + answers.schoolYears, 6, 30);
}
