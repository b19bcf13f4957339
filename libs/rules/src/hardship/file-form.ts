/**
 * What 困难职工档案表 asks beside causes, members and money: answers that may stand as they are, answers that are sealed, and
 * what a rule asks of the household beside its worksheet. A coded answer is one of the list that the layer's form offers.
 */
import type { Judgement } from '../shared/refusal.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Era } from './codes.js';
import { formFields, formList, type FormField } from './form-codes.js';
import type { CountInput, FactInput, MoneyInput } from './eligibility/household.js';
import { refuseRecording } from './recording-refusals.js';
import type { OutlayKind } from './worksheet/worksheet-kinds.js';

type Answers<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | null | undefined };

export type PlainAnswers = Answers<{
  workerNumber: string;
  politics: string;
  modelWorker: string;
  marriage: string;
  registration: string;
  registeredDivision: string;
  employerNature: string;
  employerState: string;
  industry: string;
  workingSince: PlainDate;
  contractTerm: string;
  contractSignedOn: PlainDate;
  postalCode: string;
  singleParent: boolean;
  canSelfHelp: boolean;
  zeroEmployment: boolean;
  priorityGroup: string;
}>;

/** Health, disability, property and what may speak of them. */
export type SealedAnswers = Answers<{
  health: string;
  disability: string;
  disabilityGrade: string;
  housing: string;
  floorArea: string;
  medicalInsurance: string;
  otherContact: string;
  causeNote: string;
}>;

/** Of one member of the household. */
export type MemberAnswers = Answers<{
  politics: string;
  health: string;
  disability: string;
  disabilityGrade: string;
  medicalInsurance: string;
  workplace: string;
  enrolledIn: number;
  schoolYears: number;
  contractSignedOn: PlainDate;
  contractTerm: string;
}>;

/** The inputs of a rule that no worksheet gives. What is not answered is not known. */
export type HouseholdAnswers = Answers<
  { [Name in Exclude<MoneyInput, OutlayKind | 'income'>]: number } & { [Name in CountInput]: number } & { [Name in FactInput]: boolean }
>;

/** A coded answer outside the list of the layer's form, be it of another year's form. */
export function mayAnswerForm(era: Era, answers: PlainAnswers | SealedAnswers | MemberAnswers): Judgement {
  const given = answers as Readonly<Record<string, unknown>>;
  for (const field of formFields) {
    const code = given[field];
    if (code === undefined || code === null) continue;
    if (!isOffered(field, era, String(code))) return refuseRecording('hardship.answer-not-on-form', { field, answer: String(code) });
  }
  return undefined;
}

function isOffered(field: FormField, era: Era, code: string): boolean {
  return Object.hasOwn(formList(field, era)?.values ?? {}, code);
}

/** What is left out stays as it was, null empties an answer. */
export function changedAnswers<A extends object>(was: A, change: A | undefined): A {
  const entries = Object.entries({ ...was, ...withoutUndefined(change ?? {}) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as A;
}

function withoutUndefined(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
