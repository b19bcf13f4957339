import { sql } from '#data/sql';
import type { ElsewherePurpose } from '#rules/hardship/elsewhere/elsewhere';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { ID, INSTANT, pageOf, readCursor } from '../../paging.js';
import { visiblePerson } from '../../people/visible-person.js';
import { visibleTo } from '../../visible.js';
import type { Actor, Work } from '../../work.js';

export interface ElsewhereFilter {
  /** ours: what others asked and we were named for; asked: what we asked */
  view: 'ours' | 'asked';
  fileId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

interface Row {
  id: string;
  askedAt: Date;
  askedByName: string;
  organisationId: string;
  organisationName: string;
  otherOrganisationName: string | null;
  purpose: ElsewherePurpose;
  answer: boolean;
  personId: string | null;
  personName: string | null;
  fileId: string | null;
}

/** Questions of ours and about ours, newest first. Whoever is not ours to see has no name here. */
export async function findElsewhereQuestions(work: Work, filter: ElsewhereFilter) {
  const { actor, data } = work;
  const after = readCursor(filter.cursor, [INSTANT, ID]);
  const where = sql`${whose(actor, filter.view)} ${filter.fileId ? sql`AND q.file_id = ${filter.fileId}` : sql``}`;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT q.id, q.asked_at, q.asked_by_name, q.organisation_id, o.short_name AS organisation_name, oo.short_name AS other_organisation_name, q.purpose, q.answer,
          p.id AS person_id, p.name AS person_name, f.id AS file_id
        FROM elsewhere_question q JOIN organisation o ON o.id = q.organisation_id LEFT JOIN organisation oo ON oo.id = q.other_organisation_id
        LEFT JOIN person p ON p.id = q.person_id AND ${visiblePerson(actor, 'person.read')} LEFT JOIN hardship_file f ON f.id = q.file_id AND ${visibleTo(actor, 'hardship.read', 'f')}
        WHERE ${where} ${after ? sql`AND (q.asked_at, q.id) < (${after[0]}, ${after[1]})` : sql``} ORDER BY q.asked_at DESC, q.id DESC LIMIT ${filter.limit + 1}`,
  );
  const masked = rows.map((row) => ({ ...row, personName: row.personName && maskPersonName(row.personName) }));
  const page = pageOf(masked, filter.limit, (row) => [row.askedAt.toISOString(), row.id]);
  if (!filter.count) return page;
  const { total } = await data.readOne<{ total: number }>(actor, sql`SELECT count(*) AS total FROM elsewhere_question q WHERE ${where}`);
  return { ...page, total };
}

function whose(actor: Actor, view: ElsewhereFilter['view']) {
  const place = actor.rights.get('hardship.read');
  if (!place) return sql`false`;
  const named = view === 'ours' ? sql`q.other_organisation_id` : sql`q.organisation_id`;
  return place.everything ? sql`${named} IS NOT NULL` : sql`${named} = ANY (${[...place.organisationIds]})`;
}
