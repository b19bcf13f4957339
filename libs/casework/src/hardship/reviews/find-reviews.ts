import { sql, type Sql } from '#data/sql';
import { lampOf } from '#rules/deadlines/clock-status';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { fileMovesFrom } from '#rules/hardship/file-operations';
import { inSightUntil } from '#rules/hardship/reviews/hand-reviews';
import type { ReviewReason } from '#rules/hardship/reviews/review-calendar';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { addMonths, diffDays, firstOfMonth, plainDate, type PlainDate } from '#rules/shared/plain-date';
import { Refusal } from '#rules/shared/refusal';
import { workdaysBetween } from '#rules/shared/working-days';
import { action } from '../../actions.js';
import { fitting, type Register } from '../../newest.js';
import { DAY, ID, pageOf, readCursor } from '../../paging.js';
import { today, type Work } from '../../work.js';
import { whyMayNotMove, type FileRow } from '../move-file.js';
import { reasonsOf } from './plan-review.js';

export interface ReviewFilter {
  /** mine: on my list and due or in sight; all: the same of everybody; overdue; year: whatever is on file */
  view: 'mine' | 'all' | 'overdue' | 'year';
  /** YYYY-MM */
  month?: string | undefined;
  reason?: ReviewReason | undefined;
  organisationId?: string | undefined;
  handlerId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

type Row = Pick<
  FileRow,
  | 'id'
  | 'number'
  | 'holderName'
  | 'hardshipClass'
  | 'status'
  | 'organisationId'
  | 'handlerId'
  | 'handlerName'
  | 'reviewedOn'
  | 'filedOn'
  | 'reviewReasons'
  | 'version'
> & { organisationName: string; reviewOn: PlainDate };

const register: Register = { table: 'hardship_file', alias: 'f', day: 'review_on', permission: 'hardship.read' };
/** Yellow so many days before, red so many: as the yearly review's own clock reminds. */
const REMINDERS = [60, 30];

/** Files whose review is due, the most urgent first, with what calls for it and whether it can be begun. */
export async function findReviews(work: Work, filter: ReviewFilter) {
  const { actor, data } = work;
  const on = today(work);
  const after = readCursor(filter.cursor, [DAY, ID]);
  const below = filter.organisationId ? { organisationId: filter.organisationId, on } : undefined;
  const where = conditionOf(work, filter);
  const rows = await data.read<Row>(
    actor,
    sql`SELECT f.id, f.number, f.holder_name, f.hardship_class, f.status, f.organisation_id, o.short_name AS organisation_name, f.handler_id, f.handler_name, f.reviewed_on, f.filed_on, f.review_on, f.review_reasons, f.version
        FROM hardship_file f JOIN organisation o ON o.id = f.organisation_id WHERE ${fitting(actor, register, { where, below })}
          ${after ? sql`AND (f.review_on, f.id) > (${after[0]}, ${after[1]})` : sql``} ORDER BY f.review_on, f.id LIMIT ${filter.limit + 1}`,
  );
  const page = pageOf(rows, filter.limit, (row) => [row.reviewOn, row.id]);
  const shown = { ...page, items: page.items.map((row) => shownRow(work, row)) };
  if (!filter.count) return shown;
  const { total } = await data.readOne<{ total: number }>(
    actor,
    sql`SELECT count(*) AS total FROM hardship_file f WHERE ${fitting(actor, register, { where, below })}`,
  );
  return { ...shown, total };
}

/** How many reviews fall into each month from this one on, and how many are overdue: the calendar above the list. */
export async function reviewMonths(work: Work, { view, organisationId }: Pick<ReviewFilter, 'view' | 'organisationId'>) {
  const on = today(work);
  const until = addMonths(firstOfMonth(on), 12);
  const below = organisationId ? { organisationId, on } : undefined;
  const whose = view === 'mine' ? sql`f.handler_id = ${work.actor.id}` : sql`true`;
  const where = sql`${onFile} AND ${whose} AND f.review_on < ${until}`;
  const rows = await work.data.read<{ month: string | null; files: number }>(
    work.actor,
    sql`SELECT CASE WHEN f.review_on < ${on} THEN NULL ELSE to_char(f.review_on, 'YYYY-MM') END AS month, count(*) AS files FROM hardship_file f
        WHERE ${fitting(work.actor, register, { where, below })} GROUP BY 1`,
  );
  const filesIn = new Map(rows.map(({ month, files }) => [month, files]));
  const months = Array.from({ length: 12 }, (_, at) => addMonths(firstOfMonth(on), at).slice(0, 7));
  return { overdue: filesIn.get(null) ?? 0, months: months.map((month) => ({ month, files: filesIn.get(month) ?? 0 })) };
}

const onFile = sql`f.status IN ('active', 'under_review', 'class_notice', 'class_objected', 'exit_notice', 'exit_objected')`;

function conditionOf(work: Work, { view, month, reason, handlerId }: ReviewFilter): Sql {
  const on = today(work);
  const views = {
    mine: sql`f.handler_id = ${work.actor.id} AND f.review_on <= ${inSightUntil(on)}`,
    all: sql`f.review_on <= ${inSightUntil(on)}`,
    overdue: sql`f.review_on < ${on}`,
    year: sql`f.review_on IS NOT NULL`,
  };
  // A month may lie beyond what is in sight: then only whose it is counts.
  const whole = view === 'mine' ? sql`f.handler_id = ${work.actor.id}` : sql`true`;
  const first = month ? plainDate(`${month}-01`) : undefined;
  const wanted = first ? sql`${whole} AND f.review_on >= ${first} AND f.review_on < ${addMonths(first, 1)}` : views[view];
  return sql`${onFile} AND ${wanted} ${reason ? sql`AND f.review_reasons @> ${JSON.stringify([{ reason }])}::jsonb` : sql``} ${handlerId ? sql`AND f.handler_id = ${handlerId}` : sql``}`;
}

function shownRow(work: Work, { reviewReasons, filedOn, reviewedOn, ...row }: Row) {
  const moves = fileMovesFrom('beginReview', row.status as FileStatus);
  return {
    ...row,
    holderName: maskPersonName(row.holderName),
    reviewedOn: reviewedOn ?? filedOn,
    reasons: reasonsOf({ reviewReasons }),
    clock: reviewLamp(work, row.reviewOn),
    actions: [action('beginReview', whyMayNotMove(work.actor, 'beginReview', row) ?? (moves instanceof Refusal ? moves : undefined))],
  };
}

/** The lamp of a review by its own day, in the shape of a clock's. */
export function reviewLamp(work: Work, dueOn: PlainDate) {
  const on = today(work);
  const overdue = on > dueOn;
  return {
    code: 'H3',
    dueOn,
    lamp: lampOf(overdue ? 'overdue' : 'running', diffDays(on, dueOn), REMINDERS),
    remainingWorkingDays: workdaysBetween(work.clockwork.calendar, on, dueOn),
    remainingDays: diffDays(on, dueOn),
  };
}
