import { z } from 'zod';
import { Action, ActivityLine, Id, Instant, line, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

/** Masked by the server: 张*明, 320508********0017, 138****1234. */
export const PersonRow = z
  .object({
    id: Id,
    name: z.string(),
    idMasked: z.string().nullable(),
    sex: z.string().nullable(),
    birthDate: PlainDay.nullable(),
    phoneMasked: z.string().nullable(),
    employerName: z.string().nullable(),
  })
  .meta({ id: 'PersonRow' });
export const FindPeople = z.object({ ...Paging, q: z.string().trim().max(60).optional() });
export const PersonPage = pageOf(PersonRow, 'PersonPage');
const typed = {
  name: line(50),
  idNumber: z.string().trim().max(40).nullish(),
  phone: z.string().trim().max(30).nullish(),
  sex: z.enum(['male', 'female']).nullish(),
  birthDate: PlainDay.nullish(),
  ethnicity: line(20).nullish(),
  politics: line(20).nullish(),
  registeredAt: line(120).nullish(),
  address: line(120).nullish(),
  employerId: Id.nullish(),
};
/** Looked up before anything is created. */
export const LookUpPerson = z
  .object({
    name: z.string().trim().max(50).optional(),
    idNumber: z.string().trim().max(40).optional(),
    phone: z.string().trim().max(30).optional(),
  })
  .meta({ id: 'LookUpPerson' });
export const PersonMatches = z
  .object({
    /** what the ID number itself says, or why it can't be one */
    idNumber: z
      .object({
        valid: z.boolean(),
        zh: z.string().nullable(),
        en: z.string().nullable(),
        sex: z.enum(['male', 'female']).nullable(),
        birthDate: PlainDay.nullable(),
      })
      .nullable(),
    /** the one person with this ID number */
    exact: PersonRow.nullable(),
    /** people who may be the same */
    similar: z.array(PersonRow.extend({ because: z.array(z.enum(['name', 'phone', 'pinyin'])) })),
  })
  .meta({ id: 'PersonMatches' });
/** `notSameAs`: similar people that the clerk has looked at and found to be others. */
export const CreatePerson = z.object({ ...typed, notSameAs: z.array(Id).max(50).default([]) }).meta({ id: 'CreatePerson' });
/** What is left out stays as it was: a clerk who sees a name masked can't send it back. Null empties a field. */
export const ChangePerson = z
  .object({ ...typed, ...Versioned })
  .partial({ name: true, idNumber: true, phone: true })
  .meta({ id: 'ChangePerson' });
export const PersonRecord = PersonRow.extend({
  ethnicity: z.string().nullable(),
  politics: z.string().nullable(),
  registeredAt: z.string().nullable(),
  address: z.string().nullable(),
  employerId: Id.nullable(),
  hasHealth: z.boolean(),
  bankAccounts: z.array(z.object({ id: Id, bank: z.string().nullable(), last4: z.string() })),
  household: z
    .object({
      id: Id,
      members: z.array(
        z.object({ personId: Id, name: z.string(), relation: z.string(), status: z.string().nullable(), schooling: z.string().nullable() }),
      ),
    })
    .nullable(),
  cases: z.array(
    z.object({ noun: z.string(), id: Id, number: z.string().nullable(), title: z.string(), status: z.string(), on: PlainDay }),
  ),
  merges: z.array(z.object({ id: Id, mergedId: Id, reason: z.string(), mergedAt: Instant, undoneAt: Instant.nullable() })),
  createdAt: Instant,
  version: z.int(),
  actions: z.array(Action),
}).meta({ id: 'Person' });
export const Timeline = pageOf(ActivityLine, 'Timeline');
export const FindTimeline = z.object(Paging);
export const Reveal = z
  .object({ field: z.enum(['name', 'idNumber', 'phone', 'health', 'bankAccount']), purpose: line(120), bankAccountId: Id.optional() })
  .meta({ id: 'Reveal' });
export const Revealed = z.object({ value: z.string() }).meta({ id: 'Revealed' });
export const MergePeople = z.object({ mergedId: Id, reason: line(200) }).meta({ id: 'MergePeople' });
export const MergeDone = z.object({ mergeId: Id }).meta({ id: 'MergeDone' });
export const UndoMerge = z.object({ reason: prose(200).optional() }).meta({ id: 'UndoMerge' });
