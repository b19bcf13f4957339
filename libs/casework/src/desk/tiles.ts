import { joined, sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { clockDue } from '../case-parts.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';

type Tone = 'calm' | 'warn' | 'alarm';
interface Tile {
  key: string;
  zh: string;
  en: string;
  tone: Tone;
  /** the list that it opens; its count is the tile's number */
  path: string;
  /** whose work it is */
  permission: Permission;
  count: (work: Work) => Sql;
}

const disputes =
  (where: (work: Work, on: PlainDate) => Sql) =>
  (work: Work): Sql =>
    sql`SELECT count(*) FROM dispute d WHERE ${visibleTo(work.actor, 'dispute.read', 'd', 'mediator_id')} AND ${where(work, today(work))}`;
const petitions =
  (where: (work: Work, on: PlainDate) => Sql) =>
  (work: Work): Sql =>
    sql`SELECT count(*) FROM petition p WHERE ${visibleTo(work.actor, 'petition.read', 'p', 'handler_id')} AND ${where(work, today(work))}`;

const tiles: readonly Tile[] = [
  {
    key: 'disputes-applied',
    zh: '待受理争议',
    en: 'Disputes to accept',
    tone: 'warn',
    path: '/disputes?status=applied',
    permission: 'dispute.accept',
    count: disputes(() => sql`d.status = 'applied'`),
  },
  {
    key: 'disputes-accepted',
    zh: '待指派调解员',
    en: 'Disputes to assign',
    tone: 'warn',
    path: '/disputes?status=accepted',
    permission: 'dispute.assign',
    count: disputes(() => sql`d.status = 'accepted'`),
  },
  {
    key: 'disputes-mine',
    zh: '我的调解',
    en: 'My mediations',
    tone: 'calm',
    path: '/disputes?view=mine',
    permission: 'dispute.mediate',
    count: disputes((work) => sql`d.mediator_id = ${work.actor.id} AND d.status NOT IN ('closed', 'archived')`),
  },
  {
    key: 'disputes-due',
    zh: '争议三日内到期',
    en: 'Disputes due in three days',
    tone: 'warn',
    path: '/disputes?view=due',
    permission: 'dispute.read',
    count: disputes((work, on) => clockDue('d', 'dispute', work.clockwork.rules, on, addDays(on, 3))),
  },
  {
    key: 'disputes-overdue',
    zh: '争议超期',
    en: 'Disputes overdue',
    tone: 'alarm',
    path: '/disputes?view=overdue',
    permission: 'dispute.read',
    count: disputes((work, on) => clockDue('d', 'dispute', work.clockwork.rules, null, addDays(on, -1))),
  },
  {
    key: 'petitions-registered',
    zh: '待甄别信访',
    en: 'Petitions to sort',
    tone: 'warn',
    path: '/petitions?status=registered',
    permission: 'petition.sort',
    count: petitions(() => sql`p.status = 'registered'`),
  },
  {
    key: 'petitions-mine',
    zh: '我的信访',
    en: 'My petitions',
    tone: 'calm',
    path: '/petitions?view=mine',
    permission: 'petition.handle',
    count: petitions((work) => sql`p.handler_id = ${work.actor.id} AND p.status NOT IN ('closed', 'archived')`),
  },
  {
    key: 'petitions-due',
    zh: '信访三日内到期',
    en: 'Petitions due in three days',
    tone: 'warn',
    path: '/petitions?view=due',
    permission: 'petition.read',
    count: petitions((work, on) => clockDue('p', 'petition', work.clockwork.rules, on, addDays(on, 3))),
  },
  {
    key: 'petitions-overdue',
    zh: '信访超期',
    en: 'Petitions overdue',
    tone: 'alarm',
    path: '/petitions?view=overdue',
    permission: 'petition.read',
    count: petitions((work, on) => clockDue('p', 'petition', work.clockwork.rules, null, addDays(on, -1))),
  },
  {
    key: 'hardship-files',
    zh: '困难职工档案',
    en: 'Hardship files',
    tone: 'calm',
    path: '/hardship-files',
    permission: 'hardship.record',
    count: ({ actor }) => sql`SELECT count(*) FROM hardship_file h WHERE ${visibleTo(actor, 'hardship.read', 'h')}`,
  },
];

/** The numbers at the top of the desk: those of the actor's own work, each counted as its list counts. */
export async function countTiles(work: Work) {
  const mine = tiles.filter((tile) => work.actor.rights.has(tile.permission));
  if (mine.length === 0) return [];
  const counts = joined(
    mine.map((tile) => sql`(${tile.count(work)})`),
    ', ',
  );
  const { values } = await work.data.readOne<{ values: number[] }>(work.actor, sql`SELECT json_build_array(${counts}) AS values`);
  return mine.map(({ key, zh, en, tone, path }, i) => ({ key, zh, en, tone, path, value: values[i] ?? 0 }));
}
