/** A record in the words of the paper, which is always Chinese. */
import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { formLists } from '#rules/hardship/form-codes';
import { formatYuan } from '#rules/shared/money';
import { currentWorksheet } from '../file-checklist.js';
import { codeWords, type AnswerName } from '../form/form-entries.js';

type Listed = Readonly<Record<string, { readonly zh: string }>>;
export type PrintedPerson = PrintedForm['persons'][number];
export type Sheet = HardshipRecord['worksheets'][number];

/** The word for a code; what a ledger wrote stays as it is. */
export const word = (list: Listed, code: string | null | undefined): string => (code ? (list[code]?.zh ?? code) : '');

/** An answer of the form: its word, yes or no, or the text. */
export function answer(answers: object | null | undefined, name: AnswerName): string {
  const value = (answers as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  // Not every box of the form offers a list.
  return Object.hasOwn(formLists, name) ? word(codeWords(name), String(value)) : String(value);
}

export const yuan = (fen: number | null | undefined): string => (fen === null || fen === undefined ? '' : `${formatYuan(fen)}元`);
export const sexWord = (sex: string | null): string => (sex === 'male' ? '男' : sex === 'female' ? '女' : '');

export const personOf = ({ persons }: PrintedForm, personId: string): PrintedPerson | undefined =>
  persons.find((one) => one.personId === personId);
/** The name as this printing may show it. */
export const nameOf = (printed: PrintedForm, personId: string, masked: string): string => personOf(printed, personId)?.name ?? masked;

/** The sheet that a form speaks of: the checked one, or that which is in work. */
export function sheetOf({ worksheets }: HardshipRecord): Sheet | undefined {
  const newest = [...worksheets].sort((a, b) => b.number - a.number);
  return newest.find(({ status }) => status === 'checked') ?? currentWorksheet(worksheets);
}

export function lastDecision({ decisions }: HardshipRecord, ...moves: readonly string[]): HardshipRecord['decisions'][number] | undefined {
  return decisions.filter(({ move }) => moves.includes(move)).sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))[0];
}
