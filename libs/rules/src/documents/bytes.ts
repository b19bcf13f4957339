/** Bytes as rules read them: the same in the browser and on the server. */

export function startsWith(bytes: Uint8Array, at: number, pattern: readonly number[]): boolean {
  return pattern.every((byte, i) => bytes[at + i] === byte);
}

/** A stretch as Latin-1; shorter at the end of the file. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 8_192)));
}

export const numberAt = (bytes: Uint8Array, at: number, width: 2 | 4): number =>
  bytes.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0);

export const littleNumberAt = (bytes: Uint8Array, at: number, width: 2 | 4): number =>
  bytes.subarray(at, at + width).reduceRight((sum, byte) => sum * 256 + byte, 0);

/** Where an ASCII text stands next, its letters after the first in either case; -1 where it does not. */
export function findText(bytes: Uint8Array, text: string, from = 0, until = bytes.length): number {
  const wanted = [...text].map((letter, i) => (i === 0 ? letter : letter.toLowerCase()).charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0]!, from); at >= 0 && at < until; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => i === 0 || folded(bytes[at + i]) === byte)) return at;
  }
  return -1;
}

const folded = (byte: number | undefined): number | undefined => (byte !== undefined && byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte);
