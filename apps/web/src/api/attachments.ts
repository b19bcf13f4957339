import type * as C from '#contract/attachments';
import type { Made } from '#contract/imports';
import type { z } from 'zod';
import { send } from './client.js';
import { changing, getting } from './operation.js';

export const findAttachments = getting<typeof C.AttachmentList>((fileId) => `/hardship-files/${fileId}/attachments`);
/** `<file>/attachments/<paper>` */
export const removeAttachment = changing<typeof C.RemoveAttachment>((paper) => `/hardship-files/${paper}/removal`);
export const attachmentPath = (fileId: string, id: string): string => `/hardship-files/${fileId}/attachments/${id}/content`;

export interface NewPaper {
  kind: string;
  personId?: string | undefined;
  /** said besides the file itself, so that two files are two wishes */
  name: string;
  size: number;
  file: File;
}

export function addAttachment(fileId: string, { kind, personId, name, file }: NewPaper, key?: string): Promise<z.output<typeof Made>> {
  const form = new FormData();
  form.append('kind', kind);
  if (personId) form.append('personId', personId);
  form.append('file', file, name);
  return send('POST', `/hardship-files/${fileId}/attachments`, { body: form, ...(key && { key }) });
}
