/**
 * 《困难职工家庭月人均收入测算表》: the last twelve months of everybody who lives together, line by line. Everything is added
 * up in fen of the whole year; the only rounding is the last step, to the fen, half up (四舍五入).
 */
import { fen, shareOf, type Fen } from '../../shared/money.js';
import type { Judgement } from '../../shared/refusal.js';
import { refuseHardship } from '../refusals.js';
import {
  incomeKinds,
  notCountedKinds,
  outlayKindNames,
  outlayKinds,
  type Frequency,
  type IncomeKind,
  type NotCountedKind,
  type OutlayKind,
} from './worksheet-kinds.js';

interface Line {
  readonly id: string;
  readonly memberId: string;
  readonly amountFen: Fen;
  readonly frequency: Frequency;
  /** For a monthly line: in how many of the twelve months; all of them when not said. */
  readonly months?: number;
  readonly voucherId: string | null;
}
export type WorksheetLine = Line &
  (
    | { readonly side: 'income'; readonly kind: IncomeKind }
    | { readonly side: 'not-counted'; readonly kind: NotCountedKind }
    | { readonly side: 'outlay'; readonly kind: OutlayKind }
  );
export type WorksheetSide = WorksheetLine['side'];

export interface Worksheet {
  /** Everybody who lives together, one entry a person, also those without a line. */
  readonly memberIds: readonly string[];
  readonly lines: readonly WorksheetLine[];
}

export interface MemberTotals {
  readonly memberId: string;
  readonly incomeYearFen: Fen;
  readonly notCountedYearFen: Fen;
  readonly outlayYearFen: Fen;
}

export interface WorksheetTotals {
  readonly persons: number;
  readonly members: readonly MemberTotals[];
  readonly incomeYearFen: Fen;
  readonly notCountedYearFen: Fen;
  readonly outlayYearFen: Fen;
  readonly outlayByKindFen: Readonly<Record<OutlayKind, Fen>>;
  readonly incomeMonthFen: Fen;
  readonly outlayMonthFen: Fen;
  readonly incomePerCapitaMonthFen: Fen;
  readonly netPerCapitaMonthFen: Fen;
  /** Lines that nothing proves yet. */
  readonly missingVouchers: readonly string[];
  /** Vouchers that stand behind more than one line: the same bill counts once. */
  readonly sharedVouchers: readonly string[];
}

const kindsOf: Readonly<Record<WorksheetSide, object>> = { income: incomeKinds, 'not-counted': notCountedKinds, outlay: outlayKinds };

export function checkWorksheet({ memberIds, lines }: Worksheet): Judgement {
  const members = new Set(memberIds);
  if (memberIds.length === 0) return refuseHardship('hardship.worksheet-empty');
  if (members.size !== memberIds.length) return refuseHardship('hardship.worksheet-member-twice');
  for (const [index, line] of lines.entries()) {
    const row = { line: index + 1 };
    if (!members.has(line.memberId)) return refuseHardship('hardship.worksheet-stranger', row);
    if (!Object.hasOwn(kindsOf[line.side], line.kind)) return refuseHardship('hardship.worksheet-kind', row);
    if (!Number.isSafeInteger(line.amountFen) || line.amountFen < 0) return refuseHardship('hardship.worksheet-amount', row);
    if (!monthsFit(line)) return refuseHardship('hardship.worksheet-months', row);
  }
  return undefined;
}

function monthsFit({ frequency, months }: WorksheetLine): boolean {
  if (months === undefined) return true;
  return frequency === 'monthly' && Number.isInteger(months) && months >= 1 && months <= 12;
}

export function yearFen({ amountFen, frequency, months = 12 }: Pick<Line, 'amountFen' | 'frequency' | 'months'>): Fen {
  return fen(frequency === 'monthly' ? amountFen * months : amountFen);
}

/** Of a worksheet that `checkWorksheet` let through. */
export function computeWorksheet({ memberIds, lines }: Worksheet): WorksheetTotals {
  const persons = memberIds.length;
  const total = (of: (line: WorksheetLine) => boolean): Fen => lines.filter(of).reduce((sum, line) => fen(sum + yearFen(line)), 0);
  const side = (wanted: WorksheetSide, memberId?: string): Fen =>
    total((line) => line.side === wanted && (memberId === undefined || line.memberId === memberId));
  const [incomeYearFen, outlayYearFen] = [side('income'), side('outlay')];
  return {
    persons,
    members: memberIds.map((memberId) => ({
      memberId,
      incomeYearFen: side('income', memberId),
      notCountedYearFen: side('not-counted', memberId),
      outlayYearFen: side('outlay', memberId),
    })),
    incomeYearFen,
    notCountedYearFen: side('not-counted'),
    outlayYearFen,
    outlayByKindFen: Object.fromEntries(outlayKindNames.map((kind) => [kind, total((line) => line.kind === kind)])) as Record<
      OutlayKind,
      Fen
    >,
    incomeMonthFen: shareOf(incomeYearFen, 1, 12),
    outlayMonthFen: shareOf(outlayYearFen, 1, 12),
    incomePerCapitaMonthFen: perCapitaMonth(incomeYearFen, persons),
    netPerCapitaMonthFen: perCapitaMonth(fen(incomeYearFen - outlayYearFen), persons),
    missingVouchers: lines.filter((line) => line.voucherId === null).map((line) => line.id),
    sharedVouchers: sharedVouchers(lines),
  };
}

/** Per person and month, rounded once: shareOf(year, 1, 12 × persons), in plain numbers because whole registers go through it. */
export function perCapitaMonth(year: Fen, persons: number): Fen {
  if (!Number.isSafeInteger(persons) || persons < 1) throw new RangeError(`Not a number of persons: ${persons}`);
  const months = 12 * persons;
  const doubled = fen(2 * Math.abs(fen(year)) + months);
  const rounded = (doubled - (doubled % (2 * months))) / (2 * months);
  return year < 0 && rounded !== 0 ? -rounded : rounded;
}

function sharedVouchers(lines: readonly WorksheetLine[]): string[] {
  const uses = new Map<string, number>();
  for (const { voucherId } of lines) if (voucherId !== null) uses.set(voucherId, (uses.get(voucherId) ?? 0) + 1);
  return [...uses].filter(([, count]) => count > 1).map(([voucherId]) => voucherId);
}
