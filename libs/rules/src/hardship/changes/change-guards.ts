/** What renewing, changing and ending a file need. An adverse change needs a notice, its window gone by, and a second person. */
import type { Label } from '../../shared/label.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Judgement } from '../../shared/refusal.js';
import { mayTakeClass, mustGiveReason, type DecisionFacts } from '../application/application-guards.js';
import { hardshipClasses, type HardshipClass } from '../codes.js';
import { refuseFile } from '../file-refusals.js';
import type { Verdict } from '../eligibility/judge-criterion.js';
import { mayPassWindow, type WindowFacts } from '../notices/notice-window.js';
import { mustBeAnother } from '../eligibility/override.js';

/** Why a file is cancelled (注销) though hardship is not over. */
export const cancelGrounds = {
  retired: { zh: '退休移交社区', en: 'Retired, handed to the community' },
  left: { zh: '调离', en: 'Left for another place of work' },
  untrue: { zh: '情况失实', en: 'What was stated is untrue' },
} as const satisfies Record<string, Label>;
export type CancelGround = keyof typeof cancelGrounds;

export const endGrounds = {
  death: { zh: '死亡', en: 'Death' },
  'own-request': { zh: '本人申请', en: 'Own request' },
} as const satisfies Record<string, Label>;
export type EndGround = keyof typeof endGrounds;

/** To a less grave class, also where the classes are of different years. */
export function isLower(from: HardshipClass, to: HardshipClass): boolean {
  return hardshipClasses[to].rank > hardshipClasses[from].rank;
}

export interface FreshFacts {
  readonly reviewBegunOn: PlainDate;
  readonly assessedOn: PlainDate | undefined;
}

/** A new standard makes a list of families to assess again; it decides about none of them. */
export function mustBeFresh({ reviewBegunOn, assessedOn }: FreshFacts): Judgement {
  return assessedOn && assessedOn >= reviewBegunOn ? undefined : refuseFile('hardship.assessment-stale', { since: reviewBegunOn });
}

export interface RenewalFacts extends FreshFacts, DecisionFacts {
  readonly present: HardshipClass;
}

/** 续档, or 调档 to a graver class: nothing is taken, so nobody has to be warned. */
export function mayKeepOrRaise(facts: RenewalFacts): Judgement {
  if (isLower(facts.present, facts.wanted)) return refuseFile('hardship.adverse');
  return mustBeFresh(facts) ?? mayTakeClass(facts);
}

/** A class of older rules and one of today's that weighs the same: 困难职工 of 2012 and 相对困难. */
export function isSameStanding(one: HardshipClass, other: HardshipClass): boolean {
  return hardshipClasses[one].rank === hardshipClasses[other].rank;
}

/** 续档 keeps the standing, whatever the class is called today. */
export function mayRenew(facts: RenewalFacts): Judgement {
  if (isLower(facts.wanted, facts.present)) return refuseFile('hardship.graver');
  return mayKeepOrRaise(facts);
}

/** 调档（困难加重） */
export function mayRaiseClass(facts: RenewalFacts): Judgement {
  if (isSameStanding(facts.present, facts.wanted)) return refuseFile('hardship.same-standing');
  return mayKeepOrRaise(facts);
}

export interface AnnouncementFacts extends FreshFacts {
  readonly reason: string;
  readonly householdTold: boolean;
}

const mayAnnounce = (facts: AnnouncementFacts): Judgement => mustBeFresh(facts) ?? mayTell(facts);

function mayTell({ reason, householdTold }: Pick<AnnouncementFacts, 'reason' | 'householdTold'>): Judgement {
  return mustGiveReason(reason) ?? (householdTold ? undefined : refuseFile('hardship.household-not-told'));
}

export function mayProposeLower(facts: AnnouncementFacts & RenewalFacts): Judgement {
  if (!isLower(facts.present, facts.wanted)) return refuseFile('hardship.not-adverse');
  return mayAnnounce(facts) ?? mayTakeClass(facts);
}

export interface ExitFacts extends AnnouncementFacts {
  /** Exit because hardship is over, or a cancellation on its own ground. */
  readonly ground: 'lifted' | CancelGround;
  readonly lifting: Verdict;
  readonly overridden: boolean;
}

/** Who moved away or said what is untrue need not be assessed again first; who is said to be out of hardship must be. */
export function mayProposeExit(facts: ExitFacts): Judgement {
  if (facts.ground !== 'lifted') return mayTell(facts);
  const unlifted = facts.lifting !== 'met' && !facts.overridden;
  return (
    mayAnnounce(facts) ?? (unlifted ? refuseFile(facts.lifting === 'unknown' ? 'hardship.undecided' : 'hardship.not-lifted') : undefined)
  );
}

export interface AdverseFacts extends WindowFacts {
  readonly actor: string;
  /** Who proposed the change and who checked objections to it. */
  readonly before: readonly string[];
}

/** The one gate before every adverse move (`adverseMoves`). */
export function mayMakeAdverseMove(facts: AdverseFacts): Judgement {
  return mayPassWindow(facts) ?? mustBeAnother(facts.actor, facts.before);
}

/** What was announced is what is done. */
export function mustBeAnnounced(announced: ExitFacts['ground'], done: 'lift' | 'deregister'): Judgement {
  return (announced === 'lifted') === (done === 'lift') ? undefined : refuseFile('hardship.not-as-announced');
}

export function mayDeregister(
  facts: AdverseFacts & { readonly ground: CancelGround; readonly recovery: 'recover' | 'waive' | undefined },
): Judgement {
  if (facts.ground === 'untrue' && !facts.recovery) return refuseFile('hardship.recovery-undecided');
  return mayMakeAdverseMove(facts);
}

export function mayDecideObjection(facts: {
  readonly finding: string;
  readonly decidedBy: string;
  readonly before: readonly string[];
}): Judgement {
  return mustGiveReason(facts.finding) ?? mustBeAnother(facts.decidedBy, facts.before);
}

export function mayEndFile({ proofId }: { readonly ground: EndGround; readonly proofId: string | undefined }): Judgement {
  return proofId ? undefined : refuseFile('hardship.proof-missing');
}

export function mayTransferFile(facts: { readonly from: string; readonly to: string; readonly accepted: boolean }): Judgement {
  if (facts.from === facts.to) return refuseFile('hardship.transfer-to-itself');
  return facts.accepted ? undefined : refuseFile('hardship.receiver-not-accepting');
}

export function mayReturnToHardship({ onFileElsewhere }: { readonly onFileElsewhere: boolean }): Judgement {
  return onFileElsewhere ? refuseFile('hardship.already-on-file') : undefined;
}
