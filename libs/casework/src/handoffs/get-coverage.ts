import { joined, raw, sql, type Sql } from '#data/sql';
import { coverageFigureCodes, coverageFigures, type CoverageFigure } from '#rules/hardship/finder/coverage-figures';
import type { PlainDate } from '#rules/shared/plain-date';
import { visibleTo } from '../visible.js';
import { mustBePermitted, today, type Actor, type Work } from '../work.js';
import { counted, isOfFiles } from './coverage-conditions.js';

type Figures = Partial<Record<CoverageFigure, number>>;
interface Branch {
  organisationId: string;
  name: string;
  /** the organisation itself, without what is below it */
  own: boolean;
  centre: boolean;
}

/** 应帮尽帮台账: every centre below an organisation, and the organisation itself, in rows that add up. */
export async function getCoverage(work: Work, { organisationId }: { organisationId?: string | undefined }) {
  const { actor, data } = work;
  const on = today(work);
  const root = organisationId ?? (await topOf(work));
  mustBePermitted(actor, 'candidate.read', { organisationId: root });
  const figures = coverageFigureCodes.filter((figure) => mayKnow(actor, figure));
  const [branches, ofFiles, ofCandidates] = await Promise.all([
    data.read<Branch>(
      actor,
      sql`${placesBelow(root, on)} SELECT o.id AS organisation_id, o.short_name AS name, o.id = ${root} AS own,
            EXISTS (SELECT FROM service_site s WHERE s.organisation_id = o.id AND s.kind = 'centre') AS centre
          FROM organisation o WHERE o.id IN (SELECT branch FROM places) AND o.dissolved_on IS NULL ORDER BY own DESC, o.division_code, o.kind, o.id`,
    ),
    count(work, root, on, figures.filter(isOfFiles), sql`hardship_file f`, 'f'),
    count(work, root, on, figures.filter((figure) => !isOfFiles(figure)), sql`hardship_candidate c`, 'c'),
  ]); // prettier-ignore
  const zero: Figures = Object.fromEntries(figures.map((figure) => [figure, 0]));
  const rows = branches.flatMap(({ organisationId: id, name, own, centre }) => {
    const values: Figures = { ...zero, ...ofFiles.get(id), ...ofCandidates.get(id) };
    return centre || own || Object.values(values).some((value) => value > 0) ? [{ organisationId: id, name, own, figures: values }] : [];
  });
  const total = Object.fromEntries(figures.map((figure) => [figure, rows.reduce((sum, row) => sum + (row.figures[figure] ?? 0), 0)]));
  return { organisationId: root, on, rows, total };
}

/** Where the actor stands highest: the whole city, or the own organisation. */
export async function topOf({ actor, data }: Work): Promise<string> {
  if (!actor.rights.get('candidate.read')?.everything) return actor.organisationId;
  const [city] = await data.read<{ id: string }>(actor, sql`SELECT id FROM organisation WHERE bangfu.is_root(id) LIMIT 1`);
  return city?.id ?? actor.organisationId;
}

export const mayKnow = ({ rights }: Actor, figure: CoverageFigure): boolean =>
  coverageFigures[figure].needs.every((need) => rights.has(need));

/** Every organisation below the root with the child of the root in whose branch it lies; the root is a branch of its own. */
export function placesBelow(root: string, on: PlainDate): Sql {
  const holds = (alias: string): Sql =>
    sql`${raw(alias)}.valid_from <= ${on} AND (${raw(alias)}.valid_to IS NULL OR ${raw(alias)}.valid_to > ${on})`;
  return sql`WITH RECURSIVE below AS (
      SELECT p.organisation_id AS id, p.organisation_id AS branch FROM organisation_parent p WHERE p.parent_id = ${root} AND ${holds('p')}
      UNION SELECT q.organisation_id, b.branch FROM organisation_parent q JOIN below b ON q.parent_id = b.id WHERE ${holds('q')}
    ), places AS (SELECT id, branch FROM below UNION SELECT ${root}::uuid, ${root}::uuid)`;
}

async function count(
  { actor, data }: Work,
  root: string,
  on: PlainDate,
  figures: readonly CoverageFigure[],
  table: Sql,
  alias: 'f' | 'c',
): Promise<Map<string, Figures>> {
  if (figures.length === 0) return new Map();
  const counts = joined(
    figures.map((figure) => sql`count(*) FILTER (WHERE ${counted(figure, on)})`),
    ', ',
  );
  const place = raw(`${alias}.organisation_id`);
  const rows = await data.readSlowly<{ branch: string; values: number[] }>(
    actor,
    sql`${placesBelow(root, on)} SELECT l.branch, json_build_array(${counts}) AS values FROM places l JOIN ${table} ON ${place} = l.id
        WHERE ${visibleTo(actor, alias === 'f' ? 'hardship.read' : 'candidate.read', alias)} GROUP BY l.branch`,
  );
  return new Map(rows.map(({ branch, values }) => [branch, Object.fromEntries(figures.map((figure, i) => [figure, values[i]]))]));
}
