/** Whether a value is what its field of 《入户调查表》 holds; a list comes back in its list's order, so that equal means equal. */
import { isPlainDate } from '../../shared/plain-date.js';
import { Refusal } from '../../shared/refusal.js';
import { isVisitField, visitField, type VisitField, type VisitFieldName, type VisitValue } from './visit-form.js';
import { refuseVisit } from './visit-refusals.js';

export const LONGEST_LINE = 80;
export const LONGEST_PROSE = 2_000;
/** A signature drawn with a finger takes 5 to 20 kB. */
export const LARGEST_PICTURE = 100_000;
export const MOST_MEMBERS = 30;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PICTURE = /^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/;
const UNFIT = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;
const AREA = /^\d{1,5}(\.\d{1,2})?$/;

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most && value.trim() === value && !UNFIT.test(value);
const isCount = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;

function isList(value: unknown, isItem: (item: string) => boolean, most: number): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= most &&
    new Set(value).size === value.length &&
    value.every((item) => typeof item === 'string' && isItem(item))
  );
}

function isVisitor(value: unknown): boolean {
  if (
    value === null ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    Object.keys(value).some((key) => !['name', 'userId'].includes(key))
  )
    return false;
  const { name, userId } = value as Record<string, unknown>;
  return isText(name, LONGEST_LINE) && (userId === null || (typeof userId === 'string' && ID.test(userId)));
}

function fits({ kind, codes = {} }: VisitField, value: unknown): boolean {
  switch (kind) {
    case 'line':
      return isText(value, LONGEST_LINE) && !value.includes('\n');
    case 'prose':
      return isText(value, LONGEST_PROSE);
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(codes, value);
    case 'choices':
      return isList(value, (code) => Object.hasOwn(codes, code), Object.keys(codes).length);
    case 'members':
      return isList(value, (id) => ID.test(id), MOST_MEMBERS);
    case 'count':
      return isCount(value, 99);
    case 'fen':
      return isCount(value, 100_000_000_000);
    case 'area':
      return typeof value === 'string' && AREA.test(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'day':
      return typeof value === 'string' && isPlainDate(value) && value >= '2000-01-01' && value <= '2199-12-31';
    case 'visitor':
      return isVisitor(value);
    case 'picture':
      return typeof value === 'string' && value.length <= LARGEST_PICTURE && PICTURE.test(value);
  }
}

/** The value as the form keeps it, or why it cannot. `null` empties a field. */
export function readVisitValue(name: string, value: unknown): VisitValue | Refusal {
  if (!isVisitField(name)) return refuseVisit('hardship.visit-field-unknown', { field: name.slice(0, 40) });
  const field = visitField(name);
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (!fits(field, value)) return refuseVisit('hardship.visit-value', { field: name, fieldZh: field.zh, fieldEn: field.en });
  if (field.kind === 'visitor') {
    const { name: called, userId } = value as { name: string; userId: string | null };
    return { name: called, userId };
  }
  return Array.isArray(value) ? inOrder(name, value as string[]) : (value as VisitValue);
}

function inOrder(name: VisitFieldName, list: readonly string[]): string[] {
  const order = Object.keys(visitField(name).codes ?? {});
  return [...list].sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
}

/** Values that were read are compared as texts: lists are in order, visitors have their keys in order. */
export const sameValue = (a: VisitValue | undefined, b: VisitValue | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
