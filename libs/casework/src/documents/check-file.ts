import { refuseAttachment } from '#rules/documents/attachment-refusals';
import { cleanFileName } from '#rules/documents/file-name';
import { recogniseFile, type FileType } from '#rules/documents/file-types';
import { judgeFile } from '#rules/documents/judge-file';
import { unwelcomeFile } from '#rules/documents/unwelcome-files';
import { refuseIf } from '#rules/shared/refusal';
import type { Files } from '#runtime/files/open-files';
import { officeType } from './office-file.js';

export interface Upload {
  fileName: string;
  /** the media type that its sender declared */
  declared: string;
  bytes: Buffer;
}

export interface CheckedFile {
  name: string;
  type: FileType;
  scan: 'clean' | 'not-scanned';
}

/** An upload is what its bytes say: name and declared type must agree, nothing else may hide in it, and the scanner has looked where there is one. */
export async function checkFile({ scan, mostBytes }: Files, { fileName, declared, bytes }: Upload): Promise<CheckedFile> {
  if (bytes.length === 0) throw refuseAttachment('attachments.empty');
  if (bytes.length > mostBytes) throw refuseAttachment('attachments.too-large', { most: mostBytes / 1024 / 1024 });
  const name = cleanFileName(fileName);
  if (name === undefined) throw refuseAttachment('attachments.name');
  const shape = recogniseFile(bytes);
  if (!shape) {
    const { zh, en } = unwelcomeFile(bytes);
    throw refuseAttachment('attachments.unwelcome', { whatZh: zh, whatEn: en });
  }
  const type = shape === 'archive' ? await officeType(bytes) : shape;
  refuseIf(judgeFile({ name, declared, bytes }, type));
  await scan?.(bytes);
  return { name, type, scan: scan ? 'clean' : 'not-scanned' };
}
