/** What is sent to move a hardship file, and what notices, objections and verifications look like on it. */
import { z } from 'zod';
import { cancelGrounds, endGrounds, type CancelGround, type EndGround } from '#rules/hardship/changes/change-guards';
import { hardshipClasses, type HardshipClass } from '#rules/hardship/codes';
import { noticeEndings, noticeKinds, type NoticeEnding, type NoticeKind } from '#rules/hardship/notices/notices';
import { Id, Instant, line, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

export const ClassCode = z.enum(Object.keys(hardshipClasses) as [HardshipClass, ...HardshipClass[]]);
const NoticeKindCode = z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]);
const NoticeEndingCode = z.enum(Object.keys(noticeEndings) as [NoticeEnding, ...NoticeEnding[]]);

const plain = { ...Versioned, note: prose(1000).nullish() };
/** Most moves may be recorded later than they happened. A notice counts from the day it is recorded: its form has no day. */
const move = { ...plain, on: PlainDay.optional() };
const reason = line(500);
/** where it hangs, and whom to call */
const announced = { phone: line(30), place: line(100).nullish() };
/** the household was told in writing, on this day and for this reason */
const told = { toldOn: PlainDay, reason };

export const SubmitFile = z.object(move).meta({ id: 'SubmitFile' });
export const SendBackFile = z.object({ ...move, reason }).meta({ id: 'SendBackFile' });
export const PassFirstCheck = z.object(move).meta({ id: 'PassFirstCheck' });
/** The newest complete visit form of the file is what counts. */
export const RecordVisit = z.object(move).meta({ id: 'RecordVisit' });
export const BeginVerification = z.object(move).meta({ id: 'BeginVerification' });
export const RecordVerification = z
  .object({ ...move, reportedOn: PlainDay, findings: prose(4000).min(1) })
  .meta({ id: 'RecordVerification' });
export const VerifyAgain = z.object({ ...move, reason }).meta({ id: 'VerifyAgain' });
export const ReviewFile = z.object({ ...move, hardshipClass: ClassCode }).meta({ id: 'ReviewFile' });
export const RefuseFile = z.object({ ...move, reason }).meta({ id: 'RefuseFile' });
export const OpenNotice = z.object({ ...plain, ...announced }).meta({ id: 'OpenNotice' });
/** Who objects need not say who they are; both texts are sealed. */
export const RecordObjection = z
  .object({ ...move, objector: prose(200).nullish(), content: prose(4000).min(1) })
  .meta({ id: 'RecordObjection' });
export const DecideObjection = z.object({ ...move, upheld: z.boolean(), finding: prose(2000).min(1) }).meta({ id: 'DecideObjection' });
export const ApproveFile = z.object(move).meta({ id: 'ApproveFile' });
export const ActivateFile = z.object(move).meta({ id: 'ActivateFile' });
export const WithdrawFile = z.object({ ...move, reason }).meta({ id: 'WithdrawFile' });

export const BeginReview = z.object(move).meta({ id: 'BeginReview' });
/** A class only where the present one is of older rules and today's name for it is another. */
export const RenewFile = z.object({ ...move, hardshipClass: ClassCode.optional() }).meta({ id: 'RenewFile' });
export const RaiseClass = z.object({ ...move, hardshipClass: ClassCode }).meta({ id: 'RaiseClass' });
export const ProposeLower = z.object({ ...plain, ...announced, ...told, hardshipClass: ClassCode }).meta({ id: 'ProposeLower' });
export const LowerClass = z.object(move).meta({ id: 'LowerClass' });
export const ExitGround = z.enum(['lifted', ...(Object.keys(cancelGrounds) as CancelGround[])]);
export const ProposeExit = z.object({ ...plain, ...announced, ...told, ground: ExitGround }).meta({ id: 'ProposeExit' });
export const WithdrawProposal = z.object({ ...move, reason }).meta({ id: 'WithdrawProposal' });
export const LiftFile = z.object(move).meta({ id: 'LiftFile' });
/** Whether aid is recovered must be said where what was stated is untrue. */
export const DeregisterFile = z.object({ ...move, recovery: z.enum(['recover', 'waive']).optional() }).meta({ id: 'DeregisterFile' });
/** The proof: an attachment of the file, or the number of a paper kept elsewhere. */
export const EndFile = z
  .object({
    ...move,
    ground: z.enum(Object.keys(endGrounds) as [EndGround, ...EndGround[]]),
    attachmentId: Id.nullish(),
    proof: line(100).nullish(),
  })
  .meta({ id: 'EndFile' });
