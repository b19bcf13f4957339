/** What a decision rests on stays in the file. */
import { refuseAttachment } from '../../documents/attachment-refusals.js';
import type { Judgement } from '../../shared/refusal.js';
import { fileStatuses, type FileStatus } from '../file-lifecycle.js';
import { isOpenFile } from '../file-parts.js';

export interface RemovalFacts {
  readonly status: FileStatus;
  /** a recorded signature is this very paper */
  readonly inConsent: boolean;
  /** a signed worksheet names it as a voucher */
  readonly inWorksheet: boolean;
}

export function mayRemoveAttachment({ status, inConsent, inWorksheet }: RemovalFacts): Judgement {
  if (!isOpenFile(status)) {
    const { zh, en } = fileStatuses[status];
    return refuseAttachment('attachments.file-ended', { statusZh: zh, statusEn: en });
  }
  if (inWorksheet) return refuseAttachment('attachments.in-worksheet');
  return inConsent ? refuseAttachment('attachments.in-consent') : undefined;
}
