/** What the officers of the demo city did with the first candidates: called, visited, helped, and closed most of them in time. */
import { actorOf } from '#casework/access/actor-of';
import { lookForCandidates } from '#casework/handoffs/look-for-candidates';
import { closeCandidate } from '#casework/hardship/candidates/close-candidate';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { logCandidateAttempt } from '#casework/hardship/candidates/log-candidate-attempt';
import { recordConsent } from '#casework/hardship/household/record-consent';
import { submitFile } from '#casework/hardship/application/submit-file';
import { readRulebook } from '#casework/hardship/eligibility/rulebook';
import { sql } from '#data/sql';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { criteriaOf, eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import type { AttemptResult } from '#rules/hardship/finder/candidate-codes';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import type { Stage } from './stage.js';

interface Found {
  id: string;
  personId: string;
  ownerId: string;
  onFile: boolean;
}

/** So long ago the first search was made: what nobody closed since is overdue today. */
const DAYS_AGO = 24;

/** A first search some weeks ago, and what became of it; then that of last night. */
export async function workOnCandidates(stage: Stage): Promise<{ closed: number }> {
  const { data, secrets, clockwork } = stage.staff.statistician;
  const keeper: Work = { data, secrets, clockwork, actor: await actorOf(data, KEEPER.id), now: stage.end };
  const first = addDays(stage.today, -DAYS_AGO);
  await lookForCandidates(stage.at(keeper, first));
  const found = await data.read<Found>(
    keeper.actor,
    sql`SELECT c.id, c.person_id, c.owner_id, c.file_id IS NOT NULL AS on_file FROM hardship_candidate c WHERE c.owner_id IS NOT NULL ORDER BY c.id`,
  );
  let closed = 0;
  for (const [i, candidate] of found.entries()) {
    const owner: Work = { ...keeper, actor: await actorOf(data, candidate.ownerId) };
    if (await answer(stage, owner, candidate, i, addDays(first, 2 + (i % 12)))) closed += 1;
  }
  return { closed };
}

/** Six ways out of ten of what was found; some are only called, some lie about until somebody notices. */
async function answer(
  stage: Stage,
  owner: Work,
  { id: candidateId, personId, onFile }: Found,
  i: number,
  day: PlainDate,
): Promise<boolean> {
  let version = 1;
  const at = (later: number): Work => stage.at(owner, addDays(day, later));
  const attempt = (later: number, result: AttemptResult): Promise<void> =>
    logCandidateAttempt(at(later), { candidateId, version: version++, form: 'call', result });
  const close = async (later: number, how: Omit<Parameters<typeof closeCandidate>[1], 'candidateId' | 'version'>): Promise<boolean> => {
    await closeCandidate(at(later), { candidateId, version, ...how });
    return true;
  };
  switch (i % 10) {
    case 0:
    case 1:
      await attempt(0, 'wants');
      return close(4, { closing: 'helped', help: onFile ? 'visited' : 'paid' });
    case 2:
      if (onFile) return close(3, { closing: 'helped', help: 'reviewed' });
      await attempt(0, 'wants');
      await apply(at(1), personId);
      return close(3, { closing: 'filed' });
    case 3:
      await attempt(0, 'declines');
      return close(0, { closing: 'declined' });
    case 4:
      for (const later of [0, 1, 3]) await attempt(later, 'no-answer');
      return close(3, { closing: 'unreachable' });
    case 5:
      await attempt(0, 'settled');
      return close(2, { closing: 'government-aid', governmentAid: 'unemployment' });
    case 6: {
      const rule = eligibilityRuleInForce((await readRulebook(owner.data)).rules, day)!;
      return close(2, { closing: 'not-eligible', criterion: criteriaOf(rule).find(({ code }) => code === 'two-dwellings')!.code });
    }
    case 7:
      await attempt(0, 'considers');
      return false;
    case 8:
      await attempt(1, 'no-answer');
      return false;
    default:
      return false;
  }
}

/** 申报: drafted, signed and handed in on one day. */
async function apply(work: Work, personId: string): Promise<void> {
  const { id: fileId } = await draftHardshipFile(work, { holderId: personId, mainCause: 'laid-off', otherCauses: [] });
  const [{ name, day, version }] = await work.data.read<{ name: string; day: PlainDate; version: number }>(
    work.actor,
    sql`SELECT f.holder_name AS name, f.begun_on AS day, f.version FROM hardship_file f WHERE f.id = ${fileId}`,
  ) as [{ name: string; day: PlainDate; version: number }]; // prettier-ignore
  for (const kind of ['application', 'verification'] as const)
    await recordConsent(work, { fileId, personId, kind, signedOn: day, signedBy: name });
  await submitFile(work, { fileId, version });
}
