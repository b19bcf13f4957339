import type { z } from 'zod';
import type { MemberAnswers, PlainAnswers, SealedAnswers } from '#contract/hardship-form';
import type { Era } from '#rules/hardship/codes';
import { formList, formLists, type FormField, type FormList } from '#rules/hardship/form-codes';
import type { Label } from '../../../kit/words.js';

type Names<Schema extends z.ZodType> = keyof z.infer<Schema> & string;
export type AnswerName = Names<typeof PlainAnswers> | Names<typeof SealedAnswers> | Names<typeof MemberAnswers>;

/** One box of 困难职工档案表: from a list, a text, a day, a year or count, or yes and no. */
export interface FormEntry<Name extends string = AnswerName> {
  name: Name;
  kind: 'code' | 'line' | 'prose' | 'day' | 'number' | 'flag';
  max?: number;
}
const code = <Name extends FormField>(name: Name) => ({ name, kind: 'code' }) as const;
const line = <Name extends string>(name: Name, max: number) => ({ name, kind: 'line', max }) as const;
const day = <Name extends string>(name: Name) => ({ name, kind: 'day' }) as const;
const flag = <Name extends string>(name: Name) => ({ name, kind: 'flag' }) as const;
const number = <Name extends string>(name: Name) => ({ name, kind: 'number' }) as const;

export const plainEntries: readonly FormEntry<Names<typeof PlainAnswers>>[] = [
  line('workerNumber', 40),
  code('politics'),
  code('marriage'),
  code('registration'),
  line('registeredDivision', 60),
  code('modelWorker'),
  code('employerNature'),
  line('employerState', 40),
  line('industry', 60),
  day('workingSince'),
  code('contractTerm'),
  day('contractSignedOn'),
  line('postalCode', 10),
  code('priorityGroup'),
  flag('singleParent'),
  flag('canSelfHelp'),
  flag('zeroEmployment'),
];
export const sealedEntries: readonly FormEntry<Names<typeof SealedAnswers>>[] = [
  code('health'),
  code('disability'),
  code('disabilityGrade'),
  code('housing'),
  code('floorArea'),
  line('medicalInsurance', 60),
  line('otherContact', 60),
  { name: 'causeNote', kind: 'prose', max: 1000 },
];
export const memberEntries: readonly FormEntry<Names<typeof MemberAnswers>>[] = [
  code('politics'),
  code('health'),
  code('disability'),
  code('disabilityGrade'),
  line('medicalInsurance', 60),
  line('workplace', 80),
  number('enrolledIn'),
  number('schoolYears'),
  code('contractTerm'),
  day('contractSignedOn'),
];

/** The list that the form of this layer offers; none where that form has no such box. */
export const offered = (name: AnswerName, era: string): FormList | undefined => formList(name as FormField, era as Era);

/** A code in words, also one that only an older form knows. */
export function codeWords(name: AnswerName): Readonly<Record<string, Label>> {
  const versions: readonly FormList[] = formLists[name as FormField];
  return Object.assign({}, ...versions.map(({ values }) => values)) as Record<string, Label>;
}

/** The boxes that the form of this layer has. */
export function entriesOf<Name extends AnswerName>(entries: readonly FormEntry<Name>[], era: string): FormEntry<Name>[] {
  return entries.filter(({ name, kind }) => kind !== 'code' || offered(name, era) !== undefined);
}
