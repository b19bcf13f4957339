/** What the moves of an application need beyond the right status, up to the opened file. Each returns why not, or nothing. */
import type { PlainDate } from '../../shared/plain-date.js';
import type { Judgement } from '../../shared/refusal.js';
import { refuseCertificate } from '../certificates/certificate-refusals.js';
import { CERTIFICATE_CLASS, hardshipClasses, type HardshipClass } from '../codes.js';
import { fileMoveLabels, fileMoves, fileStatuses, type FileMove, type FileStatus } from '../file-lifecycle.js';
import { refuseFile } from '../file-refusals.js';
import type { Outcome } from '../eligibility/judge-household.js';
import { mayPassWindow, type NoticeWindow } from '../notices/notice-window.js';
import { mustBeAnother } from '../eligibility/override.js';

export const LEAST_VISITORS = 2;

export function fileMoveOpen(move: FileMove, status: FileStatus): Judgement {
  if (fileMoves.open(move, status)) return undefined;
  const [from, name] = [fileStatuses[status], fileMoveLabels[move]];
  return refuseFile('hardship.move-not-open', { statusZh: from.zh, statusEn: from.en, moveZh: name.zh, moveEn: name.en });
}

export function mustGiveReason(reason: string): Judgement {
  return reason.trim() === '' ? refuseFile('hardship.reason-missing') : undefined;
}

export interface SubmissionFacts {
  readonly applicationSigned: boolean;
  /** Adults who have not signed the authorisation to verify, and children under 14 without a guardian's consent. */
  readonly adultsNotConsenting: number;
  readonly childrenWithoutConsent: number;
  /** Another application or file of this household, or of any of its members, anywhere. */
  readonly onFileElsewhere: boolean;
}

export function maySubmitFile(facts: SubmissionFacts): Judgement {
  if (facts.onFileElsewhere) return refuseFile('hardship.already-on-file');
  if (!facts.applicationSigned) return refuseFile('hardship.application-unsigned');
  if (facts.adultsNotConsenting > 0) return refuseFile('hardship.consent-missing', { count: facts.adultsNotConsenting });
  return facts.childrenWithoutConsent > 0 ? refuseFile('hardship.guardian-consent-missing') : undefined;
}

export interface VisitFacts {
  readonly visitors: readonly string[];
  /** Members of the household and near relatives of theirs. */
  readonly relatives: readonly string[];
  readonly visitedOn: PlainDate;
  readonly today: PlainDate;
  readonly formComplete: boolean;
}

export function mayRecordVisit({ visitors, relatives, visitedOn, today, formComplete }: VisitFacts): Judgement {
  if (new Set(visitors).size < LEAST_VISITORS) return refuseFile('hardship.visitors-too-few', { least: LEAST_VISITORS });
  if (visitors.some((visitor) => relatives.includes(visitor))) return refuseFile('hardship.visitor-of-household');
  if (visitedOn > today) return refuseFile('hardship.day-in-future');
  return formComplete ? undefined : refuseFile('hardship.visit-form-incomplete');
}

export function mayRecordVerification({ reportedOn, today }: { readonly reportedOn: PlainDate; readonly today: PlainDate }): Judgement {
  return reportedOn > today ? refuseFile('hardship.day-in-future') : undefined;
}

export interface DecisionFacts {
  readonly outcome: Pick<Outcome, 'verdict' | 'proposed'>;
  readonly wanted: HardshipClass;
  /** A reason given and a second person's agreement recorded (`mayOverride`). */
  readonly overridden: boolean;
}

/** The class is the one that the rule proposes, or two people decided otherwise; and it is one that has files. */
export function mayTakeClass({ outcome, wanted, overridden }: DecisionFacts): Judgement {
  if (wanted === 'temporary') {
    const { zh, en } = hardshipClasses[wanted];
    return refuseFile('hardship.class-opens-no-file', { class: zh, classEn: en });
  }
  if (overridden || (outcome.verdict === 'eligible' && outcome.proposed === wanted)) return undefined;
  return refuseFile(outcome.verdict === 'undecided' ? 'hardship.undecided' : 'hardship.class-not-proposed');
}

export interface ReviewFacts extends DecisionFacts {
  readonly signedByApplicant: boolean;
  readonly signedByChecker: boolean;
  readonly missingVouchers: number;
  readonly sharedVouchers: number;
  readonly verificationValidUntil: PlainDate | undefined;
  readonly today: PlainDate;
  readonly reviewer: string;
  /** Who checked, visited and reckoned before. */
  readonly before: readonly string[];
}

export function mayReviewFile(facts: ReviewFacts): Judgement {
  if (!facts.signedByApplicant || !facts.signedByChecker) return refuseFile('hardship.worksheet-unsigned');
  if (facts.missingVouchers > 0) return refuseFile('hardship.vouchers-missing', { count: facts.missingVouchers });
  if (facts.sharedVouchers > 0) return refuseFile('hardship.voucher-shared', { count: facts.sharedVouchers });
  return verificationHolds(facts) ?? mayTakeClass(facts) ?? mustBeAnother(facts.reviewer, facts.before);
}

function verificationHolds({ verificationValidUntil: until, today }: Pick<ReviewFacts, 'verificationValidUntil' | 'today'>): Judgement {
  if (!until) return refuseFile('hardship.verification-missing');
  return today > until ? refuseFile('hardship.verification-expired', { until }) : undefined;
}

export function mayOpenNotice({ masked, phone }: { readonly masked: boolean; readonly phone: string }): Judgement {
  if (!masked) return refuseFile('hardship.notice-unmasked');
  return phone.trim() === '' ? refuseFile('hardship.notice-without-phone') : undefined;
}

export interface ApprovalFacts extends Pick<ReviewFacts, 'verificationValidUntil'>, DecisionFacts {
  readonly window: NoticeWindow | undefined;
  readonly openObjections: number;
  readonly today: PlainDate;
  readonly approver: string;
  readonly before: readonly string[];
}

export function mayApproveFile(facts: ApprovalFacts): Judgement {
  return mayPassWindow(facts) ?? verificationHolds(facts) ?? mayTakeClass(facts) ?? mustBeAnother(facts.approver, facts.before);
}

/** A certificate for 特困, and for nobody else. */
export function mayActivateFile({
  hardshipClass,
  certificateNo,
}: {
  readonly hardshipClass: HardshipClass;
  readonly certificateNo: string | undefined;
}): Judgement {
  if (hardshipClass === CERTIFICATE_CLASS) return certificateNo ? undefined : refuseCertificate('hardship.certificate-needed');
  return certificateNo ? refuseCertificate('hardship.certificate-only-severe') : undefined;
}
