import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { criteriaOf, eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { dayIsPossible, mayCloseCandidate } from '#rules/hardship/finder/candidate-closing';
import type { Closing, GovernmentAid, WayOfHelp } from '#rules/hardship/finder/candidate-codes';
import { suzhouFinderPlan } from '#rules/hardship/finder/finder-plan';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { visibleTo } from '../../visible.js';
import { today, type Work } from '../../work.js';
import {
  attemptsOf,
  candidateSubject,
  signsOf,
  tellCandidate,
  workOnCandidate,
  type CandidateInput,
  type CandidateRow,
} from './candidate-row.js';
import { readRulebook } from '../eligibility/rulebook.js';

export interface CandidateClosing extends CandidateInput {
  on?: PlainDate | undefined;
  closing: Closing;
  help?: WayOfHelp | null | undefined;
  governmentAid?: GovernmentAid | null | undefined;
  /** code of a criterion of the rule in force */
  criterion?: string | null | undefined;
  note?: string | null | undefined;
}

/** 办结: the only way a candidate ends. As filed it names the family's open application or file, which is looked up and not told. */
export function closeCandidate(
  work: Work,
  { on: given, closing, help, governmentAid, criterion, note, ...input }: CandidateClosing,
): Promise<void> {
  const on = given ?? today(work);
  return workOnCandidate(work, input, async (tx, candidate) => {
    refuseIf(dayIsPossible(on, { foundOn: candidate.foundOn, today: today(work) }));
    const file = closing === 'filed' ? await openFileOf(tx, work, candidate.personId) : undefined;
    const rule = eligibilityRuleInForce((await readRulebook(tx)).rules, on);
    refuseIf(
      mayCloseCandidate(suzhouFinderPlan, {
        closing,
        rules: signsOf(candidate).map((sign) => sign.rule),
        attempts: attemptsOf(candidate),
        file: file && { ofFamily: true, status: file.status },
        help: help ?? undefined,
        governmentAid: governmentAid ?? undefined,
        criterion: criterion ?? undefined,
        criteria: rule ? criteriaOf(rule).map(({ code }) => code) : [],
      }),
    );
    const details = {
      ...(closing === 'helped' && { help }),
      ...(closing === 'government-aid' && { governmentAid }),
      ...(closing === 'not-eligible' && { criterion, rule: rule && `${rule.code}.${rule.version}` }),
    };
    await tx.update('hardship_candidate', candidate, {
      status: 'closed',
      closing,
      closedOn: on,
      closedBy: work.actor.id,
      closedByName: work.actor.name,
      closingNoteCipher: sealText(work.secrets, note?.trim()),
      closingDetails: details as CandidateRow['closingDetails'],
      ...(file && { fileId: file.id }),
      updatedAt: work.now,
    });
    tellCandidate(tx, candidate, 'candidate.close', on, { toStatus: 'closed' });
    tx.audit({
      type: 'candidate.closed',
      subject: candidateSubject(candidate),
      organisationId: candidate.organisationId,
      details: { closing },
    });
  });
}

/** The one application or file in which the person has a seat, where the actor may see it. */
function openFileOf(tx: Transaction, { actor }: Work, personId: string): Promise<{ id: string; status: string } | undefined> {
  return tx.find(
    sql`SELECT f.id, f.status FROM hardship_seat s JOIN hardship_file f ON f.id = s.file_id WHERE s.person_id = ${personId} AND ${visibleTo(actor, 'hardship.read', 'f')}`,
  );
}
