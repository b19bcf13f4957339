import { joined, raw, sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import { disputeNextStep } from '#rules/disputes/next-step';
import { fileNextStep } from '#rules/hardship/file-lifecycle';
import { RECORDED, waitingFor } from '#rules/hardship/application/whose-step';
import { petitionNextStep } from '#rules/petitions/next-step';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { clockDue, nearestClock } from '../case-parts.js';
import { lampOfClock, type NearestClock } from '../deadlines/view-clocks.js';
import { reviewLamp } from '../hardship/reviews/find-reviews.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';

interface Row {
  noun: 'dispute' | 'petition' | 'hardship';
  id: string;
  number: string | null;
  person: string;
  employerName: string | null;
  status: string;
  organisationName: string;
  clock: NearestClock | null;
  /** The day on which a kept file is looked at again. */
  reviewOn: PlainDate | null;
}
type Which = 'mine' | 'due' | 'overdue';
/** No more than this of each; whoever shows them says so. */
export const MOST = 20;
const steps: Readonly<Record<Row['noun'], Readonly<Record<string, { zh: string; en: string }>>>> = {
  dispute: disputeNextStep,
  petition: petitionNextStep,
  // A file that is kept waits for nothing until its review falls due.
  hardship: { ...fileNextStep, active: { zh: '开始复核', en: 'Begin the review' } },
};

/** Cases that wait for the actor, or whose time runs out within reach, the most urgent first. */
export async function findTasks(work: Work, which: Which) {
  const statements = [
    ...(work.actor.rights.has('dispute.read') ? [tasksOf(work, 'dispute', which)] : []),
    ...(work.actor.rights.has('petition.read') ? [tasksOf(work, 'petition', which)] : []),
    ...(work.actor.rights.has('hardship.read') ? [tasksOf(work, 'hardship', which)] : []),
  ];
  if (statements.length === 0) return [];
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT noun, id, number, person, employer_name, status, organisation_name, clock, review_on FROM (${joined(statements, ' UNION ALL ')}) t ORDER BY t.due_on NULLS LAST, t.id LIMIT ${MOST}`,
  );
  return rows.map(({ person, employerName, reviewOn, ...task }) => {
    const next = steps[task.noun][task.status];
    const name = task.noun === 'hardship' ? maskPersonName(person) : person;
    return {
      ...task,
      title: [name, employerName].filter(Boolean).join(' · '),
      // A review due by risk is due by its own day: the yearly clock, green for months yet, would say otherwise.
      clock:
        which === 'mine' && task.status === 'active' && reviewOn
          ? reviewLamp(work, reviewOn)
          : lampOfClock(task.clock, work.clockwork, today(work)),
      nextZh: next?.zh ?? '',
      nextEn: next?.en ?? '',
    };
  });
}

interface Kind {
  readonly table: Sql;
  readonly person: Sql;
  readonly handler: string;
  readonly reads: Permission;
  readonly waits: Sql;
}
const kinds: Readonly<Record<Row['noun'], Kind>> = {
  dispute: {
    table: sql`dispute`,
    person: sql`c.applicant_name`,
    handler: 'mediator_id',
    reads: 'dispute.read',
    waits: sql`c.status NOT IN ('closed', 'archived')`,
  },
  petition: {
    table: sql`petition`,
    person: sql`coalesce(c.petitioner_name, '匿名')`,
    handler: 'handler_id',
    reads: 'petition.read',
    waits: sql`c.status NOT IN ('closed', 'archived')`,
  },
  // Masked below: that somebody is in need is itself sensitive.
  hardship: {
    table: sql`hardship_file`,
    person: sql`c.holder_name`,
    handler: 'handler_id',
    reads: 'hardship.read',
    waits: sql`c.status = ANY (${[...Object.keys(fileNextStep), 'active']})`,
  },
};

function tasksOf(work: Work, noun: Row['noun'], which: Which): Sql {
  const on = today(work);
  const { rules } = work.clockwork;
  const { table, person, handler, reads, waits } = kinds[noun];
  const wanted = {
    mine: noun === 'hardship' ? mySteps(work) : sql`${raw(`c.${handler}`)} = ${work.actor.id}`,
    due: clockDue('c', noun, rules, on, addDays(on, 3)),
    overdue: clockDue('c', noun, rules, null, addDays(on, -1)),
  }[which];
  const reviewOn = noun === 'hardship' && which === 'mine' ? sql`CASE WHEN c.status = 'active' THEN c.review_on END` : sql`NULL::date`;
  return sql`(SELECT ${noun}::text AS noun, c.id, c.number, ${person} AS person, c.employer_name, c.status, o.short_name AS organisation_name, k.clock, ${reviewOn} AS review_on, coalesce(${reviewOn}, k.due_on) AS due_on
    FROM ${table} c JOIN organisation o ON o.id = c.organisation_id LEFT JOIN ${nearestClock('c', rules)} k ON true
    WHERE ${visibleTo(work.actor, reads, 'c', noun === 'hardship' ? undefined : handler)} AND ${waits} AND ${wanted}
    ORDER BY due_on NULLS LAST, c.id LIMIT ${MOST})`;
}

/** A file goes through many hands: its handler's while it is written, then whoever checks, reviews or approves at its office. */
function mySteps(work: Work): Sql {
  const { actor } = work;
  const mine = sql`c.handler_id = ${actor.id} AND (c.status = ANY (${[...waitingFor(RECORDED)]}) OR c.status = 'active' AND c.review_on <= ${today(work)})`;
  const office = (['hardship.check', 'hardship.review', 'hardship.approve'] as const)
    .filter((permission) => actor.rights.has(permission))
    .map((permission) => sql`c.status = ANY (${[...waitingFor(permission)]}) AND ${visibleTo(actor, permission, 'c')}`);
  if (office.length === 0) return mine;
  return sql`(${mine} OR c.organisation_id = ${actor.organisationId} AND (${joined(office, ' OR ')}))`;
}
