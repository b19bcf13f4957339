/** Walks a picture from its first byte to its end: whether it is whole, how large it unfolds, and what stands behind it. */
import { littleNumberAt, numberAt, textAt } from './bytes.js';
import type { FileType } from './file-types.js';

export interface PictureShape {
  readonly width?: number;
  readonly height?: number;
  /** The first byte after the picture. */
  readonly end: number;
}
export type PictureType = Exclude<FileType, 'pdf' | 'docx' | 'xlsx'>;

const walks: Readonly<Record<PictureType, (bytes: Uint8Array) => PictureShape | undefined>> = { jpeg, png, webp, heic };

/** Undefined where it breaks off or does not hold together. */
export function pictureShape(type: PictureType, bytes: Uint8Array): PictureShape | undefined {
  const shape = walks[type](bytes);
  return shape && shape.end <= bytes.length ? shape : undefined;
}

/** Segments with a length each; after the head of a scan, coded data up to the next marker. */
function jpeg(bytes: Uint8Array): PictureShape | undefined {
  let size: { width: number; height: number } | undefined;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return size && { ...size, end: at + 2 };
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      const length = numberAt(bytes, at + 2, 2);
      if (length < 2) return undefined;
      if (isFrame(marker)) size = { height: numberAt(bytes, at + 5, 2), width: numberAt(bytes, at + 7, 2) };
      at += 2 + length;
      if (marker === 0xda) at = afterScan(bytes, at);
    }
  }
  return undefined;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function png(bytes: Uint8Array): PictureShape | undefined {
  if (textAt(bytes, 12, 4) !== 'IHDR') return undefined;
  const size = { width: numberAt(bytes, 16, 4), height: numberAt(bytes, 20, 4) };
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + numberAt(bytes, at, 4);
    if (textAt(bytes, at + 4, 4) === 'IEND') return { ...size, end };
    at = end;
  }
  return undefined;
}

function webp(bytes: Uint8Array): PictureShape | undefined {
  const end = 8 + littleNumberAt(bytes, 4, 4);
  const first = textAt(bytes, 12, 4);
  if (end < 20 || !['VP8 ', 'VP8L', 'VP8X'].includes(first)) return undefined;
  if (first !== 'VP8X') return { end };
  const less = (at: number): number => littleNumberAt(bytes, at, 2) + (bytes[at + 2] ?? 0) * 65_536;
  return { width: less(24) + 1, height: less(27) + 1, end };
}

/** Boxes one behind the other; one of them tells what is in the others. */
function heic(bytes: Uint8Array): PictureShape | undefined {
  let described = false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const [size, name] = [numberAt(bytes, at, 4), textAt(bytes, at + 4, 4)];
    if (!/^[a-zA-Z0-9 ]{4}$/.test(name)) break;
    described ||= name === 'meta';
    if (size === 0) at = bytes.length;
    else if (size === 1) at += numberAt(bytes, at + 8, 4) * 4_294_967_296 + numberAt(bytes, at + 12, 4);
    else if (size < 8) return undefined;
    else at += size;
  }
  return described ? { end: at } : undefined;
}
