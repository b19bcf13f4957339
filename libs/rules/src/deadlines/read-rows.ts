/** Reads the calendar and the clock rules from their data files, and says which row is wrong rather than let it in. */
import { isPlainDate, type PlainDate } from '../shared/plain-date.js';
import type { CalendarData, CalendarDay, DayKind } from '../shared/working-days.js';
import { clockUnits, type ClockRule } from './clock-rule.js';

export interface CalendarFile {
  readonly source: string;
  readonly coveredYears: readonly number[];
  /** [day, kind, name] */
  readonly days: readonly (readonly string[])[];
}

const kinds: readonly string[] = ['工作日', '休息日', '法定节假日', '调休上班'] satisfies DayKind[];

export function readCalendar(file: CalendarFile): CalendarData {
  const days = file.days.map(([day = '', kind = '', name = '']): CalendarDay => {
    if (!isPlainDate(day) || !kinds.includes(kind)) throw new RangeError(`Not a day of the calendar: ${day} ${kind} ${name}`);
    return { day, kind: kind as DayKind, name };
  });
  if (new Set(days.map(({ day }) => day)).size !== days.length) throw new RangeError('A day stands twice in the calendar');
  return { coveredYears: file.coveredYears, days };
}

/** A row as JSON gives it: the same fields, not yet known to be what they should be. */
export type ClockRuleRow = { readonly [Field in keyof ClockRule]: unknown };

export function readClockRules(rows: readonly ClockRuleRow[]): ClockRule[] {
  const rules = rows.map(readClockRule);
  for (const rule of rules) {
    const overlaps = rules.some((other) => other !== rule && other.code === rule.code && startsWithin(rule, other.validFrom));
    if (overlaps) throw new RangeError(`Two versions of the clock rule ${rule.code} hold on one day`);
  }
  return rules;
}

function startsWithin(rule: ClockRule, day: PlainDate): boolean {
  return rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo);
}

function readClockRule(row: ClockRuleRow): ClockRule {
  const wrong = Object.entries(checks)
    .filter(([field, holds]) => !holds(row[field as keyof ClockRule]))
    .map(([field]) => field);
  if (wrong.length > 0) throw new RangeError(`The clock rule ${String(row.code)} has no good ${wrong.join(', ')}`);
  const rule = row as ClockRule;
  if ((rule.length === null) !== (rule.unit === 'agreed'))
    throw new RangeError(`The clock rule ${rule.code} needs a length, unless it is agreed`);
  return rule;
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isBoolean: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isDate: Check = (value) => typeof value === 'string' && isPlainDate(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([field, holds]) => holds((value as Record<string, unknown>)[field]));
const isDescending: Check = (value) =>
  Array.isArray(value) && value.every(isCount) && value.every((item, index) => index === 0 || item < value[index - 1]);

const checks: Readonly<Record<keyof ClockRule, Check>> = {
  code: isText,
  version: (value) => isCount(value) && value !== 0,
  validFrom: isDate,
  validTo: orNull(isDate),
  enabled: isBoolean,
  name: shape({ zh: isText, en: isText }),
  citation: shape({ instrument: isText, article: orNull(isText), checked: isBoolean }),
  evidence: isText,
  unverified: isBoolean,
  length: orNull(isCount),
  unit: oneOf(...Object.keys(clockUnits)),
  start: oneOf('next-day'),
  rollForward: isBoolean,
  suspendable: isBoolean,
  restartable: isBoolean,
  extend: orNull(shape({ mostDays: orNull(isCount), needs: oneOf('both-parties', 'head'), notify: isBoolean })),
  reminders: isDescending,
  onExpiry: oneOf('warn', 'block', 'propose'),
  holder: oneOf('office', 'party'),
};
