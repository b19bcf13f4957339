/** Amounts, counts and years. */
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';
import { fenFromYuan, parseYuan, type Fen } from '../shared/money.js';
import { DayCell, cellText, type FilledCell } from './cell.js';
import type { Read } from './column.js';
import { found, quoted, type FindingCode } from './findings.js';

const unreadable = (code: FindingCode, cell: FilledCell): Read<never> => ({ finding: found(code, { text: quoted(cellText(cell)) }) });

/** 100 亿元: no amount of a ledger comes near it, and all that the program adds up stays exact far beyond it. */
const MOST_FEN = 1e12;

/** `inWan`: a number without a unit of its own counts 万元, because its header says so. */
export function readMoney(cell: FilledCell, inWan: boolean): Read<Fen> {
  if (cell instanceof DayCell) return unreadable('cell.amount-unreadable', cell);
  const read = typeof cell === 'number' ? fromNumber(inWan ? cell * 10_000 : cell) : fromText(cell, inWan);
  if (read.value !== undefined && read.value < 0) return { finding: found('cell.amount-negative') };
  return read.value === undefined || read.value > MOST_FEN ? unreadable('cell.amount-unreadable', cell) : read;
}

function fromText(typed: string, inWan: boolean): Read<Fen> {
  const text = typed.replace(/^\s*(?:人民币|RMB|CNY)/i, '').replace(/(?:整|正)\s*$/, '');
  const fen = parseYuan(inWan && !/[万元圆]/.test(text) ? `${text}万` : text);
  if (fen !== undefined) return { value: fen };
  const long = /^-?\d+\.\d{3,}$/.exec(withoutBlanks(halfWidth(text)).replaceAll(',', ''));
  return long ? fromNumber(Number(long[0]) * (inWan ? 10_000 : 1)) : {};
}

/** A cell's number is binary: 7996.87 may be stored a hair beside it, which is no third decimal. */
function fromNumber(yuan: number): Read<Fen> {
  if (!(Math.abs(yuan) <= MOST_FEN / 100)) return {};
  const near = Math.round(yuan * 100);
  if (Math.abs(yuan) < 1e9 && Math.abs(yuan * 100 - near) < 1e-4) return { value: near === 0 ? 0 : near };
  const fen = fenFromYuan(yuan);
  return Math.abs(yuan * 100 - fen) < 0.01 ? { value: fen } : { value: fen, finding: found('note.amount-rounded') };
}

export function readCount(cell: FilledCell): Read<number> {
  const text = typeof cell === 'number' ? String(cell) : cell instanceof DayCell ? '' : withoutBlanks(halfWidth(cell)).replaceAll(',', '');
  const match = /^(\d{1,7})(?:\.0+)?(?:余|多)?(?:个|位)?(?:人|人次|户|名|件|宗|批|次|口|月|家|职工)?$/.exec(text);
  if (!match || /[余多]/.test(text)) return unreadable('cell.count-unreadable', cell);
  return { value: Number(match[1]) };
}

export function readYear(cell: FilledCell): Read<number> {
  const text = withoutBlanks(halfWidth(cellText(cell)));
  const match =
    cell instanceof DayCell
      ? /^(\d{4})-/.exec(text)
      : /^((?:18|19|20)\d{2})(?:年(?:度)?|[-./年]\d{1,2}月?(?:[-./]?\d{1,2}日?)?)?$/.exec(text);
  return match ? { value: Number(match[1]) } : unreadable('cell.year-unreadable', cell);
}
