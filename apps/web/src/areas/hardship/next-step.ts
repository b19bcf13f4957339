import { roles, roleCodes } from '#rules/access/roles';
import type { Permission } from '#rules/access/permissions';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { fileOperations, type FileOperation } from '#rules/hardship/file-operations';
import type { Label } from '../../kit/words.js';

/** The operation by which a file of each status goes on; nothing where it rests. */
export const onwardOperation: Readonly<Partial<Record<FileStatus, FileOperation>>> = {
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

/** Who does it: the roles that hold the permission, but not those who only copy registers. */
export function rolesFor(operation: FileOperation): Label[] {
  const needed: Permission = fileOperations[operation].needs;
  return roleCodes.filter((code) => code !== 'statistician' && needed in roles[code].permissions).map((code) => roles[code]);
}
