import type { Readable } from 'node:stream';
import { DayCell, ErrorCell, type Cell, type SheetRow } from '#rules/imports/cell';
import { LIMITS, tooBig } from './limits.js';
import { columnIndex, MergeCarrier, type DownMerge } from './merges.js';
import { unescaped, xmlChunks } from './xml.js';

export interface SheetTexts {
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** What a sheet says about itself before its rows begin. */
export interface SheetNotes {
  hiddenColumns: number[];
  lastRow?: number;
}

/** From the system of 1904 to that of 1900. */
const DAYS_1904 = 1462;

/** The rows of a sheet as they come, hidden ones and hidden columns included; empty rows that the file leaves out are left out. */
export async function* xlsxRows(
  part: Readable,
  texts: SheetTexts,
  merges: readonly DownMerge[],
  notes?: SheetNotes,
): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const carrier = new MergeCarrier(merges);
  let number = 0;
  let rows = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let text: string | undefined;
  let taking = false;
  let inGuide = false;
  let hasFormula = false;

  const cell = (): Cell => {
    if (text === undefined) return hasFormula ? new ErrorCell('公式没有结果') : undefined;
    switch (type) {
      case 's':
        return texts.shared[Number(text)];
      case 'str':
      case 'inlineStr':
      case 'd':
        return unescaped(text);
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return new ErrorCell(text.slice(0, 20));
      default: {
        const value = Number(text);
        if (text.trim() === '' || Number.isNaN(value)) return text.trim() === '' ? undefined : text;
        return texts.dateStyles.has(style) ? new DayCell(texts.from1904 ? value + DAYS_1904 : value) : value;
      }
    }
  };

  const chunks = xmlChunks(part, {
    open(name, attributes) {
      if (name === 'c') {
        const ref = attributes['r'];
        column = ref === undefined ? column + 1 : columnIndex(/^[A-Z]+/.exec(ref)?.[0] ?? 'A');
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        text = undefined;
        hasFormula = false;
      } else if (name === 'v' || name === 't') {
        taking = !inGuide;
        text ??= '';
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') inGuide = true;
      else if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
        if ((rows += 1) > LIMITS.rows) tooBig('行数', LIMITS.rows);
        cells = [];
        column = -1;
      } else if (notes) note(notes, name, attributes);
    },
    text(piece) {
      if (!taking) return;
      text += piece;
      if (text!.length > LIMITS.cellCharacters) tooBig('单元格字数', LIMITS.cellCharacters);
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') inGuide = false;
      else if (name === 'c') {
        const value = cell();
        if (value === undefined) return;
        if (column >= LIMITS.columns) tooBig('列数', LIMITS.columns);
        while (cells.length < column) cells.push(undefined);
        cells[column] = value;
      } else if (name === 'row') {
        const carried = carrier.carry(number, cells);
        ready.push(carried ? { number, cells, carried } : { number, cells });
      }
    },
  });
  for await (const _ of chunks) {
    void _;
    yield* ready.splice(0);
  }
}

function note(notes: SheetNotes, name: string, { ref, min, max, hidden }: Readonly<Record<string, string>>): void {
  if (name === 'dimension') {
    const last = /(\d+)$/.exec(ref ?? '');
    if (last) notes.lastRow = Number(last[1]);
  } else if (name === 'col' && /^(1|true)$/.test(hidden ?? '')) {
    for (let column = Number(min); column <= Math.min(Number(max), LIMITS.columns); column += 1) notes.hiddenColumns.push(column - 1);
  }
}
