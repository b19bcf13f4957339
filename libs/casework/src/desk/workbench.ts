import { sql } from '#data/sql';
import { addMonths, firstOfMonth } from '#rules/shared/plain-date';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';
import { findTasks, MOST } from './tasks.js';
import { countTiles } from './tiles.js';

interface Month {
  month: string;
  disputes: number;
  petitions: number;
}
interface RunningImport {
  id: string;
  fileName: string;
  status: string;
  rowsDone: number;
  rowsTotal: number | null;
}

/** 工作台: what waits for this person, every number within this person's own reach. */
export async function getWorkbench(work: Work) {
  const [tiles, mine, due, overdue, months, imports] = await Promise.all([
    countTiles(work),
    findTasks(work, 'mine'),
    findTasks(work, 'due'),
    findTasks(work, 'overdue'),
    lastMonths(work),
    runningImports(work),
  ]);
  return { today: today(work), tiles, most: MOST, mine, due, overdue, months, imports };
}

/** Cases registered in each of the last twelve months. */
function lastMonths(work: Work): Promise<Month[]> {
  const { actor, data } = work;
  const from = addMonths(firstOfMonth(today(work)), -11);
  const counted = (table: 'dispute' | 'petition') =>
    table === 'dispute'
      ? sql`SELECT date_trunc('month', d.registered_on) AS month, count(*) AS n FROM dispute d WHERE d.registered_on >= ${from} AND ${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')} GROUP BY 1`
      : sql`SELECT date_trunc('month', p.registered_on) AS month, count(*) AS n FROM petition p WHERE p.registered_on >= ${from} AND ${visibleTo(actor, 'petition.read', 'p', 'handler_id')} GROUP BY 1`;
  return data.read<Month>(
    actor,
    sql`SELECT to_char(m, 'YYYY-MM') AS month, coalesce(d.n, 0) AS disputes, coalesce(p.n, 0) AS petitions FROM generate_series(${from}::date, ${from}::date + interval '11 months', interval '1 month') m
        LEFT JOIN (${counted('dispute')}) d ON d.month = m LEFT JOIN (${counted('petition')}) p ON p.month = m ORDER BY m`,
  );
}

function runningImports(work: Work): Promise<RunningImport[]> {
  return work.data.read<RunningImport>(
    work.actor,
    sql`SELECT i.id, i.file_name, i.status, i.rows_done, i.rows_total FROM import i WHERE ${visibleTo(work.actor, 'import.read', 'i')} AND i.status IN ('running', 'reversing') ORDER BY i.created_at DESC LIMIT 10`,
  );
}
