/** Dates as ledgers write them. Day and month in an order other than year, month, day are never guessed. */
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';
import { dateOf, dateOfDayNumber, daysInMonth, yearOf, type PlainDate } from '../shared/plain-date.js';
import { DayCell, UNIX_EPOCH, type FilledCell } from './cell.js';
import type { Read } from './column.js';
import { found, quoted } from './findings.js';

/** A bare number is a day only within these: 1910-01-01 to 2099-12-31. Less is a year or a mistake. */
const FIRST_SERIAL = 3_654;
const LAST_SERIAL = 73_050;

export function readDate(cell: FilledCell, today: PlainDate): Read<PlainDate> {
  if (cell instanceof DayCell) return fromSerial(cell.serial, 61);
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 1e7 ? fromText(String(cell), today) : fromSerial(cell, FIRST_SERIAL);
  return fromText(cell, today);
}

function fromSerial(serial: number, first: number): Read<PlainDate> {
  const day = Math.floor(serial);
  if (!(day >= first && day <= LAST_SERIAL)) return { finding: found('cell.date-unreadable', { text: quoted(String(serial)) }) };
  return { value: dateOfDayNumber(day - UNIX_EPOCH) };
}

function fromText(typed: string, today: PlainDate): Read<PlainDate> {
  const trimmed = halfWidth(typed).trim();
  const text = withoutBlanks(trimmed.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '').replace(/[。．]/g, '.'));
  const unreadable = { finding: found('cell.date-unreadable', { text: quoted(trimmed) }) };
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text), FIRST_SERIAL);
  const match =
    /^(\d{4}|\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4}|\d{2})(年)(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (!match) return unreadable;
  const [month, day] = [Number(match[3]), Number(match[4])];
  const typedYear = match[1]!;
  const year = typedYear.length === 4 ? Number(typedYear) : fullYear(Number(typedYear), today);
  if (year < 1850 || year > 2100) return unreadable;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return { finding: found('cell.date-impossible', { text: quoted(trimmed) }) };
  const value = dateOf(year, month, day);
  return typedYear.length === 4 ? { value } : { value, finding: found('note.date-two-digit-year', { date: value }) };
}

/** This century, unless that lies beyond next year: then it can only be the last one. */
function fullYear(two: number, today: PlainDate): number {
  return 2000 + two > yearOf(today) + 1 ? 1900 + two : 2000 + two;
}
