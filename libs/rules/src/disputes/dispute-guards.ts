/** What a move of a dispute needs beyond the right status. Each returns why not, or nothing. */
import type { PlainDate } from '../shared/plain-date.js';
import type { Judgement } from '../shared/refusal.js';
import { disputeCategories, disputeOutcomes, type DisputeCategoryCode, type DisputeOutcomeCode } from './codes.js';
import { disputeMoveLabels, disputeMoves, disputeStatuses, type DisputeMove, type DisputeStatus } from './dispute-lifecycle.js';
import { refuseDispute } from './refusals.js';

export function disputeMoveOpen(move: DisputeMove, status: DisputeStatus): Judgement {
  if (disputeMoves.open(move, status)) return undefined;
  const [from, name] = [disputeStatuses[status], disputeMoveLabels[move]];
  return refuseDispute('disputes.move-not-open', { statusZh: from.zh, statusEn: from.en, moveZh: name.zh, moveEn: name.en });
}

export interface AcceptanceFacts {
  readonly inScope: boolean;
  readonly workerConsents: boolean;
  readonly employerConsents: boolean;
  readonly requestDefinite: boolean;
}

export function mayAcceptDispute(facts: AcceptanceFacts): Judgement {
  if (!facts.inScope) return refuseDispute('disputes.out-of-scope');
  if (!facts.workerConsents || !facts.employerConsents) return refuseDispute('disputes.consent-missing');
  if (!facts.requestDefinite) return refuseDispute('disputes.request-unclear');
  return undefined;
}

export function mayAssignMediator(facts: { readonly hasInterest: boolean }): Judgement {
  return facts.hasInterest ? refuseDispute('disputes.mediator-conflicted') : undefined;
}

export function mayBeginMediation(facts: { readonly partiesNotified: boolean }): Judgement {
  return facts.partiesNotified ? undefined : refuseDispute('disputes.parties-not-notified');
}

export interface ExtensionFacts {
  readonly workerSigned: boolean;
  readonly employerSigned: boolean;
  /** The day both had signed, M5's last day, and the new last day. */
  readonly signedOn: PlainDate;
  readonly due: PlainDate;
  readonly until: PlainDate;
}

/** Only the parties can extend, and only while M5 still runs. */
export function mayExtendMediation(facts: ExtensionFacts): Judgement {
  if (!facts.workerSigned || !facts.employerSigned) return refuseDispute('disputes.extension-unsigned');
  if (facts.signedOn > facts.due) return refuseDispute('disputes.extension-too-late', { due: facts.due });
  if (facts.until <= facts.due) return refuseDispute('disputes.extension-not-later', { due: facts.due });
  return undefined;
}

export interface SignatureFacts {
  readonly workerSigned: boolean;
  readonly employerSigned: boolean;
  readonly mediatorSigned: boolean;
  readonly sealed: boolean;
  /** In a collective dispute: represented workers who have not agreed to the result. */
  readonly notConsenting: number;
}

/** Art. 14: both parties, the mediator and the seal, or it binds nobody. */
export function maySignAgreement(facts: SignatureFacts): Judgement {
  const { workerSigned, employerSigned, mediatorSigned, sealed, notConsenting } = facts;
  if (!workerSigned || !employerSigned || !mediatorSigned || !sealed) return refuseDispute('disputes.agreement-unsigned');
  if (notConsenting > 0) return refuseDispute('disputes.members-not-consenting', { count: notConsenting });
  return undefined;
}

export interface AgreementFacts extends SignatureFacts {
  readonly category: string;
  readonly agreedFen: number | undefined;
  readonly oral: boolean;
  /** Only a people's mediation committee may leave an agreement unwritten (人民调解法 art. 28, 30). */
  readonly peoplesMediation: boolean;
}

/** An oral agreement has no signatures of the parties: the mediator writes it down. A claim for money ends in an amount. */
export function mayRecordAgreement(facts: AgreementFacts): Judgement {
  if (facts.oral && !facts.peoplesMediation) return refuseDispute('disputes.oral-not-allowed');
  const signed = facts.oral ? { ...facts, workerSigned: true, employerSigned: true, sealed: true } : facts;
  const unsigned = maySignAgreement(signed);
  if (unsigned) return unsigned;
  const ofMoney = disputeCategories[facts.category as DisputeCategoryCode]?.paymentOrder;
  return ofMoney && !facts.agreedFen ? refuseDispute('disputes.amount-missing') : undefined;
}

/** Mediation that failed opens arbitration, and the parties have to be told so in writing. */
export function mayRecordFailure(facts: { readonly reason: string; readonly arbitrationNoticeGiven: boolean }): Judgement {
  return mustGiveReason(facts.reason) ?? (facts.arbitrationNoticeGiven ? undefined : refuseDispute('disputes.notice-not-given'));
}

export function mustGiveReason(reason: string): Judgement {
  return reason.trim() === '' ? refuseDispute('disputes.reason-missing') : undefined;
}

/**
 * The outcomes that fit the status a case is closed from. A case that failed or was refused and then passed on keeps
 * that outcome: where it went is the onward route, which is recorded apart.
 */
export const outcomesFitting = {
  refused: ['06', '07'],
  agreement_effective: ['01', '02'],
  performed: ['01', '02'],
  failed: ['04'],
  withdrawn: ['05'],
  settled_privately: ['03'],
  terminated: ['11'],
  transferred: ['04', '06', '07', '08', '09', '10', '12'],
} as const satisfies Partial<Record<DisputeStatus, readonly DisputeOutcomeCode[]>>;

/** What was settled when the case ended stands, or else the one outcome that the status leaves. */
export function outcomeAtClosing(status: DisputeStatus, settled: DisputeOutcomeCode | null): DisputeOutcomeCode | undefined {
  if (settled) return settled;
  const fitting: Partial<Record<DisputeStatus, readonly DisputeOutcomeCode[]>> = outcomesFitting;
  const all = fitting[status];
  return all?.length === 1 ? all[0] : undefined;
}

export interface ClosingFacts {
  readonly status: DisputeStatus;
  readonly outcome: DisputeOutcomeCode | undefined;
  /** How the case ended, where the move that ended it has said so. */
  readonly settled: DisputeOutcomeCode | null;
}

/** By choosing another outcome at the end a failure could leave the success rate, or an oral agreement come about without a mediator. */
export function mayCloseDispute({ status, outcome, settled }: ClosingFacts): Judgement {
  if (!outcome) return refuseDispute('disputes.outcome-missing');
  if (settled && outcome !== settled) {
    const { zh, en } = disputeOutcomes[settled];
    return refuseDispute('disputes.outcome-settled', { outcomeZh: zh, outcomeEn: en });
  }
  const fitting: Partial<Record<DisputeStatus, readonly DisputeOutcomeCode[]>> = outcomesFitting;
  if (fitting[status]?.includes(outcome)) return undefined;
  const [label, from] = [disputeOutcomes[outcome], disputeStatuses[status]];
  return refuseDispute('disputes.outcome-mismatch', { outcomeZh: label.zh, outcomeEn: label.en, statusZh: from.zh, statusEn: from.en });
}
