import { z } from 'zod';
import { hardshipCauses, hardshipClasses, type HardshipCause, type HardshipClass } from '#rules/hardship/codes';
import { fileStatuses, type FileStatus } from '#rules/hardship/file-lifecycle';
import { AssessmentReport, AssessmentRow } from './assessments.js';
import { ConsentView, FormView, MemberView } from './hardship-form.js';
import { CertificatePart } from './certificates.js';
import { DecisionPart, NoticePart, VerificationPart } from './hardship-moves.js';
import { AttachmentPart, PairingPart, VisitPart } from './hardship-parts.js';
import { Action, ActivityLine, ClockLamp, ClockView, Fen, Id, Paging, pageOf, PlainDay } from './shared.js';
import { WorksheetView } from './worksheets.js';

export const FileStatusCode = z.enum(Object.keys(fileStatuses) as [FileStatus, ...FileStatus[]]);
export const HardshipClassCode = z.enum(Object.keys(hardshipClasses) as [HardshipClass, ...HardshipClass[]]);
export const HardshipCauseCode = z.enum(Object.keys(hardshipCauses) as [HardshipCause, ...HardshipCause[]]);

/** `filedOn` and the number come with the opened file; until then it is an application, begun on `begunOn`. */
export const HardshipRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    holderId: Id,
    holderName: z.string(),
    hardshipClass: z.string().nullable(),
    status: z.string(),
    mainCause: z.string(),
    householdSize: z.int(),
    employerName: z.string().nullable(),
    organisationId: Id,
    organisationName: z.string(),
    certificateNo: z.string().nullable(),
    begunOn: PlainDay,
    filedOn: PlainDay.nullable(),
    reviewOn: PlainDay.nullable(),
    handlerId: Id.nullable(),
    handlerName: z.string().nullable(),
    clock: ClockLamp.nullable(),
  })
  .meta({ id: 'HardshipRow' });
/** view: applying; filed = on file; mine = I handle it and it is open; review = its review is due; ended */
export const FindHardshipFiles = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  view: z.enum(['all', 'applying', 'filed', 'mine', 'review', 'ended']).default('all'),
  status: FileStatusCode.optional(),
  hardshipClass: z.string().max(30).optional(),
  mainCause: z.string().max(30).optional(),
  organisationId: Id.optional(),
  handlerId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const HardshipPage = pageOf(HardshipRow, 'HardshipPage');

/** The whole file. What is sealed is shown to those who work on the file; to others it is null and `sealedShown` false. */
export const HardshipRecord = HardshipRow.omit({ clock: true })
  .extend({
    householdId: Id,
    employerId: Id.nullable(),
    era: z.string(),
    /** the layer of the rule that governs it now: its lists are those to choose from */
    formEra: z.string(),
    employment: z.string().nullable(),
    otherCauses: z.array(z.string()),
    filedBy: z.string().nullable(),
    remark: z.string().nullable(),
    imported: z.boolean(),
    receivedOn: PlainDay.nullable(),
    reviewedOn: PlainDay.nullable(),
    reviewReasons: z.array(z.object({ reason: z.string(), on: PlainDay, happenedOn: PlainDay.nullish() })),
    endedOn: PlainDay.nullable(),
    endGround: z.string().nullable(),
    earlierFileId: Id.nullable(),
    sealedShown: z.boolean(),
    form: FormView,
    members: z.array(MemberView),
    formerMembers: z.array(MemberView),
    consents: z.array(ConsentView),
    worksheets: z.array(WorksheetView),
    assessments: z.array(AssessmentRow),
    /** the newest of them, with its reasons */
    assessment: AssessmentReport.nullable(),
    visits: z.array(VisitPart),
    verifications: z.array(VerificationPart),
    notices: z.array(NoticePart),
    decisions: z.array(DecisionPart),
    certificates: z.array(CertificatePart),
    pairings: z.array(PairingPart),
    attachments: z.array(AttachmentPart),
    clocks: z.array(ClockView),
    aid: z.array(z.object({ id: Id, programme: z.string(), campaign: z.string().nullable(), paidOn: PlainDay, amountFen: Fen })),
    timeline: z.array(ActivityLine),
    version: z.int(),
    actions: z.array(Action),
  })
  .meta({ id: 'HardshipFile' });
export type HardshipRecord = z.infer<typeof HardshipRecord>;

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
