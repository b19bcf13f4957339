/** What each way of closing a candidate needs. Each returns why not, or nothing; a candidate closes by a person alone. */
import type { PlainDate } from '../../shared/plain-date.js';
import { onField, type Judgement } from '../../shared/refusal.js';
import {
  attemptResults,
  type AttemptForm,
  type AttemptResult,
  type Closing,
  type GovernmentAid,
  type WayOfHelp,
} from './candidate-codes.js';
import { refuseCandidate } from './candidate-refusals.js';
import { finderRules, type FinderRule } from './finder-rules.js';
import type { FinderPlan } from './finder-plan.js';

export interface Attempt {
  readonly on: PlainDate;
  readonly form: AttemptForm;
  readonly result: AttemptResult;
}

export interface ClosingFacts {
  readonly closing: Closing;
  readonly rules: readonly FinderRule[];
  readonly attempts: readonly Attempt[];
  /** The file that was named: nothing, or whether it is the family's and how it stands. */
  readonly file?: { readonly ofFamily: boolean; readonly status: string } | undefined;
  readonly help?: WayOfHelp | undefined;
  readonly governmentAid?: GovernmentAid | undefined;
  /** A criterion of the rule in force, as the closer named it. */
  readonly criterion?: string | undefined;
  readonly criteria: readonly string[];
}

export function mayCloseCandidate(plan: FinderPlan, facts: ClosingFacts): Judgement {
  switch (facts.closing) {
    case 'filed':
      return whyNotFiled(facts);
    case 'helped':
      return facts.help ? undefined : onField(refuseCandidate('candidates.help-missing'), 'help');
    case 'government-aid':
      return facts.governmentAid ? undefined : onField(refuseCandidate('candidates.government-aid-missing'), 'governmentAid');
    case 'not-eligible':
      return facts.criterion && facts.criteria.includes(facts.criterion)
        ? undefined
        : onField(refuseCandidate('candidates.criterion-missing'), 'criterion');
    case 'declined':
      return facts.attempts.some(wasReached) ? undefined : refuseCandidate('candidates.not-spoken-to');
    case 'unreachable':
      return whyNotUnreachable(plan, facts.attempts);
  }
}

function whyNotFiled({ rules, file }: ClosingFacts): Judgement {
  if (rules.every((rule) => finderRules[rule].onFile)) return refuseCandidate('candidates.on-file-before');
  if (!file) return onField(refuseCandidate('candidates.file-missing'), 'fileId');
  if (!file.ofFamily) return onField(refuseCandidate('candidates.file-not-theirs'), 'fileId');
  return file.status === 'draft' ? refuseCandidate('candidates.file-only-draft') : undefined;
}

function whyNotUnreachable({ attempts: least, attemptDays: days }: FinderPlan, attempts: readonly Attempt[]): Judgement {
  if (attempts.some(wasReached)) return refuseCandidate('candidates.was-reached');
  const on = new Set(attempts.map((attempt) => attempt.on)).size;
  if (attempts.length >= least && on >= days) return undefined;
  return refuseCandidate('candidates.attempts-too-few', { least, days, count: attempts.length, days2: on });
}

const wasReached = ({ result }: Attempt): boolean => attemptResults[result].reached;

/** What happened to a candidate lies between the day it was found and today. */
export function dayIsPossible(on: PlainDate, { foundOn, today }: { readonly foundOn: PlainDate; readonly today: PlainDate }): Judgement {
  if (on > today) return onField(refuseCandidate('candidates.day-in-future'), 'on');
  return on < foundOn ? onField(refuseCandidate('candidates.day-too-early', { found: foundOn }), 'on') : undefined;
}
