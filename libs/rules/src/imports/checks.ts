/** What the cells of one row have to say to each other. */
import type { ResidentId, Sex } from '../shared/identifiers/resident-id.js';
import { formatYuan, type Fen } from '../shared/money.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Columns, RecordOf } from './column.js';
import { found, type CellFinding, type Finding } from './findings.js';

type Check<C extends Columns> = (record: RecordOf<C>) => Finding | undefined;
type Key<C extends Columns, T> = { [K in keyof C & string]: RecordOf<C>[K] extends T | undefined ? K : never }[keyof C & string];

const at = (column: string, finding: CellFinding): Finding => ({ column, ...finding });

export function notBefore<C extends Columns>(columns: C, end: Key<C, PlainDate>, start: Key<C, PlainDate>): Check<C> {
  return (record) => {
    const [from, to] = [record[start] as PlainDate | undefined, record[end] as PlainDate | undefined];
    return from !== undefined && to !== undefined && to < from
      ? at(end, found('cell.end-before-start', { start: columns[start]!.zh }))
      : undefined;
  };
}

/** Speaks only when every part is there. */
export function sumAgrees<C extends Columns>(_columns: C, total: Key<C, Fen>, parts: readonly Key<C, Fen>[]): Check<C> {
  return (record) => {
    const sum = parts.reduce<Fen | undefined>(
      (so, part) => (so === undefined || record[part] === undefined ? undefined : so + (record[part] as Fen)),
      0,
    );
    const given = record[total] as Fen | undefined;
    return sum === undefined || given === undefined || sum === given
      ? undefined
      : at(total, found('note.sum-differs', { difference: formatYuan(given - sum) }));
  };
}

/** A payment of nothing is none. */
export function somethingPaid<C extends Columns>(_columns: C, amounts: readonly Key<C, Fen>[]): Check<C> {
  return (record) =>
    amounts.every((amount) => ((record[amount] as Fen | undefined) ?? 0) === 0) ? at(amounts[0]!, found('cell.amount-zero')) : undefined;
}

export function sexAgrees<C extends Columns>(_columns: C, sex: Key<C, Sex>, id: Key<C, ResidentId>): Check<C> {
  return (record) => {
    const [typed, read] = [record[sex] as Sex | undefined, record[id] as ResidentId | undefined];
    return typed !== undefined && read !== undefined && typed !== read.sex ? at(sex, found('note.sex-differs')) : undefined;
  };
}

export function birthDateAgrees<C extends Columns>(_columns: C, date: Key<C, PlainDate>, id: Key<C, ResidentId>): Check<C> {
  return (record) => {
    const [typed, read] = [record[date] as PlainDate | undefined, record[id] as ResidentId | undefined];
    return typed !== undefined && read !== undefined && typed !== read.birthDate ? at(date, found('note.birth-date-differs')) : undefined;
  };
}

/** Someone who gave a name can be expected to have a telephone. */
export function phoneKnown<C extends Columns>(_columns: C, phone: Key<C, string>, name: Key<C, string>): Check<C> {
  return (record) =>
    record[phone] === undefined && record[name] !== undefined && record[name] !== ANONYMOUS
      ? at(phone, found('note.phone-missing'))
      : undefined;
}

export const ANONYMOUS = '匿名';
