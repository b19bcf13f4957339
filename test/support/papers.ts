/** Files as families bring them, small and whole, and the same with something wrong. */
import { crc32, deflateSync } from 'node:zlib';
import { anArchive } from './a-workbook.js';

const chunk = (name: string, content: Buffer): Buffer => {
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  tail.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, tail]);
};

/** A white PNG; its header may lie about its size. */
export function aPng(width = 8, height = 8, rows = Math.min(height, 64)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const points = deflateSync(Buffer.alloc(rows * (Math.min(width, 64) + 1), 0xff));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', points),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, content: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
};

/** The bones of a JPEG: comment, frame, one scan, end. */
export function aJpeg(comment = ''): Buffer {
  const frame = Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(comment ? [segment(0xfe, Buffer.from(comment))] : []),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0x56, 0xff, 0xd9]),
  ]);
}

export function aPdf(inside = ''): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}

export function aWebp(): Buffer {
  const body = Buffer.concat([Buffer.from('WEBPVP8L', 'latin1'), Buffer.from([6, 0, 0, 0]), Buffer.from([0x2f, 0, 0, 0, 0, 0])]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), size, body]);
}

const box = (name: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 8);
  return Buffer.concat([size, Buffer.from(name, 'latin1'), content]);
};

export const aHeic = (): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(24)),
    box('mdat', Buffer.alloc(40, 7)),
  ]);

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const types = (main: string): string => `<Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`;

export const aDocx = (more: Record<string, string | Buffer> = {}): Promise<Buffer> =>
  anArchive({ '[Content_Types].xml': types(WORD), 'word/document.xml': '<document/>', ...more });
export const anXlsx = (more: Record<string, string | Buffer> = {}): Promise<Buffer> =>
  anArchive({ '[Content_Types].xml': types(SHEET), 'xl/workbook.xml': '<workbook/>', ...more });
export const aMacroBook = (): Promise<Buffer> =>
  anArchive({ '[Content_Types].xml': types('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'xl/workbook.xml': '<workbook/>' });

/** A part that is a thousand times what it is packed to. */
export const aBomb = (): Promise<Buffer> => aDocx({ 'word/media/image1.emf': Buffer.alloc(64 * 1024 * 1024) });
