import { sql, type Sql } from '#data/sql';
import { applyingStatuses, onFileStatuses } from '#rules/hardship/file-lifecycle';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { nearestClock, placeName } from '../case-parts.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
import { fitting, newestOf, type Register } from '../newest.js';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { today, type Work } from '../work.js';
import { fileMeant } from './file-meant.js';
import type { FileRow } from './household/household-of-file.js';

export interface HardshipFilter {
  q?: string | undefined;
  view?: 'all' | 'applying' | 'filed' | 'mine' | 'review' | 'ended';
  status?: string | undefined;
  hardshipClass?: string | undefined;
  mainCause?: string | undefined;
  organisationId?: string | undefined;
  handlerId?: string | undefined;
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

type Shown =
  | 'id'
  | 'number'
  | 'holderId'
  | 'holderName'
  | 'hardshipClass'
  | 'status'
  | 'mainCause'
  | 'householdSize'
  | 'employerName'
  | 'organisationId'
  | 'certificateNo'
  | 'begunOn'
  | 'filedOn'
  | 'reviewOn'
  | 'handlerId'
  | 'handlerName';
type Row = Pick<FileRow, Shown> & { organisationName: string; clock: NearestClock | null };

export const register: Register = { table: 'hardship_file', alias: 'f', day: 'begun_on', permission: 'hardship.read' };

/** Applications and files, newest first; by the person, the number of the file or of the certificate. */
export async function findHardshipFiles(work: Work, filter: HardshipFilter) {
  const { actor, clockwork, data } = work;
  const on = today(work);
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = conditions(work, filter);
  const below = filter.organisationId ? { organisationId: filter.organisationId, on } : undefined;
  const narrow = Boolean(filter.q?.trim() || filter.handlerId) || filter.view === 'mine' || filter.view === 'review';
  const rows = await data.read<Row>(
    actor,
    sql`SELECT f.id, f.number, f.holder_id, f.holder_name, f.hardship_class, f.status, f.main_cause, f.household_size, f.employer_name, f.organisation_id, ${placeName('f')}, f.certificate_no,
          f.begun_on, f.filed_on, f.review_on, f.handler_id, f.handler_name, k.clock
        FROM ${newestOf(actor, register, { where, below, narrow, after, most: filter.limit + 1 })} LEFT JOIN ${nearestClock('f', clockwork.rules)} k ON true
        ORDER BY f.begun_on DESC, f.id DESC`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.begunOn, row.id]);
  // That somebody is in need is itself sensitive: names are masked in the list.
  const items = page.items.map((row) => ({
    ...row,
    holderName: maskPersonName(row.holderName),
    clock: lampOfClock(row.clock, clockwork, on),
  }));
  return { ...page, items, total: filter.count ? await howMany(work, { where, below }) : null };
}

async function howMany({ actor, data }: Work, which: Parameters<typeof fitting>[2]): Promise<number> {
  const { total } = await data.readOne<{ total: number }>(
    actor,
    sql`SELECT count(*) AS total FROM hardship_file f WHERE ${fitting(actor, register, which)}`,
  );
  return total;
}

export function conditions(work: Work, filter: HardshipFilter): Sql {
  const { q, view = 'all', status, hardshipClass, mainCause, handlerId, from, to } = filter;
  const open = [...applyingStatuses, ...onFileStatuses];
  const views = {
    all: sql`true`,
    applying: sql`f.status = ANY (${[...applyingStatuses]})`,
    filed: sql`f.status = ANY (${[...onFileStatuses]})`,
    mine: sql`f.handler_id = ${work.actor.id} AND f.status = ANY (${open})`,
    review: sql`f.status = ANY (${[...onFileStatuses]}) AND f.review_on <= ${today(work)}`,
    ended: sql`f.status <> ALL (${open})`,
  };
  return sql`${views[view]} AND ${fileMeant(work, 'f', q)} ${status ? sql`AND f.status = ${status}` : sql``} ${hardshipClass ? sql`AND f.hardship_class = ${hardshipClass}` : sql``}
    ${mainCause ? sql`AND f.main_cause = ${mainCause}` : sql``} ${handlerId ? sql`AND f.handler_id = ${handlerId}` : sql``}
    ${from ? sql`AND f.begun_on >= ${from}` : sql``} ${to ? sql`AND f.begun_on <= ${to}` : sql``}`;
}
