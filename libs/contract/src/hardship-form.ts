import { z } from 'zod';
import { employmentStates, hardshipCauses, type EmploymentState, type HardshipCause } from '#rules/hardship/codes';
import {
  consentKinds,
  leavings,
  relations,
  type ConsentKind,
  type Leaving,
  type Relation,
} from '#rules/hardship/household/household-members';
import { countInputs, factInputs, type CountInput, type FactInput } from '#rules/hardship/eligibility/household';
import { Fen, Id, line, PlainDay, prose, Versioned } from './shared.js';

const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(list) as [Code, ...Code[]]);
const Cause = codes<HardshipCause>(hardshipCauses);
const Employment = codes<EmploymentState>(employmentStates);
export const RelationCode = codes<Relation>(relations);
export const LeavingCode = codes<Leaving>(leavings);
export const ConsentKindCode = codes<ConsentKind>(consentKinds);

/** An answer from a list of the form (rules/hardship/form-codes.ts); the list in use depends on the file's layer of rules. */
const answer = z.string().min(1).max(30).nullish();
const text = (max: number) => line(max).nullish();

export const PlainAnswers = z
  .object({
    workerNumber: text(40),
    politics: answer,
    modelWorker: answer,
    marriage: answer,
    registration: answer,
    registeredDivision: text(60),
    employerNature: answer,
    employerState: text(40),
    industry: text(60),
    workingSince: PlainDay.nullish(),
    contractTerm: answer,
    contractSignedOn: PlainDay.nullish(),
    postalCode: text(10),
    singleParent: z.boolean().nullish(),
    canSelfHelp: z.boolean().nullish(),
    zeroEmployment: z.boolean().nullish(),
    priorityGroup: answer,
  })
  .meta({ id: 'HardshipPlainAnswers' });
/** Kept sealed. */
export const SealedAnswers = z
  .object({
    health: answer,
    disability: answer,
    disabilityGrade: answer,
    housing: answer,
    floorArea: answer,
    medicalInsurance: text(60),
    otherContact: text(60),
    causeNote: prose(1000).nullish(),
  })
  .meta({ id: 'HardshipSealedAnswers' });
export const MemberAnswers = z
  .object({
    politics: answer,
    health: answer,
    disability: answer,
    disabilityGrade: answer,
    medicalInsurance: text(60),
    workplace: text(80),
    enrolledIn: z.int().min(1950).max(2199).nullish(),
    schoolYears: z.int().min(1).max(12).nullish(),
    contractSignedOn: PlainDay.nullish(),
    contractTerm: answer,
  })
  .meta({ id: 'HardshipMemberAnswers' });
const count = z.int().min(0).max(10_000).nullish();
const each = <Name extends string, Type extends z.ZodType>(list: Readonly<Record<Name, unknown>>, type: Type) =>
  Object.fromEntries(Object.keys(list).map((name) => [name, type])) as Record<Name, Type>;
/** What a rule asks of the household beside the worksheet; what is null or left out is not known. Kept sealed. */
export const HouseholdAnswers = z
  .object({
    savings: Fen.nullish(),
    investments: Fen.nullish(),
    schoolFee: Fen.nullish(),
    publicSchoolFee: Fen.nullish(),
    ...each<CountInput, typeof count>(countInputs, count),
    ...each<FactInput, z.ZodOptional<z.ZodNullable<z.ZodBoolean>>>(factInputs, z.boolean().nullish()),
  })
  .meta({ id: 'HardshipHouseholdAnswers' });
/** What is known to end: the review falls on that day. */
export const KnownEnd = z
  .object({ reason: z.enum(['schooling-ends', 'benefit-ends', 'treatment-ends']), on: PlainDay })
  .meta({ id: 'HardshipKnownEnd' });

export const FormView = z
  .object({
    plain: PlainAnswers,
    sealed: SealedAnswers.nullable(),
    household: HouseholdAnswers.nullable(),
    ends: z.array(KnownEnd).nullable(),
  })
  .meta({ id: 'HardshipForm' });
