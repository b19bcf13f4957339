import { z } from 'zod';
import { ActivityLine, Fen, Id, Paging, pageOf, PlainDay } from './shared.js';

export const HardshipRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    holderId: Id,
    holderName: z.string(),
    hardshipClass: z.string(),
    status: z.string(),
    mainCause: z.string(),
    householdSize: z.int(),
    employerName: z.string().nullable(),
    organisationId: Id,
    organisationName: z.string(),
    certificateNo: z.string().nullable(),
    filedOn: PlainDay,
  })
  .meta({ id: 'HardshipRow' });
export const FindHardshipFiles = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  hardshipClass: z.string().max(30).optional(),
  mainCause: z.string().max(30).optional(),
  organisationId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const HardshipPage = pageOf(HardshipRow, 'HardshipPage');
export const HardshipRecord = HardshipRow.extend({
  era: z.string(),
  employment: z.string().nullable(),
  otherCauses: z.array(z.string()),
  filedBy: z.string().nullable(),
  remark: z.string().nullable(),
  imported: z.boolean(),
  members: z.array(
    z.object({ personId: Id, name: z.string(), relation: z.string(), status: z.string().nullable(), schooling: z.string().nullable() }),
  ),
  aid: z.array(z.object({ id: Id, programme: z.string(), campaign: z.string().nullable(), paidOn: PlainDay, amountFen: Fen })),
  timeline: z.array(ActivityLine),
  version: z.int(),
}).meta({ id: 'HardshipFile' });

export const DisbursementRow = z
  .object({
    id: Id,
    programme: z.string(),
    payeeName: z.string(),
    personId: Id,
    campaign: z.string().nullable(),
    level: z.string().nullable(),
    fundSource: z.string().nullable(),
    cashFen: Fen,
    goodsFen: Fen,
    paidOn: PlainDay,
    organisationName: z.string(),
    hardshipKind: z.string().nullable(),
  })
  .meta({ id: 'DisbursementRow' });
export const FindDisbursements = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  programme: z.string().max(30).optional(),
  organisationId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const DisbursementPage = pageOf(DisbursementRow, 'DisbursementPage');
export const LegalAidRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    kind: z.enum(['service', 'case']),
    form: z.string(),
    personName: z.string(),
    personId: Id.nullable(),
    employerName: z.string().nullable(),
    beneficiaryCount: z.int(),
    lawyerName: z.string().nullable(),
    startedOn: PlainDay,
    closedOn: PlainDay.nullable(),
    result: z.string().nullable(),
    organisationName: z.string(),
  })
  .meta({ id: 'LegalAidRow' });
export const FindLegalAid = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  kind: z.enum(['service', 'case']).optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const LegalAidPage = pageOf(LegalAidRow, 'LegalAidPage');
