import { openText, withOpened } from '#data/sealed-text';
import { sql } from '#data/sql';
import { criteriaOf, eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { refuseCandidate } from '#rules/hardship/finder/candidate-refusals';
import { action, type ActionView } from '../../actions.js';
import { type ActivityPart } from '../../case-parts.js';
import { tellerOf } from '../../handoffs/readable-signs.js';
import { presentPerson, type FoundPerson } from '../../people/person-row.js';
import { visibleTo } from '../../visible.js';
import { today, whyNotPermitted, type Actor, type Work } from '../../work.js';
import { attemptsOf, signsOf, whyNotWork, type CandidateRow } from './candidate-row.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { sealedTimelineOf } from '../sealed-timeline.js';

interface OpenFile {
  id: string;
  number: string | null;
  status: string;
  organisationName: string;
}
type Row = CandidateRow & {
  organisationName: string;
  person: FoundPerson | null;
  openFile: OpenFile | null;
  timeline: ActivityPart[];
};

/** One candidate: whom it is about (masked), why, who tried what, and what the actor may do now. */
export async function getCandidate(work: Work, id: string) {
  const { actor, data } = work;
  const row = await data.readOne<Row>(
    actor,
    sql`SELECT c.*, o.name AS organisation_name, ${sealedTimelineOf('c')} AS timeline,
          (SELECT json_build_object('id', p.id, 'name', p.name, 'idMasked', p.id_masked, 'sex', p.sex, 'birthDate', p.birth_date, 'phoneMasked', p.phone_masked,
             'employerName', (SELECT e.name FROM employer e WHERE e.id = p.employer_id)) FROM person p WHERE p.id = c.person_id) AS person,
          (SELECT json_build_object('id', f.id, 'number', f.number, 'status', f.status, 'organisationName', h.short_name)
             FROM hardship_seat s JOIN hardship_file f ON f.id = s.file_id JOIN organisation h ON h.id = f.organisation_id
             WHERE s.person_id = c.person_id AND ${visibleTo(actor, 'hardship.read', 'f')}) AS open_file
        FROM hardship_candidate c JOIN organisation o ON o.id = c.organisation_id WHERE c.id = ${id} AND ${visibleTo(actor, 'candidate.read', 'c')}`,
  );
  const on = today(work);
  const signs = signsOf(row);
  const tell = await tellerOf(work, signs);
  const { personId: _, reasons: __, updatedAt: ___, closedBy: ____, closingNoteCipher, person, ...record } = row;
  const rule = eligibilityRuleInForce((await readRulebook(data)).rules, on);
  return {
    ...record,
    person: person && presentPerson(person),
    closingNote: openText(work.secrets, closingNoteCipher),
    timeline: withOpened(work.secrets, row.timeline, 'note'),
    reasons: signs.map(tell),
    overdue: row.status === 'open' && row.dueOn < on,
    attempts: attemptsOf(row).map(({ on: tried, form, result, byName }) => ({ on: tried, form, result, byName })),
    closingDetails: row.closingDetails as Record<string, string> | null,
    criteria: rule ? distinct(criteriaOf(rule).map(({ code, name }) => ({ code, ...name }))) : [],
    actions: candidateActions(actor, row),
  };
}

function candidateActions(actor: Actor, candidate: Row): ActionView[] {
  const why = whyNotWork(actor, candidate);
  const { organisationId, ownerId, openFile } = candidate;
  return [
    action('takeOverCandidate', why ?? (ownerId === actor.id ? refuseCandidate('candidates.already-owner') : undefined)),
    action('assignCandidate', why),
    action('logCandidateAttempt', why),
    action('closeCandidate', why),
    action(
      'draftHardshipFile',
      why ??
        whyNotPermitted(actor, 'hardship.record', { organisationId }) ??
        (openFile ? refuseCandidate('candidates.on-file') : undefined),
    ),
  ];
}

const distinct = <One extends { code: string }>(all: readonly One[]): One[] => [...new Map(all.map((one) => [one.code, one])).values()];
