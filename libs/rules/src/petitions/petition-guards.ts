/** What a move of a petition needs beyond the right status. Each returns why not, or nothing. */
import type { PlainDate } from '../shared/plain-date.js';
import type { Judgement } from '../shared/refusal.js';
import type { PetitionResult } from './codes.js';
import { petitionMoveLabels, petitionMoves, petitionStatuses, type PetitionMove, type PetitionStatus } from './petition-lifecycle.js';
import { refusePetition } from './refusals.js';

export function petitionMoveOpen(move: PetitionMove, status: PetitionStatus): Judgement {
  if (petitionMoves.open(move, status)) return undefined;
  const [from, name] = [petitionStatuses[status], petitionMoveLabels[move]];
  return refusePetition('petitions.move-not-open', { statusZh: from.zh, statusEn: from.en, moveZh: name.zh, moveEn: name.en });
}

export function mayAcceptPetition(facts: { readonly withinPowers: boolean }): Judgement {
  return facts.withinPowers ? undefined : refusePetition('petitions.out-of-powers');
}

export function mayDeclinePetition(facts: { readonly route: string }): Judgement {
  return facts.route.trim() === '' ? refusePetition('petitions.route-missing') : undefined;
}

export function mayReferPetition(facts: { readonly target: string | undefined }): Judgement {
  return facts.target ? undefined : refusePetition('petitions.target-missing');
}

export function mayAssignOutPetition(facts: { readonly target: string | undefined; readonly deadline: PlainDate | undefined }): Judgement {
  if (!facts.target) return refusePetition('petitions.target-missing');
  return facts.deadline ? undefined : refusePetition('petitions.deadline-missing');
}

/** A matter can be joined as long as it has not been answered. */
const joinable: readonly PetitionStatus[] = ['registered', 'accepted', 'handling', 'extended', 'assigned_out'];

export function mayMergePetition(facts: { readonly id: string; readonly mainId: string; readonly mainStatus: PetitionStatus }): Judgement {
  if (facts.id === facts.mainId) return refusePetition('petitions.merge-with-itself');
  return joinable.includes(facts.mainStatus) ? undefined : refusePetition('petitions.merge-target-closed');
}

export function mayHandlePetition(facts: { readonly hasInterest: boolean }): Judgement {
  return facts.hasInterest ? refusePetition('petitions.handler-conflicted') : undefined;
}

export interface PetitionExtensionFacts {
  readonly approvedByHead: boolean;
  readonly reason: string;
  readonly approvedOn: PlainDate;
  /** X3's last day, the days added, and the most that the rule in force allows. */
  readonly due: PlainDate;
  readonly days: number;
  readonly mostDays: number;
}

export function mayExtendPetition(facts: PetitionExtensionFacts): Judgement {
  if (!facts.approvedByHead || facts.reason.trim() === '') return refusePetition('petitions.extension-unapproved');
  if (facts.approvedOn > facts.due) return refusePetition('petitions.extension-too-late', { due: facts.due });
  if (facts.days < 1 || facts.days > facts.mostDays) return refusePetition('petitions.extension-too-long', { most: facts.mostDays });
  return undefined;
}

export function mayReplyToPetition(facts: { readonly result: PetitionResult | undefined }): Judgement {
  return facts.result ? undefined : refusePetition('petitions.result-missing');
}

export interface PetitionClosingFacts {
  readonly status: PetitionStatus;
  readonly result: PetitionResult | undefined;
  /** For a written reply: the last day to ask for a review (X4), and whether the petitioner accepted it before. */
  readonly reviewUntil?: PlainDate;
  readonly petitionerAccepts: boolean;
  readonly reportReceived: boolean;
  /** The day of closing, by which the statistics count it: it lies behind the days for a review, not only today. */
  readonly on: PlainDate;
}

export function mayClosePetition(facts: PetitionClosingFacts): Judgement {
  const { status, result, reviewUntil, on } = facts;
  if (status === 'assigned_out' && !facts.reportReceived) return refusePetition('petitions.report-missing');
  if (status !== 'replied') return undefined;
  if (!result) return refusePetition('petitions.result-missing');
  if (reviewUntil && on <= reviewUntil && !facts.petitionerAccepts) {
    return refusePetition('petitions.reply-still-contestable', { until: reviewUntil });
  }
  return undefined;
}
