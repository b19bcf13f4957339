/** Whether an upload is what it says it is: its name, the type its sender declared, and its bytes must say the same. */
import type { Judgement } from '../shared/refusal.js';
import { refuseAttachment } from './attachment-refusals.js';
import { extensionOf } from './file-name.js';
import { fileTypes, type FileType } from './file-types.js';
import { foreignContent } from './foreign-content.js';
import { activeNameIn, isWholePdf } from './pdf-shape.js';
import { pictureShape, type PictureType } from './picture-shape.js';

/** Telephones take pictures of two hundred million points; a browser unfolds four bytes for each. */
const MOST_POINTS = 250_000_000;
/** What senders say when they do not know. */
const undeclared = ['', 'application/octet-stream', 'binary/octet-stream'];

export interface Upload {
  /** cleaned */
  readonly name: string;
  readonly declared: string;
  readonly bytes: Uint8Array;
}

export function judgeFile({ name, declared, bytes }: Upload, type: FileType): Judgement {
  const { zh, en, media, extensions, also } = fileTypes[type];
  const told = { typeZh: zh, typeEn: en };
  const extension = extensionOf(name);
  if (!(extensions as readonly string[]).includes(extension)) return refuseAttachment('attachments.type-differs', { ...told, extension });
  const said = declared.toLowerCase().split(';')[0]!.trim();
  if (![media, ...also, ...undeclared].includes(said)) return refuseAttachment('attachments.declared-differs', told);
  const inside = type === 'docx' || type === 'xlsx' ? undefined : type === 'pdf' ? judgePdf(bytes) : judgePicture(type, bytes);
  if (inside) return inside;
  const foreign = foreignContent(type, bytes);
  return foreign && refuseAttachment('attachments.hides-another', { ...told, whatZh: foreign.zh, whatEn: foreign.en });
}

function judgePdf(bytes: Uint8Array): Judgement {
  const told = { typeZh: fileTypes.pdf.zh, typeEn: fileTypes.pdf.en };
  if (!isWholePdf(bytes)) return refuseAttachment('attachments.damaged', told);
  const what = activeNameIn(bytes);
  return what === undefined ? undefined : refuseAttachment('attachments.active', { ...told, what });
}

function judgePicture(type: PictureType, bytes: Uint8Array): Judgement {
  const told = { typeZh: fileTypes[type].zh, typeEn: fileTypes[type].en };
  const shape = pictureShape(type, bytes);
  if (!shape) return refuseAttachment('attachments.damaged', told);
  const { width = 1, height = 1, end } = shape;
  if (width * height > MOST_POINTS)
    return refuseAttachment('attachments.bomb', { ...told, whatZh: `${width}×${height}点`, whatEn: `${width}×${height} points` });
  // Telephones append a short film to a photograph; behind any other picture there is nothing to be.
  if (end < bytes.length - 1 && type !== 'jpeg')
    return refuseAttachment('attachments.hides-another', { ...told, whatZh: '附加在末尾的内容', whatEn: 'content appended to it' });
  return undefined;
}
