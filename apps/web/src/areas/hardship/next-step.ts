import { roles, roleCodes } from '#rules/access/roles';
import type { Permission } from '#rules/access/permissions';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { fileOperations, type FileOperation } from '#rules/hardship/file-operations';
import type { HardshipRecord } from '#contract/hardship';
import type { CheckItem } from './file-checklist.js';
import type { Label } from '../../kit/words.js';

/** The operation by which a file of each status goes on; nothing where it rests. */
const onward: Readonly<Partial<Record<FileStatus, FileOperation>>> = {
  draft: 'submitFile',
  sent_back: 'submitFile',
  submitted: 'passFirstCheck',
  prelim_ok: 'recordVisit',
  visited: 'beginVerification',
  verifying: 'recordVerification',
  verified: 'reviewFile',
  reviewed: 'openNotice',
  notice: 'approveFile',
  objected: 'decideObjection',
  approved: 'activateFile',
  under_review: 'renewFile',
  class_notice: 'lowerClass',
  class_objected: 'decideObjection',
  exit_notice: 'liftFile',
  exit_objected: 'decideObjection',
};

/** Kept, and the day on which it is to be looked at again has come. */
export const reviewIsDue = ({ status, reviewOn }: Pick<HardshipRecord, 'status' | 'reviewOn'>, today: string): boolean =>
  status === 'active' && reviewOn !== null && reviewOn <= today;

/** May still lack when an application goes on, but is asked for before it is reviewed: better told while the applicant stands there. */
export const askedLater: Readonly<Partial<Record<FileOperation, readonly CheckItem[]>>> = {
  submitFile: ['worksheet', 'vouchers', 'signature'],
  passFirstCheck: ['worksheet', 'vouchers', 'signature', 'checked'],
};

/** How this file goes on: what was announced says how it ends. */
export function onwardOperation(file: HardshipRecord, today: string): FileOperation | undefined {
  const { status, notices } = file;
  if (reviewIsDue(file, today)) return 'beginReview';
  const announced = notices.find(({ endedHow }) => endedHow === null);
  if (status === 'exit_notice' && announced?.ground !== 'lifted') return 'deregisterFile';
  return onward[status as FileStatus];
}

/** The conclusions that a review can come to. */
export const conclusions: readonly FileOperation[] = ['renewFile', 'raiseClass', 'proposeLower', 'proposeExit'];

/** Who does it: the roles that hold the permission, but not those who only copy registers. */
export function rolesFor(operation: FileOperation): Label[] {
  const needed: Permission = fileOperations[operation].needs;
  return roleCodes.filter((code) => code !== 'statistician' && needed in roles[code].permissions).map((code) => roles[code]);
}
