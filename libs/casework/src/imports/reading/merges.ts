import type { Readable } from 'node:stream';
import type { Cell } from '#rules/imports/cell';
import { isBlank } from '#rules/imports/cell';
import { LIMITS, tooBig } from './limits.js';

/** A merge over several rows: its value stands in the first cell and holds for the column below it. */
export interface DownMerge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A sheet names its merges after its rows, but the rows need them: so the part is read once for the merges alone, as bytes,
 * which takes a fifth of the time of parsing it.
 */
export async function readDownMerges(part: Readable): Promise<DownMerge[]> {
  const merges: DownMerge[] = [];
  let rest = '';
  for await (const chunk of part as AsyncIterable<Buffer>) {
    if (rest === '' && !chunk.includes('mergeCell') && !endsOpen(chunk)) continue;
    const text = rest + chunk.toString('latin1');
    for (const [, ref] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{3,40})"/g)) {
      const merge = downMerge(ref!);
      if (merge && merges.push(merge) > LIMITS.merges) tooBig('合并单元格数', LIMITS.merges);
    }
    const open = text.lastIndexOf('<');
    rest = open >= 0 && !text.includes('>', open) ? text.slice(open).slice(0, 400) : '';
  }
  return merges.sort((a, b) => a.from - b.from);
}

const endsOpen = (chunk: Buffer): boolean => chunk.lastIndexOf('<') > chunk.lastIndexOf('>');

function downMerge(ref: string): DownMerge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!match || match[2] === match[4]) return undefined;
  return { column: columnIndex(match[1]!), from: Number(match[2]), to: Number(match[4]) };
}

/** A is 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i += 1) index = index * 26 + letters.charCodeAt(i) - 64;
  return index - 1;
}

/** Fills the cells of merges that reach down into a row; answers which columns it filled. */
export class MergeCarrier {
  private next = 0;
  private active: { merge: DownMerge; value: Cell }[] = [];

  constructor(private readonly merges: readonly DownMerge[]) {}

  carry(row: number, cells: Cell[]): ReadonlySet<number> | undefined {
    if (this.active.length === 0 && (this.next >= this.merges.length || this.merges[this.next]!.from > row)) return undefined;
    const carried = new Set<number>();
    this.active = this.active.filter(({ merge }) => merge.to >= row);
    for (const { merge, value } of this.active) {
      if (value === undefined || !isBlank(cells[merge.column])) continue;
      while (cells.length <= merge.column) cells.push(undefined);
      cells[merge.column] = value;
      carried.add(merge.column);
    }
    for (; this.next < this.merges.length && this.merges[this.next]!.from <= row; this.next += 1) {
      const merge = this.merges[this.next]!;
      // A merge whose first row is missing from the file has no value.
      if (merge.from === row) this.active.push({ merge, value: cells[merge.column] });
    }
    return carried.size > 0 ? carried : undefined;
  }
}
