import { refuseAttachment } from '#rules/documents/attachment-refusals';
import type { Files } from '#runtime/files/open-files';
import type { Work } from '../work.js';

/** The store of attachments; a program that was started without one says so instead of failing. */
export function filesOf(work: Work): Files {
  if (!work.files) throw refuseAttachment('attachments.store-away');
  return work.files;
}