export const MemberView = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    sex: z.string().nullable(),
    birthDate: PlainDay.nullable(),
    idMasked: z.string().nullable(),
    /** a code of rules/hardship/household-members.ts, or a ledger's own word */
    relation: z.string(),
    isHolder: z.boolean(),
    status: z.string().nullable(),
    schooling: z.string().nullable(),
    joinedOn: PlainDay.nullable(),
    leftOn: PlainDay.nullable(),
    leaving: LeavingCode.nullable(),
    answers: MemberAnswers.nullable(),
    /** what has to be signed for this member, and what of it is still missing */
    consentsNeeded: z.array(ConsentKindCode),
    consentsMissing: z.array(ConsentKindCode),
  })
  .meta({ id: 'HardshipMember' });
export const ConsentView = z
  .object({
    id: Id,
    personId: Id,
    kind: ConsentKindCode,
    signedOn: PlainDay,
    /** masked, or 本人 */
    signedBy: z.string(),
    attachmentId: Id.nullable(),
    withdrawnOn: PlainDay.nullable(),
    version: z.int(),
  })
  .meta({ id: 'HardshipConsent' });

const causes = { mainCause: Cause, otherCauses: z.array(Cause).max(3) };
/** For a person who is known: looked up, or created, before. The household is found, or made. */
export const DraftHardshipFile = z
  .object({
    organisationId: Id.optional(),
    holderId: Id,
    mainCause: causes.mainCause,
    otherCauses: causes.otherCauses.default([]),
    employment: Employment.nullish(),
    employerId: Id.nullish(),
    employerName: text(80),
    begunOn: PlainDay.optional(),
    remark: prose(2000).nullish(),
  })
  .meta({ id: 'DraftHardshipFile' });
/** What is left out stays as it was; null empties it. `ends` is sent whole. */
export const ChangeFileForm = z
  .object({
    ...Versioned,
    mainCause: causes.mainCause.optional(),
    otherCauses: causes.otherCauses.optional(),
    employment: Employment.nullish(),
    employerId: Id.nullish(),
    employerName: text(80),
    remark: prose(2000).nullish(),
    plain: PlainAnswers.optional(),
    sealed: SealedAnswers.optional(),
    household: HouseholdAnswers.optional(),
    ends: z.array(KnownEnd).max(10).optional(),
  })
  .meta({ id: 'ChangeFileForm' });
const member = { status: text(30), schooling: text(60), answers: MemberAnswers.optional() };
/** Somebody known, or a new person: exactly one of `personId` and `person`. */
export const AddHouseholdMember = z
  .object({
    ...Versioned,
    personId: Id.optional(),
    person: z
      .object({
        name: line(50),
        idNumber: z.string().trim().max(40).nullish(),
        phone: z.string().trim().max(30).nullish(),
        sex: z.enum(['male', 'female']).nullish(),
        birthDate: PlainDay.nullish(),
        notSameAs: z.array(Id).max(50).default([]),
      })
      .optional(),
    relation: RelationCode,
    joinedOn: PlainDay.optional(),
    ...member,
  })
  .refine(({ personId, person }) => (personId === undefined) !== (person === undefined), { path: ['personId'] })
  .meta({ id: 'AddHouseholdMember' });
export const ChangeHouseholdMember = z
  .object({ ...Versioned, relation: RelationCode.optional(), ...member })
  .meta({ id: 'ChangeHouseholdMember' });
export const EndHouseholdMember = z.object({ ...Versioned, leftOn: PlainDay, leaving: LeavingCode }).meta({ id: 'EndHouseholdMember' });
export const RecordConsent = z
  .object({ personId: Id, kind: ConsentKindCode, signedOn: PlainDay, signedBy: line(50), attachmentId: Id.nullish() })
  .meta({ id: 'RecordConsent' });
export const WithdrawConsent = z.object({ ...Versioned, withdrawnOn: PlainDay.optional() }).meta({ id: 'WithdrawConsent' });
/** Without `handlerId` one takes the file over oneself. */
export const AssignFile = z.object({ ...Versioned, handlerId: Id.optional() }).meta({ id: 'AssignFile' });
export const HandlerChoices = z
  .object({ items: z.array(z.object({ id: Id, name: z.string(), organisationName: z.string(), openFiles: z.int() })) })
  .meta({ id: 'HandlerChoices' });
export const MemberParams = z.object({ id: Id, memberId: Id });
export const ConsentParams = z.object({ id: Id, consentId: Id });
