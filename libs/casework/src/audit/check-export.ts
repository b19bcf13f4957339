import { TextDecoder } from 'node:util';
import type { Fault } from '#rules/audit/chain';
import { ExportWalk } from '#rules/audit/export-walk';
import { linkHash, signed } from './signing.js';

export interface ExportCheck {
  whole: boolean;
  links: number;
  head: string;
  /** public key of the system that signed */
  signer: string | null;
  firstFault: Fault | null;
}

const LONGEST_LINE = 4 * 1024 * 1024;

/** Checks an export without any database, from bytes as they come. Stops at the first fault. */
export async function checkExport(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  wanted: { head?: string | undefined; signer?: string | undefined } = {},
): Promise<ExportCheck> {
  const walk = new ExportWalk({ hash: linkHash, signed }, wanted);
  const fault = await firstFault(bytes, walk);
  return { whole: !fault, links: walk.links, head: walk.head, signer: walk.signer ?? null, firstFault: fault ?? null };
}

async function firstFault(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, walk: ExportWalk): Promise<Fault | undefined> {
  // A byte that is no UTF-8, or a mark put before the text, must not be read away.
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const read = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let from = 0;
    for (let at = read.indexOf(10); at >= 0; at = read.indexOf(10, from)) {
      const fault = walk.step(lineOf(utf8, read.subarray(from, at)));
      if (fault) return fault;
      from = at + 1;
    }
    rest = read.subarray(from);
    if (rest.length > LONGEST_LINE) return walk.step('');
  }
  if (rest.length > 0) return walk.step(lineOf(utf8, rest)) ?? walk.end(false);
  return walk.end(true);
}

/** A line that is no text reads as nothing, which no export has. */
function lineOf(utf8: TextDecoder, bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return '';
  }
}
