import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { refusePeople } from '#rules/people/refusals';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { action, type ActionView } from '../actions.js';
import { visibleTo } from '../visible.js';
import { whyNotPermitted, type Actor, type Work } from '../work.js';
import { casesOfPerson, type CaseOfPerson } from './cases-of-person.js';
import { presentPerson } from './person-row.js';
import { visiblePerson } from './visible-person.js';

interface Member {
  personId: string;
  name: string;
  relation: string;
  status: string | null;
  schooling: string | null;
}
type Row = Tables['person'] & {
  employerName: string | null;
  bankAccounts: { id: string; bank: string | null; last4: string }[];
  household: { id: string; members: Member[] } | null;
  cases: CaseOfPerson[];
  merges: { id: string; mergedId: string; reason: string; mergedAt: string; undoneAt: string | null }[];
};

/** 一人一页: who it is (masked), the household, every case that the actor may read. A merged record answers as the one kept. */
export async function getPerson(work: Work, id: string) {
  const { actor } = work;
  const row = await work.data.readOne<Row>(
    actor,
    sql`SELECT p.*, (SELECT e.name FROM employer e WHERE e.id = p.employer_id) AS employer_name, ${casesOfPerson(actor, sql`p.id`)} AS cases,
          coalesce((SELECT json_agg(json_build_object('id', a.id, 'bank', a.bank, 'last4', a.last4) ORDER BY a.created_at, a.id) FROM bank_account a WHERE a.person_id = p.id), '[]') AS bank_accounts,
          coalesce((SELECT json_agg(json_build_object('id', g.id, 'mergedId', g.merged_id, 'reason', g.reason, 'mergedAt', g.merged_at, 'undoneAt', g.undone_at) ORDER BY g.merged_at DESC)
            FROM person_merge g WHERE g.kept_id = p.id), '[]') AS merges,
          (SELECT json_build_object('id', h.id, 'members', (SELECT coalesce(json_agg(json_build_object('personId', m.person_id, 'name', q.name, 'relation', m.relation, 'status', m.status, 'schooling', m.schooling)
              ORDER BY m.relation <> 'holder', m.recorded_at, m.id), '[]') FROM household_member m JOIN person q ON q.id = m.person_id WHERE m.household_id = h.id AND m.left_on IS NULL))
            FROM household h WHERE ${visibleTo(actor, 'hardship.read', 'h')} AND h.id IN (SELECT m.household_id FROM household_member m WHERE m.person_id = p.id AND m.left_on IS NULL)
            ORDER BY h.created_at DESC LIMIT 1) AS household
        FROM person p WHERE p.id = (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id = ${id}) AND ${visiblePerson(actor, 'person.read')}`,
  );
  const { ethnicity, politics, registeredAt, address, employerId, bankAccounts, cases, merges, createdAt, version } = row;
  return {
    ...presentPerson(row),
    ethnicity,
    politics,
    registeredAt,
    address,
    employerId,
    bankAccounts,
    cases,
    merges,
    createdAt,
    version,
    hasHealth: row.healthCipher !== null,
    household: row.household && {
      ...row.household,
      members: row.household.members.map((member) => ({ ...member, name: maskPersonName(member.name) })),
    },
    actions: personActions(actor, row),
  };
}

function personActions(actor: Actor, { merges }: Row): ActionView[] {
  const merging =
    whyNotPermitted(actor, 'person-merge.make') ??
    (actor.rights.get('person-merge.make')?.everything ? undefined : refusePeople('people.merge-city-only'));
  const undone = merges.every((merge) => merge.undoneAt !== null);
  return [
    action('changePerson', whyNotPermitted(actor, 'person.change')),
    action('revealPerson', whyNotPermitted(actor, 'person.reveal')),
    action('mergePeople', merging),
    action('undoMerge', whyNotPermitted(actor, 'person-merge.undo') ?? (undone ? refusePeople('people.no-merge') : undefined)),
  ];
}
