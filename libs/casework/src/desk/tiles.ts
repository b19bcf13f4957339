import { joined, sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
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
const files =
  (where: (work: Work, on: PlainDate) => Sql) =>
  (work: Work): Sql =>
    sql`SELECT count(*) FROM hardship_file h WHERE ${visibleTo(work.actor, 'hardship.read', 'h')} AND ${where(work, today(work))}`;
const candidates =
  (where: (work: Work, on: PlainDate) => Sql) =>
  (work: Work): Sql =>
    sql`SELECT count(*) FROM hardship_candidate c WHERE ${visibleTo(work.actor, 'candidate.read', 'c')} AND c.status = 'open' AND ${where(work, today(work))}`;

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
    key: 'hardship-mine',
    zh: '我的困难档案',
    en: 'My hardship files',
    tone: 'calm',
    path: '/hardship-files?view=mine',
    permission: 'hardship.record',
    count: files((work) => sql`h.handler_id = ${work.actor.id} AND bangfu.file_is_open(h.status)`),
  },
  {
    key: 'hardship-submitted',
    zh: '待初审申请',
    en: 'Applications to check',
    tone: 'warn',
    path: '/hardship-files?status=submitted',
    permission: 'hardship.check',
    count: files(() => sql`h.status = 'submitted'`),
  },
  {
    key: 'hardship-verified',
    zh: '待复审申请',
    en: 'Applications to review',
    tone: 'warn',
    path: '/hardship-files?status=verified',
    permission: 'hardship.review',
    count: files(() => sql`h.status = 'verified'`),
  },
  {
    key: 'hardship-notice',
    zh: '公示中申请',
    en: 'Applications on notice',
    tone: 'calm',
    path: '/hardship-files?status=notice',
    permission: 'hardship.approve',
    count: files(() => sql`h.status = 'notice'`),
  },
  {
    key: 'hardship-review',
    zh: '到期复核',
    en: 'Files to review',
    tone: 'warn',
    path: '/hardship-files?view=review',
    permission: 'hardship.record',
    count: files((_, on) => sql`h.status = ANY (${[...onFileStatuses]}) AND h.review_on <= ${on}`),
  },
  {
    key: 'candidates-mine',
    zh: '我负责的线索',
    en: 'Candidates of mine',
    tone: 'warn',
    path: '/candidates?view=mine',
    permission: 'candidate.work',
    count: candidates(({ actor }) => sql`c.owner_id = ${actor.id}`),
  },
  {
    key: 'candidates-overdue',
    zh: '线索逾期',
    en: 'Candidates overdue',
    tone: 'alarm',
    path: '/candidates?view=overdue',
    permission: 'candidate.work',
    count: candidates((_, on) => sql`c.due_on < ${on}`),
  },
  {
    key: 'hardship-files',
    zh: '在档困难职工',
    en: 'Files kept',
    tone: 'calm',
    path: '/hardship-files?view=filed',
    permission: 'hardship.record',
    count: files(() => sql`h.status = ANY (${[...onFileStatuses]})`),
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
