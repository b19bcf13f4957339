import { joined, sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import { readSearchText, type SearchText } from '#rules/people/search-text';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { caseMeant } from '../case-search.js';
import { fileMeant } from '../hardship/file-meant.js';
import { employerMeant } from '../organisations/employer-meant.js';
import { personMeant } from '../people/person-meant.js';
import { visiblePerson } from '../people/visible-person.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';

interface Hit {
  noun: string;
  id: string;
  title: string;
  subtitle: string;
}
interface Group {
  noun: string;
  permission: Permission;
  /** the kinds of text by which it can be found */
  by: readonly SearchText['kind'][];
  found: (work: Work, q: string, most: number) => Sql;
}

const caseKinds = ['name', 'id', 'phone', 'number', 'digits', 'code'] as const;

/** In the order in which they are shown. Each statement gives noun, id, title and subtitle, at most so many. */
const groups: readonly Group[] = [
  {
    noun: 'person',
    permission: 'person.read',
    by: ['name', 'pinyin', 'id', 'phone'],
    found: (work, q, most) => sql`SELECT 'person', p.id, p.name, concat_ws(' · ', p.id_masked, p.phone_masked) FROM person p
      WHERE ${visiblePerson(work.actor, 'person.read')} AND p.merged_into IS NULL AND ${personMeant(work, sql`p.id`, q, null, most)} ORDER BY p.id DESC LIMIT ${most}`,
  },
  {
    noun: 'employer',
    permission: 'employer.read',
    by: ['name', 'pinyin', 'code', 'digits'],
    found: (work, q, most) =>
      sql`SELECT 'employer', e.id, e.name, coalesce(e.uscc, e.org_code, '') FROM employer e WHERE ${employerMeant(work, q, null, most)} ORDER BY e.id DESC LIMIT ${most}`,
  },
  {
    noun: 'dispute',
    permission: 'dispute.read',
    by: caseKinds,
    found: (
      work,
      q,
      most,
    ) => sql`SELECT 'dispute', d.id, concat_ws(' · ', d.applicant_name, d.employer_name), coalesce(d.number, '') FROM dispute d
      WHERE ${visibleTo(work.actor, 'dispute.read', 'd', 'mediator_id')} AND ${caseMeant(work, 'dispute', 'd', q, most)} ORDER BY d.registered_on DESC, d.id DESC LIMIT ${most}`,
  },
  {
    noun: 'petition',
    permission: 'petition.read',
    by: caseKinds,
    found: (
      work,
      q,
      most,
    ) => sql`SELECT 'petition', t.id, concat_ws(' · ', coalesce(t.petitioner_name, '匿名'), t.employer_name), coalesce(t.number, '') FROM petition t
      WHERE ${visibleTo(work.actor, 'petition.read', 't', 'handler_id')} AND ${caseMeant(work, 'petition', 't', q, most)} ORDER BY t.registered_on DESC, t.id DESC LIMIT ${most}`,
  },
  {
    noun: 'hardship',
    permission: 'hardship.read',
    by: ['name', 'pinyin', 'id', 'phone', 'number', 'digits'],
    found: (work, q, most) => sql`SELECT 'hardship', h.id, h.holder_name, coalesce(h.number, h.certificate_no, '') FROM hardship_file h
      WHERE ${visibleTo(work.actor, 'hardship.read', 'h')} AND ${fileMeant(work, 'h', q, 500)} ORDER BY h.begun_on DESC, h.id DESC LIMIT ${most}`,
  },
  {
    noun: 'legal-aid',
    permission: 'legal-aid.read',
    by: ['name', 'id', 'phone', 'code'],
    found: (
      work,
      q,
      most,
    ) => sql`SELECT 'legal-aid', l.id, concat_ws(' · ', l.person_name, l.employer_name), coalesce(l.number, '') FROM legal_aid_matter l
      WHERE ${visibleTo(work.actor, 'legal-aid.read', 'l', 'lawyer_id')} AND ${caseMeant(work, 'legal-aid', 'l', q, most)} ORDER BY l.started_on DESC, l.id DESC LIMIT ${most}`,
  },
];
const MASKED: ReadonlySet<string> = new Set(['person', 'hardship']);

/** One box for everything: what the text can mean is asked of every register that the actor may read, in one statement. */
export async function searchAll(
  work: Work,
  { q, limit }: { q: string; limit: number },
): Promise<{ groups: { noun: string; hits: Hit[] }[] }> {
  const { kind } = readSearchText(q, today(work));
  const asked = groups.filter((group) => group.by.includes(kind) && work.actor.rights.has(group.permission));
  if (asked.length === 0) return { groups: [] };
  const statements = asked.map((group) => sql`(${group.found(work, q, limit)})`);
  const hits = await work.data.read<Hit>(
    work.actor,
    sql`SELECT * FROM (${joined(statements, ' UNION ALL ')}) AS hits (noun, id, title, subtitle)`,
  );
  return {
    groups: asked
      .map(({ noun }) => ({
        noun,
        hits: hits.filter((hit) => hit.noun === noun).map((hit) => (MASKED.has(noun) ? { ...hit, title: maskPersonName(hit.title) } : hit)),
      }))
      .filter((group) => group.hits.length > 0),
  };
}
