/** The forms that columns of ledgers take. */
import { readBankCard } from '../shared/identifiers/bank-card.js';
import { readEmployerCode, type EmployerCode } from '../shared/identifiers/employer-code.js';
import { readPersonName } from '../shared/identifiers/person-name.js';
import { readPhone } from '../shared/identifiers/phone.js';
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';
import { readResidentId, type ResidentId } from '../shared/identifiers/resident-id.js';
import type { Label } from '../shared/label.js';
import type { Fen } from '../shared/money.js';
import type { PlainDate } from '../shared/plain-date.js';
import { Refusal } from '../shared/refusal.js';
import { cellText, DayCell, wholeDigits, type FilledCell } from './cell.js';
import type { Column, ColumnForm, Read } from './column.js';
import { found, quoted } from './findings.js';
import { unescapeFormula } from './formula-escape.js';
import { readCount, readMoney, readYear } from './read-amount.js';
import { readDate } from './read-date.js';

interface More {
  also?: readonly string[];
  required?: boolean;
}

/** The longest text of a short column, in characters. */
export const SHORT_TEXT = 200;

function column<T>(form: ColumnForm, zh: string, en: string, more: More, read: Column<T>['read']): Column<T> {
  return { form, zh, en, also: more.also ?? [], required: more.required ?? false, read };
}

/** 无, / and - are how people say that there is nothing to write. */
const isDash = (cell: FilledCell): boolean => typeof cell === 'string' && /^(?:无|没有|\/+|／|-+|—+|－)$/.test(withoutBlanks(cell));
const NOTHING: Read<never> = {};

function short(text: string): Read<string> {
  const length = [...text].length;
  return length > SHORT_TEXT ? { finding: found('cell.too-long', { length, limit: SHORT_TEXT }) } : { value: text };
}

export const text = (zh: string, en: string, more: More = {}): Column<string> =>
  column('text', zh, en, more, (cell) => short(unescapeFormula(cellText(cell).trim())));

/** Kept to the last blank, however long. */
export const longText = (zh: string, en: string, more: More = {}): Column<string> =>
  column('long-text', zh, en, more, (cell) => ({ value: unescapeFormula(cellText(cell)) }));

export const name = (zh: string, en: string, more: More = {}): Column<string> =>
  column('name', zh, en, more, (cell) => (isDash(cell) ? NOTHING : short(readPersonName(cellText(cell)))));

/** 案件编号 and the like: brackets and blanks are typed in many ways and mean nothing. */
export const documentNumber = (zh: string, en: string, more: More = {}): Column<string> =>
  column('number', zh, en, more, (cell) => (isDash(cell) ? NOTHING : short(readDocumentNumber(cellText(cell)))));

export function readDocumentNumber(typed: string): string {
  return withoutBlanks(halfWidth(typed))
    .replace(/[[(【﹝［](?=\d{4}[\])】﹞］])/g, '〔')
    .replace(/(?<=〔\d{4})[\])】﹞］]/g, '〕');
}

export const residentId = (zh: string, en: string, more: More = {}): Column<ResidentId> =>
  column('id', zh, en, more, (cell, { today }) => numbered(cell, (digits) => readResidentId(digits, today)));

export const bankCard = (zh: string, en: string, more: More = {}): Column<string> =>
  column('card', zh, en, more, (cell) => numbered(cell, readBankCard));

/** A number that names something: as a quantity of more than fifteen digits, or written 3.2E+17, it has lost its end. */
function numbered<T>(cell: FilledCell, read: (digits: string) => T | Refusal): Read<T> {
  if (isDash(cell)) return NOTHING;
  const digits = typeof cell === 'number' ? wholeDigits(cell) : cellText(cell);
  if (digits === undefined || /^\s*\d(?:\.\d+)?E\+?\d+\s*$/i.test(halfWidth(digits))) return { finding: found('cell.digits-lost') };
  const value = read(digits);
  return value instanceof Refusal ? { finding: { code: value.code, details: value.details } } : { value };
}

export const phone = (zh: string, en: string, more: More = {}): Column<string> =>
  column('phone', zh, en, more, (cell) => {
    if (isDash(cell)) return NOTHING;
    const value = readPhone(cellText(cell));
    return value instanceof Refusal ? { finding: found('note.phone-unreadable') } : { value };
  });

/** A wrong code does not reject a row: the employer is still known by its name. */
export const employerCode = (zh: string, en: string, more: More = {}): Column<EmployerCode> =>
  column('code', zh, en, more, (cell) => {
    if (isDash(cell)) return NOTHING;
    const value = readEmployerCode(cellText(cell));
    if (value instanceof Refusal) return { finding: found('note.code-unreadable') };
    return value.verified ? { value } : { value, finding: found('note.code-unverified') };
  });

export const date = (zh: string, en: string, more: More = {}): Column<PlainDate> =>
  column('date', zh, en, more, (cell, { today }) => (isDash(cell) ? NOTHING : readDate(cell, today)));

export const money = (zh: string, en: string, more: More = {}): Column<Fen> =>
  column('money', zh, en, more, (cell, _, inWan) => (isDash(cell) ? NOTHING : readMoney(cell, inWan)));

export const count = (zh: string, en: string, more: More & { least?: 0 | 1 } = {}): Column<number> =>
  column('count', zh, en, more, (cell) => {
    if (isDash(cell)) return NOTHING;
    const read = readCount(cell);
    return read.value === 0 && more.least !== 0 ? { finding: found('cell.count-zero') } : read;
  });

export const year = (zh: string, en: string, more: More = {}): Column<number> =>
  column('year', zh, en, more, (cell) => (isDash(cell) ? NOTHING : readYear(cell)));

/** The code of the district of today that the name means or meant. */
export const district = (zh: string, en: string, more: More = {}): Column<string> =>
  column('district', zh, en, more, (cell, { district: read }) => {
    if (isDash(cell)) return NOTHING;
    const typed = cellText(cell);
    const value = cell instanceof DayCell ? undefined : read(typed)?.code;
    return value === undefined ? { finding: found('cell.district-unknown', { text: quoted(typed) }) } : { value };
  });

/** One of a list of words, given as its code. An unknown word rejects the row only where the column is required. */
export function choice<Code extends string>(
  zh: string,
  en: string,
  list: Readonly<Record<Code, Label>>,
  more: More & { alias?: Readonly<Record<string, NoInfer<Code>>> } = {},
): Column<Code> {
  const codes = Object.keys(list) as Code[];
  const byWord = new Map<string, Code>(codes.map((code) => [plainWord(list[code].zh), code]));
  for (const [word, code] of Object.entries(more.alias ?? {}) as [string, Code][]) byWord.set(plainWord(word), code);
  return {
    ...column<Code>('choice', zh, en, more, (cell) => {
      const typed = cellText(cell).trim();
      const value = byWord.get(plainWord(typed));
      if (value !== undefined) return { value };
      return isDash(cell)
        ? NOTHING
        : { finding: found(more.required ? 'cell.word-unknown' : 'note.word-unknown', { text: quoted(typed) }) };
    }),
    words: codes.map((code) => list[code].zh),
  };
}

function plainWord(word: string): string {
  return withoutBlanks(halfWidth(word)).replaceAll(',', '、');
}
