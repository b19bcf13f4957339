import { joined, sql, type Sql } from '#data/sql';
import { disputeNextStep } from '#rules/disputes/next-step';
import { petitionNextStep } from '#rules/petitions/next-step';
import { addDays } from '#rules/shared/plain-date';
import { clockDue, nearestClock } from '../case-parts.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';

interface Row {
  noun: 'dispute' | 'petition';
  id: string;
  number: string | null;
  title: string;
  status: string;
  organisationName: string;
  clock: NearestClock | null;
}
type Which = 'mine' | 'due' | 'overdue';
const MOST = 20;
const steps: Readonly<Record<Row['noun'], Readonly<Record<string, { zh: string; en: string }>>>> = {
  dispute: disputeNextStep,
  petition: petitionNextStep,
};

/** Cases that wait for the actor, or whose time runs out within reach, the most urgent first. */
export async function findTasks(work: Work, which: Which) {
  const statements = [
    ...(work.actor.rights.has('dispute.read') ? [tasksOf(work, 'dispute', which)] : []),
    ...(work.actor.rights.has('petition.read') ? [tasksOf(work, 'petition', which)] : []),
  ];
  if (statements.length === 0) return [];
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT noun, id, number, title, status, organisation_name, clock FROM (${joined(statements, ' UNION ALL ')}) t ORDER BY t.due_on NULLS LAST, t.id LIMIT ${MOST}`,
  );
  return rows.map((task) => {
    const next = steps[task.noun][task.status];
    return {
      ...task,
      clock: lampOfClock(task.clock, work.clockwork, today(work)),
      nextZh: next?.zh ?? '',
      nextEn: next?.en ?? '',
    };
  });
}

function tasksOf(work: Work, noun: Row['noun'], which: Which): Sql {
  const on = today(work);
  const { rules } = work.clockwork;
  const [table, person, handler] =
    noun === 'dispute'
      ? [sql`dispute`, sql`c.applicant_name`, 'mediator_id']
      : [sql`petition`, sql`coalesce(c.petitioner_name, '匿名')`, 'handler_id'];
  const wanted = {
    mine: noun === 'dispute' ? sql`c.mediator_id = ${work.actor.id}` : sql`c.handler_id = ${work.actor.id}`,
    due: clockDue('c', noun, rules, on, addDays(on, 3)),
    overdue: clockDue('c', noun, rules, null, addDays(on, -1)),
  }[which];
  return sql`(SELECT ${noun}::text AS noun, c.id, c.number, concat_ws(' · ', ${person}, c.employer_name) AS title, c.status, o.short_name AS organisation_name, k.clock, k.due_on
    FROM ${table} c JOIN organisation o ON o.id = c.organisation_id LEFT JOIN ${nearestClock('c', rules)} k ON true
    WHERE ${visibleTo(work.actor, noun === 'dispute' ? 'dispute.read' : 'petition.read', 'c', handler)} AND c.status NOT IN ('closed', 'archived') AND ${wanted}
    ORDER BY k.due_on NULLS LAST, c.id LIMIT ${MOST})`;
}
