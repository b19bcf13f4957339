import { dayIsPossible, type Attempt } from '#rules/hardship/finder/candidate-closing';
import type { AttemptForm, AttemptResult } from '#rules/hardship/finder/candidate-codes';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import {
  attemptsOf,
  candidateSubject,
  tellCandidate,
  workOnCandidate,
  type CandidateInput,
  type CandidateRow,
  type KeptAttempt,
} from './candidate-row.js';

export interface NewAttempt extends CandidateInput {
  on?: PlainDate | undefined;
  form: AttemptForm;
  result: AttemptResult;
}

/** 登记联系情况. What was learned is a code: what a family tells of itself belongs on its file, sealed. */
export function logCandidateAttempt(work: Work, { on: given, form, result, ...input }: NewAttempt): Promise<void> {
  const on = given ?? today(work);
  return workOnCandidate(work, input, async (tx, candidate) => {
    refuseIf(dayIsPossible(on, { foundOn: candidate.foundOn, today: today(work) }));
    const attempt: Attempt = { on, form, result };
    const kept: KeptAttempt[] = [...attemptsOf(candidate), { ...attempt, by: work.actor.id, byName: work.actor.name }];
    await tx.update('hardship_candidate', candidate, {
      attempts: JSON.stringify(kept) as unknown as CandidateRow['attempts'],
      updatedAt: work.now,
    });
    tellCandidate(tx, candidate, 'candidate.attempt', on);
    tx.audit({
      type: 'candidate.attempted',
      subject: candidateSubject(candidate),
      organisationId: candidate.organisationId,
      details: { form, result },
    });
  });
}
