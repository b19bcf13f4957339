import { z } from 'zod';
import {
  disputeCategoryCodes,
  disputeChannels,
  disputeOutcomeCodes,
  type DisputeCategoryCode,
  type DisputeChannel,
  type DisputeOutcomeCode,
} from '#rules/disputes/codes';
import { disputeStatuses, type DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import { Action, ActivityLine, ClockLamp, ClockView, Fen, Id, line, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

export const DisputeStatusCode = z.enum(Object.keys(disputeStatuses) as [DisputeStatus, ...DisputeStatus[]]);
export const Category = z.enum(disputeCategoryCodes as unknown as [DisputeCategoryCode, ...DisputeCategoryCode[]]);
export const Channel = z.enum(Object.keys(disputeChannels) as [DisputeChannel, ...DisputeChannel[]]);
export const Outcome = z.enum(disputeOutcomeCodes as unknown as [DisputeOutcomeCode, ...DisputeOutcomeCode[]]);

export const DisputeRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    status: DisputeStatusCode,
    category: z.string(),
    channel: z.string(),
    applicantName: z.string(),
    employerName: z.string(),
    employerId: Id.nullable(),
    workerCount: z.int(),
    organisationId: Id,
    organisationName: z.string(),
    mediatorId: Id.nullable(),
    mediatorName: z.string().nullable(),
    registeredOn: PlainDay,
    acceptedOn: PlainDay.nullable(),
    closedOn: PlainDay.nullable(),
    outcome: z.string().nullable(),
    claimedFen: z.number().nullable(),
    clock: ClockLamp.nullable(),
  })
  .meta({ id: 'DisputeRow' });
/** view: mine = I mediate it; due = a clock runs out within 3 days; overdue; open */
export const FindDisputes = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  view: z.enum(['all', 'open', 'mine', 'due', 'overdue']).default('all'),
  status: DisputeStatusCode.optional(),
  category: Category.optional(),
  outcome: Outcome.optional(),
  organisationId: Id.optional(),
  employerId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const DisputePage = pageOf(DisputeRow, 'DisputePage');
export const PartyView = z
  .object({
    id: Id,
    role: z.enum(['applicant', 'respondent', 'third-party', 'agent']),
    name: z.string(),
    personId: Id.nullable(),
    employerId: Id.nullable(),
    representative: z.boolean(),
  })
  .meta({ id: 'Party' });
export const DisputeRecord = DisputeRow.omit({ clock: true })
  .extend({
    secondary: z.array(z.string()),
    severity: z.string(),
    applicantId: Id.nullable(),
    commonRequest: z.boolean(),
    collective: z.boolean(),
    request: z.string().nullable(),
    mediationBody: z.string().nullable(),
    mediationBodyId: Id.nullable(),
    appliedOn: PlainDay.nullable(),
    onwardRoute: z.string().nullable(),
    agreedFen: z.number().nullable(),
    performedFen: z.number().nullable(),
    performedOn: PlainDay.nullable(),
    reason: z.string().nullable(),
    remark: z.string().nullable(),
    imported: z.boolean(),
    parties: z.array(PartyView),
    clocks: z.array(ClockView),
    timeline: z.array(ActivityLine),
    version: z.int(),
    actions: z.array(Action),
  })
  .meta({ id: 'Dispute' });
export type DisputeRecord = z.infer<typeof DisputeRecord>;
/** Registering: either a known person or a name; either a known employer or a name. */
export const RegisterDispute = z
  .object({
    organisationId: Id.optional(),
    channel: Channel,
    category: Category,
    secondary: z.array(Category).max(5).default([]),
    applicantId: Id.nullish(),
    applicantName: line(50),
    employerId: Id.nullish(),
    employerName: line(80),
    workerCount: z.int().min(1).max(100_000).default(1),
    commonRequest: z.boolean().default(false),
    request: prose(4000).nullish(),
    claimedFen: Fen.nullish(),
    registeredOn: PlainDay.optional(),
    remark: prose(2000).nullish(),
  })
  .meta({ id: 'RegisterDispute' });
const move = { ...Versioned, on: PlainDay.optional(), note: prose(1000).nullish() };
/** Oral applications are written down on the spot. */
export const ApplyForMediation = z
  .object({ ...move, oral: z.boolean().default(false), request: prose(4000).nullish(), claimedFen: Fen.nullish() })
  .meta({ id: 'ApplyForMediation' });
export const AcceptDispute = z
  .object({ ...move, inScope: z.boolean(), applicantConsents: z.boolean(), respondentConsents: z.boolean() })
  .meta({ id: 'AcceptDispute' });
export const RefuseDispute = z.object({ ...move, outcome: z.enum(['06', '07']), reason: line(500) }).meta({ id: 'RefuseDispute' });
export const AssignMediator = z
  .object({ ...move, mediatorId: Id, mediationBodyId: Id.nullish(), noConflict: z.boolean() })
  .meta({ id: 'AssignMediator' });
export const BeginMediation = z.object({ ...move, partiesNotified: z.boolean() }).meta({ id: 'BeginMediation' });
export const ExtendMediation = z
  .object({ ...move, until: PlainDay, applicantSigned: z.boolean(), respondentSigned: z.boolean() })
  .meta({ id: 'ExtendMediation' });
export const RecordAgreement = z
  .object({
    ...move,
    agreedFen: Fen.nullish(),
    performBy: PlainDay.nullish(),
    oral: z.boolean().default(false),
    applicantSigned: z.boolean(),
    respondentSigned: z.boolean(),
    mediatorSigned: z.boolean(),
    sealed: z.boolean(),
  })
  .meta({ id: 'RecordAgreement' });
export const RecordFailure = z.object({ ...move, reason: line(500), arbitrationNoticeGiven: z.boolean() }).meta({ id: 'RecordFailure' });
export const WithdrawDispute = z.object({ ...move, reason: line(500) }).meta({ id: 'WithdrawDispute' });
export const TerminateDispute = z.object({ ...move, reason: line(500) }).meta({ id: 'TerminateDispute' });
export const TransferDispute = z
  .object({ ...move, route: z.enum(['arbitration', 'court', 'inspection', 'legal-aid']), reason: line(500) })
  .meta({ id: 'TransferDispute' });
export const CloseDispute = z
  .object({ ...move, outcome: Outcome.optional(), performedFen: Fen.nullish(), performedOn: PlainDay.nullish() })
  .meta({ id: 'CloseDispute' });
export const MediatorChoices = z
  .object({ items: z.array(z.object({ id: Id, name: z.string(), organisationName: z.string(), openCases: z.int() })) })
  .meta({ id: 'MediatorChoices' });

export const MassIncidentRow = z
  .object({
    id: Id,
    number: z.string(),
    occurredOn: PlainDay,
    employerName: z.string(),
    workerCount: z.int(),
    form: z.string().nullable(),
    category: z.string().nullable(),
    resolvedOn: PlainDay.nullable(),
    result: z.string().nullable(),
    organisationName: z.string(),
    amountFen: z.number().nullable(),
  })
  .meta({ id: 'MassIncidentRow' });
export const FindMassIncidents = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const MassIncidentPage = pageOf(MassIncidentRow, 'MassIncidentPage');
