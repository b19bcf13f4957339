/** Who takes the next step of a file: whoever holds this permission at its office; for what is recorded, its own handler. */
import type { Permission } from '../../access/permissions.js';
import type { FileStatus } from '../file-lifecycle.js';
import { fileOperations } from '../file-operations.js';

const { submitFile, passFirstCheck, recordVisit, beginVerification, recordVerification, reviewFile, openNotice, approveFile } =
  fileOperations;
const { decideObjection, activateFile, beginReview, lowerClass, liftFile } = fileOperations;

export const stepNeeds: Readonly<Partial<Record<FileStatus, Permission>>> = {
  draft: submitFile.needs,
  submitted: passFirstCheck.needs,
  sent_back: submitFile.needs,
  prelim_ok: recordVisit.needs,
  visited: beginVerification.needs,
  verifying: recordVerification.needs,
  verified: reviewFile.needs,
  reviewed: openNotice.needs,
  notice: approveFile.needs,
  objected: decideObjection.needs,
  approved: activateFile.needs,
  // It is assessed anew first, by whoever began the review; only then has anybody to conclude.
  under_review: beginReview.needs,
  class_notice: lowerClass.needs,
  class_objected: decideObjection.needs,
  exit_notice: liftFile.needs,
  exit_objected: decideObjection.needs,
};

export const RECORDED: Permission = 'hardship.record';

/** The statuses whose next step needs this permission. */
export const waitingFor = (permission: Permission): readonly FileStatus[] =>
  (Object.keys(stepNeeds) as FileStatus[]).filter((status) => stepNeeds[status] === permission);