/** The receiving union has confirmed: who there, and when. */
export const TransferFile = z
  .object({ ...move, toOrganisationId: Id, acceptedBy: line(50), acceptedOn: PlainDay, reason })
  .meta({ id: 'TransferFile' });
/** Answers the id of the new draft (`Made`). */
export const ReturnToHardship = z.object({ ...move, reason }).meta({ id: 'ReturnToHardship' });

export const ObjectionParams = z.object({ id: Id, objectionId: Id });
export const VerificationParams = z.object({ id: Id, verificationId: Id });

/** An objection on the file's page: that there is one, never what it says. */
export const ObjectionPart = z
  .object({
    id: Id,
    objectedOn: PlainDay,
    decidedOn: PlainDay.nullable(),
    decidedByName: z.string().nullable(),
    upheld: z.boolean().nullable(),
  })
  .meta({ id: 'Objection' });
/** What it says, for those who check it; that it was read is on record. */
export const ObjectionText = z
  .object({ id: Id, objector: z.string().nullable(), content: z.string(), finding: z.string().nullable() })
  .meta({ id: 'ObjectionText' });
export const NoticePart = z
  .object({
    id: Id,
    kind: NoticeKindCode,
    givenOn: PlainDay,
    givenByName: z.string(),
    /** the last day on which to object, pauses included */
    endsOn: PlainDay,
    suspended: z.boolean(),
    phone: z.string(),
    place: z.string().nullable(),
    text: z.string(),
    classWanted: z.string().nullable(),
    ground: z.string().nullable(),
    reason: z.string().nullable(),
    toldOn: PlainDay.nullable(),
    endedOn: PlainDay.nullable(),
    endedHow: NoticeEndingCode.nullable(),
    objections: z.array(ObjectionPart),
  })
  .meta({ id: 'Notice' });
export const VerificationPart = z
  .object({
    id: Id,
    sentOn: PlainDay,
    reportedOn: PlainDay.nullable(),
    validUntil: PlainDay.nullable(),
    recordedByName: z.string().nullable(),
    /** how long a report holds is local practice: not verified */
    unverified: z.boolean(),
  })
  .meta({ id: 'Verification' });
export const VerificationText = z.object({ id: Id, findings: z.string() }).meta({ id: 'VerificationText' });
/** One decided move of the file, never changed. */
export const DecisionPart = z
  .object({
    id: Id,
    move: z.string(),
    document: z.string().nullable(),
    fromStatus: z.string(),
    toStatus: z.string(),
    decidedOn: PlainDay,
    decidedByName: z.string(),
    decidedAt: Instant,
    classBefore: z.string().nullable(),
    classAfter: z.string().nullable(),
    ground: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Decision' });

/** The wall: public notices that run, within reach. */
export const FindNotices = z.object({ ...Paging, organisationId: Id.optional() });
export const NoticeRow = z
  .object({
    id: Id,
    fileId: Id,
    kind: NoticeKindCode,
    givenOn: PlainDay,
    endsOn: PlainDay,
    suspended: z.boolean(),
    phone: z.string(),
    place: z.string().nullable(),
    text: z.string(),
    hardshipClass: z.string().nullable(),
    organisationName: z.string(),
  })
  .meta({ id: 'NoticeRow' });
export const NoticePage = pageOf(NoticeRow, 'NoticePage');
