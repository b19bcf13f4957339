import { formatYuan, parseYuan } from '#rules/shared/money';
import { yearFen, type WorksheetLine, type WorksheetSide } from '#rules/hardship/worksheet/worksheet';
import { incomeKinds, notCountedKinds, outlayKinds, type Frequency } from '#rules/hardship/worksheet/worksheet-kinds';
import { newKey } from '../../../api/client.js';
import type { Label } from '../../../kit/words.js';

/** A line while it is typed: the amount stays text until it can be read. */
export interface DraftLine {
  id: string;
  memberId: string;
  /** Side and kind in one choice: `income/wages`. */
  item: string;
  amount: string;
  frequency: Frequency;
  months: string;
  voucherId: string | null;
}

const kinds: Readonly<Record<WorksheetSide, Readonly<Record<string, Label>>>> = {
  income: incomeKinds,
  'not-counted': notCountedKinds,
  outlay: outlayKinds,
};

/** What a line can be, by the sides of the sheet. */
export const itemGroups = (Object.keys(kinds) as WorksheetSide[]).map((side) => ({
  side,
  items: Object.entries(kinds[side]).map(([kind, label]) => ({ value: `${side}/${kind}`, label })),
}));

export function itemLabel(item: string): Label | undefined {
  const [side = '', kind = ''] = item.split('/');
  return kinds[side as WorksheetSide]?.[kind];
}

/** Most of the outlay on a sheet comes as a bill of the year, most income by the month. */
const usualFrequency = (item: string): Frequency => (/^income\/(wages|pension|unemployment)$/.test(item) ? 'monthly' : 'yearly');

export function emptyLine(memberId: string, item = 'income/wages'): DraftLine {
  return { id: newKey(), memberId, item, amount: '', frequency: usualFrequency(item), months: '', voucherId: null };
}

export function withItem(line: DraftLine, item: string): DraftLine {
  return line.amount === '' ? { ...line, item, frequency: usualFrequency(item) } : { ...line, item };
}

export function draftOf(line: WorksheetLine): DraftLine {
  return {
    id: line.id,
    memberId: line.memberId,
    item: `${line.side}/${line.kind}`,
    amount: formatYuan(line.amountFen),
    frequency: line.frequency,
    months: line.months === undefined ? '' : String(line.months),
    voucherId: line.voucherId,
  };
}

/** The line as the sheet keeps it; undefined while its amount or its months cannot be read. */
export function readLine(draft: DraftLine): WorksheetLine | undefined {
  const amountFen = parseYuan(draft.amount);
  const months = draft.frequency === 'monthly' && draft.months !== '' ? Number(draft.months) : undefined;
  if (amountFen === undefined || amountFen < 0 || (months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= 12)))
    return undefined;
  const [side, kind] = draft.item.split('/');
  return {
    id: draft.id,
    memberId: draft.memberId,
    side,
    kind,
    amountFen,
    frequency: draft.frequency,
    ...(months !== undefined && { months }),
    voucherId: draft.voucherId?.trim() || null,
  } as WorksheetLine;
}

export function yearOf(draft: DraftLine): number | null {
  const line = readLine(draft);
  return line ? yearFen(line) : null;
}

export const isBlank = ({ amount, voucherId }: DraftLine): boolean => amount.trim() === '' && voucherId === null;
