import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import { Refusal } from '#rules/shared/refusal';

type Office = 'docx' | 'xlsx';
const archive = { typeZh: 'Office 文档', typeEn: 'an Office document' };

/** What a document may unfold to; ordinary ones stay far below. */
const MOST_PARTS = 2_000;
const MOST_UNPACKED = 200 * 1024 * 1024;
/** Unpacked to packed size of a large part: dull sheets reach 60. */
const MOST_RATIO = 300;
const LARGE_PART = 4 * 1024 * 1024;
const MOST_TEXT = 1024 * 1024;

/** Parts that run, or that a careless program would run. */
const running = /vbaproject|activex|oleobject|\.(exe|dll|scr|com|js|jse|vbs|vbe|wsf|bat|cmd|ps1|hta|jar|lnk|msi)$/i;

/** Word or Excel, after every part was unpacked and counted; anything else in a zip is refused. */
export async function officeType(bytes: Buffer): Promise<Office> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true });
    if (zip.entryCount > MOST_PARTS) throw bomb(`${zip.entryCount} 个部分`, `${zip.entryCount} parts`);
    const parts: yauzl.Entry[] = [];
    for await (const part of zip.eachEntry()) parts.push(part);
    mustLieApart(parts);
    return await typeOf(zip, parts);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw Object.assign(refuseAttachment('attachments.damaged', archive), { cause: error });
  }
}

async function typeOf(zip: yauzl.ZipFile, parts: readonly yauzl.Entry[]): Promise<Office> {
  const types = parts.find(({ fileName }) => fileName === '[Content_Types].xml');
  if (!types) throw refuseAttachment('attachments.unwelcome', { whatZh: '压缩包', whatEn: 'a compressed archive' });
  let unpacked = 0;
  for (const part of parts) {
    if (part.isEncrypted()) throw refuseAttachment('attachments.locked', archive);
    if (running.test(part.fileName)) throw refuseAttachment('attachments.active', { ...archive, what: part.fileName.slice(-60) });
    unpacked += part.uncompressedSize;
    const ratio = part.uncompressedSize > LARGE_PART && part.uncompressedSize > part.compressedSize * MOST_RATIO;
    if (unpacked > MOST_UNPACKED || ratio) throw bomb('压缩比过高', 'packed too tightly');
  }
  for (const part of parts) await unfold(zip, part);
  const declared = await textOf(zip, types);
  if (/macroEnabled/i.test(declared)) throw refuseAttachment('attachments.active', { ...archive, what: '宏' });
  if (declared.includes('wordprocessingml.document.main+xml')) return 'docx';
  if (declared.includes('spreadsheetml.sheet.main+xml')) return 'xlsx';
  throw refuseAttachment('attachments.unwelcome', { whatZh: '压缩包', whatEn: 'a compressed archive' });
}

/** A header may lie about its part’s size, and about what it refers to outside. */
async function unfold(zip: yauzl.ZipFile, part: yauzl.Entry): Promise<void> {
  if (part.fileName.endsWith('.rels')) {
    const relations = await textOf(zip, part);
    if (/attachedTemplate|oleObject|subDocument|frame/i.test(relations) && /TargetMode\s*=\s*["']External/i.test(relations))
      throw refuseAttachment('attachments.active', { ...archive, what: '外部模板或对象' });
    return;
  }
  let counted = 0;
  for await (const piece of (await zip.openReadStreamPromise(part)) as Readable & AsyncIterable<Buffer>) {
    counted += piece.length;
    if (counted > part.uncompressedSize) throw bomb('大小不实', 'a size that is not true');
  }
}

async function textOf(zip: yauzl.ZipFile, part: yauzl.Entry): Promise<string> {
  if (part.uncompressedSize > MOST_TEXT) throw bomb('目录过大', 'an index that is too large');
  return (await buffer(await zip.openReadStreamPromise(part))).toString('utf8');
}

/** Parts that share packed bytes multiply when they are unfolded. */
function mustLieApart(parts: readonly yauzl.Entry[]): void {
  const inOrder = parts.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const part of inOrder) {
    if (part.relativeOffsetOfLocalHeader < end) throw bomb('各部分相互重叠', 'parts that overlap');
    end = part.relativeOffsetOfLocalHeader + 30 + part.compressedSize;
  }
}

const bomb = (whatZh: string, whatEn: string): Refusal => refuseAttachment('attachments.bomb', { ...archive, whatZh, whatEn });
