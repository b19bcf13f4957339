import { z } from 'zod';
import {
  frequencies,
  incomeKinds,
  notCountedKinds,
  outlayKinds,
  type Frequency,
  type IncomeKind,
  type NotCountedKind,
  type OutlayKind,
} from '#rules/hardship/worksheet/worksheet-kinds';
import { Action, Fen, Id, line, PlainDay, Versioned } from './shared.js';

const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(list) as [Code, ...Code[]]);
const common = {
  /** made by the browser: a line keeps it for good */
  id: Id,
  memberId: Id,
  amountFen: Fen,
  frequency: codes<Frequency>(frequencies),
  /** for a monthly line: in how many of the twelve months; all of them when left out */
  months: z.int().min(1).max(12).optional(),
  /** the attachment that proves it, or the number of the paper */
  voucherId: line(64).nullable(),
  note: line(120).nullish(),
};
/** Of 《困难职工家庭月人均收入测算表》; rules/hardship/worksheet-kinds.ts has the kinds of each side. */
export const WorksheetLine = z
  .discriminatedUnion('side', [
    z.object({ side: z.literal('income'), kind: codes<IncomeKind>(incomeKinds), ...common }),
    z.object({ side: z.literal('not-counted'), kind: codes<NotCountedKind>(notCountedKinds), ...common }),
    z.object({ side: z.literal('outlay'), kind: codes<OutlayKind>(outlayKinds), ...common }),
  ])
  .meta({ id: 'WorksheetLine' });
const Sum = z.int();
/** What rules/hardship/worksheet.ts makes of it; computed anew whenever it is shown. */
export const WorksheetTotals = z
  .object({
    persons: z.int(),
    members: z.array(z.object({ memberId: Id, incomeYearFen: Sum, notCountedYearFen: Sum, outlayYearFen: Sum })),
    incomeYearFen: Sum,
    notCountedYearFen: Sum,
    outlayYearFen: Sum,
    outlayByKindFen: z.record(codes<OutlayKind>(outlayKinds), Sum),
    incomeMonthFen: Sum,
    outlayMonthFen: Sum,
    incomePerCapitaMonthFen: Sum,
    netPerCapitaMonthFen: Sum,
    /** ids of lines */
    missingVouchers: z.array(Id),
    sharedVouchers: z.array(z.string()),
  })
  .meta({ id: 'WorksheetTotals' });
export const WorksheetView = z
  .object({
    id: Id,
    number: z.int(),
    status: z.enum(['draft', 'signed', 'checked', 'dropped']),
    periodFrom: PlainDay,
    periodTo: PlainDay,
    signedOn: PlainDay.nullable(),
    /** masked, or 本人 */
    signedBy: z.string().nullable(),
    checkedBy: Id.nullable(),
    checkedByName: z.string().nullable(),
    createdBy: Id,
    createdByName: z.string(),
    /** null for who may not see what is sealed */
    sheet: z.object({ memberIds: z.array(Id), lines: z.array(WorksheetLine) }).nullable(),
    totals: WorksheetTotals.nullable(),
    /** the household is no longer the one that it was filled in for */
    householdChanged: z.boolean(),
    version: z.int(),
    /** saveWorksheet, signWorksheet, checkWorksheet, dropWorksheet */
    actions: z.array(Action),
  })
  .meta({ id: 'Worksheet' });

/** A copy of the last one; the twelve months before this one when no period is given. */
export const StartWorksheet = z.object({ periodFrom: PlainDay.optional() }).meta({ id: 'StartWorksheet' });
/** The lines as they are now, all of them; everybody who lives in the household is on it. */
export const SaveWorksheet = z
  .object({ ...Versioned, periodFrom: PlainDay.optional(), lines: z.array(WorksheetLine).max(300) })
  .meta({ id: 'SaveWorksheet' });
export const SignWorksheet = z.object({ ...Versioned, signedOn: PlainDay.optional(), signedBy: line(50) }).meta({ id: 'SignWorksheet' });
export const CheckWorksheet = z.object(Versioned).meta({ id: 'CheckWorksheet' });
export const DropWorksheet = z.object({ ...Versioned, reason: line(200) }).meta({ id: 'DropWorksheet' });
export const WorksheetParams = z.object({ id: Id, worksheetId: Id });
