/** When a home visit is due, and until when its form may change. */
import type { Judgement } from '../../shared/refusal.js';
import { fileStatuses, type FileStatus } from '../file-lifecycle.js';
import { openConflicts, valuesOf, type VisitForm } from './merge-visit.js';
import type { VisitPurpose } from './visit-codes.js';
import { missingOf, visitField } from './visit-form.js';
import { refuseVisit } from './visit-refusals.js';

/** An application is visited after its first check, a file at its review; either may be prepared one step before. */
const due: Readonly<Record<VisitPurpose, readonly FileStatus[]>> = {
  intake: ['submitted', 'prelim_ok'],
  review: ['active', 'under_review'],
};

export function mayOpenVisit(purpose: VisitPurpose, status: FileStatus, open: boolean): Judgement {
  if (!due[purpose].includes(status)) {
    const { zh, en } = fileStatuses[status];
    return refuseVisit('hardship.visit-not-due', { statusZh: zh, statusEn: en });
  }
  return open ? refuseVisit('hardship.visit-open') : undefined;
}

/** Once the file has gone on, its form is what the decision rested on. A file that was sent back will be visited yet. */
export const visitMayChange = (purpose: VisitPurpose, status: FileStatus): boolean =>
  due[purpose].includes(status) || (purpose === 'intake' && (status === 'draft' || status === 'sent_back'));

export function mayCompleteVisit(form: VisitForm, photos: number): Judgement {
  const undecided = openConflicts(form).length;
  if (undecided > 0) return refuseVisit('hardship.visit-conflicts-open', { count: undecided });
  const missing = missingOf(valuesOf(form), photos).map(visitField);
  if (missing.length === 0) return undefined;
  const shown = missing.slice(0, 6);
  return refuseVisit('hardship.visit-incomplete', {
    count: missing.length,
    fieldsZh: shown.map((field) => field.zh).join('、') + (missing.length > shown.length ? '等' : ''),
    fieldsEn: shown.map((field) => field.en).join(', ') + (missing.length > shown.length ? ', …' : ''),
  });
}
