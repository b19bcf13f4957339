import { sql } from '#data/sql';
import { publicNoticeKinds, type NoticeKind } from '#rules/hardship/notices/notices';
import type { PlainDate } from '#rules/shared/plain-date';
import { fitting, newestOf, type Register } from '../../newest.js';
import { DAY, ID, pageOf, readCursor } from '../../paging.js';
import { today, type Work } from '../../work.js';

export interface NoticeQuery {
  organisationId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

interface Row {
  id: string;
  fileId: string;
  kind: NoticeKind;
  givenOn: PlainDate;
  endsOn: PlainDate;
  suspended: boolean;
  phone: string;
  place: string | null;
  text: string;
  hardshipClass: string | null;
  organisationName: string;
}

const register: Register = { table: 'hardship_notice', alias: 'n', day: 'given_on', permission: 'hardship.read' };

/** The wall: public notices that run, within reach, masked as they were put up. What has run its days hangs here no more. */
export async function findNotices(work: Work, query: NoticeQuery) {
  const { actor, data } = work;
  const after = readCursor(query.cursor, [DAY, ID]);
  const most = query.limit + 1;
  const below = query.organisationId ? { organisationId: query.organisationId, on: today(work) } : undefined;
  // Its days over, it comes down, also where the decision that it was for is still to be made.
  const where = sql`n.ended_on IS NULL AND n.kind = ANY (${[...publicNoticeKinds]})
    AND EXISTS (SELECT FROM clock c WHERE c.id = n.clock_id AND (c.due_on >= ${today(work)} OR c.state = 'suspended'))`;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT n.id, n.file_id, n.kind, n.given_on, k.due_on AS ends_on, k.state = 'suspended' AS suspended, n.phone, n.place, n.text_zh AS text, coalesce(n.class_wanted, f.hardship_class) AS hardship_class, o.name AS organisation_name
        FROM ${newestOf(actor, register, { where, below, narrow: true, after, most })} JOIN clock k ON k.id = n.clock_id JOIN hardship_file f ON f.id = n.file_id JOIN organisation o ON o.id = n.organisation_id
        ORDER BY n.given_on DESC, n.id DESC`,
  );
  const page = pageOf(rows, query.limit, (row) => [row.givenOn, row.id]);
  if (!query.count) return { ...page, total: null };
  const { total } = await data.readOne<{ total: number }>(
    actor,
    sql`SELECT count(*) AS total FROM hardship_notice n WHERE ${fitting(actor, register, { where, below })}`,
  );
  return { ...page, total };
}
