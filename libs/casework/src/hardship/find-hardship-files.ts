import { joined, sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { fitting, newestOf, type Register } from '../newest.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { personMeant } from '../people/person-meant.js';
import { today, type Work } from '../work.js';

export interface HardshipFilter {
  q?: string | undefined;
  hardshipClass?: string | undefined;
  mainCause?: string | undefined;
  organisationId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

const register: Register = { table: 'hardship_file', alias: 'f', day: 'filed_on', permission: 'hardship.read' };

/** The register of hardship files, newest first; by the person, the number of the file or of the certificate. */
export async function findHardshipFiles(work: Work, filter: HardshipFilter) {
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = joined(
    [
      sql`true`,
      ...(filter.q
        ? [sql`(${personMeant(work, sql`f.holder_id`, filter.q)} OR f.number = ${filter.q} OR f.certificate_no = ${filter.q})`]
        : []),
      ...(filter.hardshipClass ? [sql`f.hardship_class = ${filter.hardshipClass}`] : []),
      ...(filter.mainCause ? [sql`f.main_cause = ${filter.mainCause}`] : []),
      ...(filter.from ? [sql`f.filed_on >= ${filter.from}`] : []),
      ...(filter.to ? [sql`f.filed_on <= ${filter.to}`] : []),
    ],
    ' AND ',
  );
  const below = filter.organisationId ? { organisationId: filter.organisationId, on: today(work) } : undefined;
  const most = filter.limit + 1;
  const rows = await work.data.read<{ id: string; filedOn: PlainDate; holderName: string }>(
    work.actor,
    sql`SELECT f.id, f.number, f.holder_id, f.holder_name, f.hardship_class, f.status, f.main_cause, f.household_size, f.employer_name, f.organisation_id, o.short_name AS organisation_name, f.certificate_no, f.filed_on
        FROM ${newestOf(work.actor, register, { where, below, narrow: Boolean(filter.q), after, most })} JOIN organisation o ON o.id = f.organisation_id ORDER BY f.filed_on DESC, f.id DESC`,
  );
  // That somebody is in need is itself sensitive: names are masked in the list.
  const masked = rows.map((row) => ({ ...row, holderName: maskPersonName(row.holderName) }));
  const page = pageOf(masked, filter.limit, (row) => [row.filedOn, row.id]);
  if (!filter.count) return page;
  const [{ total } = { total: 0 }] = await work.data.read<{ total: number }>(
    work.actor,
    sql`SELECT count(*) AS total FROM hardship_file f WHERE ${fitting(work.actor, register, { where, below })}`,
  );
  return { ...page, total };
}
