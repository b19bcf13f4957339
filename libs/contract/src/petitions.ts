import { z } from 'zod';
import {
  petitionChannels,
  petitionPurposes,
  petitionResults,
  petitionSubjectCodes,
  satisfactions,
  type PetitionChannel,
  type PetitionPurpose,
  type PetitionResult,
  type PetitionSubject,
  type Satisfaction,
} from '#rules/petitions/codes';
import { petitionStatuses, type PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { Category } from './disputes.js';
import { Action, ActivityLine, ClockLamp, ClockView, Id, line, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

const codes = <Code extends string>(of: Record<Code, unknown>) => z.enum(Object.keys(of) as [Code, ...Code[]]);
export const PetitionStatusCode = codes<PetitionStatus>(petitionStatuses);
export const PetitionChannelCode = codes<PetitionChannel>(petitionChannels);
export const Purpose = codes<PetitionPurpose>(petitionPurposes);
export const Subject = z.enum(petitionSubjectCodes as [PetitionSubject, ...PetitionSubject[]]);
export const Result = codes<PetitionResult>(petitionResults);

export const PetitionRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    status: PetitionStatusCode,
    channel: z.string(),
    purpose: z.string(),
    subject: z.string(),
    detail: z.string().nullable(),
    petitionerName: z.string().nullable(),
    anonymous: z.boolean(),
    personCount: z.int(),
    contactKind: z.enum(['first', 'repeat']),
    employerName: z.string().nullable(),
    employerId: Id.nullable(),
    organisationId: Id,
    organisationName: z.string(),
    handlerName: z.string().nullable(),
    registeredOn: PlainDay,
    acceptedOn: PlainDay.nullable(),
    closedOn: PlainDay.nullable(),
    result: z.string().nullable(),
    clock: ClockLamp.nullable(),
  })
  .meta({ id: 'PetitionRow' });
export const FindPetitions = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  view: z.enum(['all', 'open', 'mine', 'due', 'overdue']).default('all'),
  status: PetitionStatusCode.optional(),
  channel: PetitionChannelCode.optional(),
  subject: Subject.optional(),
  organisationId: Id.optional(),
  employerId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const PetitionPage = pageOf(PetitionRow, 'PetitionPage');
export const PetitionRecord = PetitionRow.omit({ clock: true })
  .extend({
    matterId: Id,
    petitionerId: Id.nullable(),
    phoneMasked: z.string().nullable(),
    address: z.string().nullable(),
    content: z.string().nullable(),
    handling: z.string().nullable(),
    handlingOffice: z.string().nullable(),
    handlerId: Id.nullable(),
    repliedOn: PlainDay.nullable(),
    satisfaction: z.string().nullable(),
    reason: z.string().nullable(),
    remark: z.string().nullable(),
    imported: z.boolean(),
    groupVisit: z.boolean(),
    sameMatter: z.array(z.object({ id: Id, number: z.string().nullable(), registeredOn: PlainDay, channel: z.string() })),
    /** contacts that may be about the same matter: same person or phone, or same employer and subject lately */
    possibleRepeats: z.array(
      z.object({
        id: Id,
        number: z.string().nullable(),
        registeredOn: PlainDay,
        channel: z.string(),
        because: z.array(z.enum(['person', 'phone', 'employer-subject'])),
      }),
    ),
    clocks: z.array(ClockView),
    timeline: z.array(ActivityLine),
    version: z.int(),
    actions: z.array(Action),
  })
  .meta({ id: 'Petition' });
export type PetitionRecord = z.infer<typeof PetitionRecord>;
export const RegisterPetition = z
  .object({
    organisationId: Id.optional(),
    channel: PetitionChannelCode,
    purpose: Purpose,
    subject: Subject,
    detail: Category.nullish(),
    petitionerId: Id.nullish(),
    petitionerName: line(50).nullish(),
    phone: z.string().trim().max(30).nullish(),
    address: line(120).nullish(),
    anonymous: z.boolean().default(false),
    personCount: z.int().min(1).max(100_000).default(1),
    representatives: z.int().min(0).max(100).default(0),
    contactKind: z.enum(['first', 'repeat']).default('first'),
    employerId: Id.nullish(),
    employerName: line(80).nullish(),
    content: prose(8000),
    registeredOn: PlainDay.optional(),
    remark: prose(2000).nullish(),
  })
  .meta({ id: 'RegisterPetition' });
const move = { ...Versioned, on: PlainDay.optional(), note: prose(1000).nullish() };
export const AcceptPetition = z.object({ ...move, handlerId: Id.nullish() }).meta({ id: 'AcceptPetition' });
export const DeclinePetition = z.object({ ...move, reason: line(500), routeTold: line(200) }).meta({ id: 'DeclinePetition' });
export const ReferPetition = z.object({ ...move, office: line(80), feedbackBy: PlainDay.nullish() }).meta({ id: 'ReferPetition' });
export const MergePetition = z.object({ ...move, intoId: Id }).meta({ id: 'MergePetition' });
export const HandlePetition = z.object({ ...move, handlerId: Id.nullish(), noInterest: z.boolean() }).meta({ id: 'HandlePetition' });
export const ExtendPetition = z
  .object({ ...move, days: z.int().min(1).max(90), reason: line(500), petitionerTold: z.boolean() })
  .meta({ id: 'ExtendPetition' });
export const ReplyToPetition = z
  .object({ ...move, result: Result, reply: prose(8000), reviewRightTold: z.boolean() })
  .meta({ id: 'ReplyToPetition' });
export const WithdrawPetition = z.object({ ...move, reason: line(500) }).meta({ id: 'WithdrawPetition' });
export const ClosePetition = z
  .object({
    ...move,
    satisfaction: codes<Satisfaction>(satisfactions).optional(),
    petitionerAccepts: z.boolean().default(false),
    reportReceived: z.boolean().default(false),
    result: Result.optional(),
  })
  .meta({ id: 'ClosePetition' });
