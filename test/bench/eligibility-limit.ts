/**
 * What the trial of a policy is held against: one statement that scans the same households in plain columns, judges the
 * criteria of rule R3.2 (as read in prisma/seed/data/eligibility-rules.json) under both sets of thresholds, and writes the
 * same rows into the same table. SQL's own NULL is the unknown of the rules.
 */
import pg from 'pg';

/** In percent of the standard, fen, months or dwellings, as the criteria compare. */
export interface Thresholds {
  severe: number;
  deep: number;
  relative: number;
  sudden: number;
  temporary: number;
  temporaryMedical: number;
  dwellings: number;
  labourMonths: number;
}

const STANDARD = 120_800;
const CAP = 12 * STANDARD;
const limit = (percent: number): number => Math.round((STANDARD * percent) / 100);
/** sum ÷ months rounded half up, below or at most so many fen, without dividing. */
const below = (sum: string, percent: number): string => `2 * ${sum} < months * ${2 * limit(percent) - 1}`;
const atMost = (sum: string, percent: number): string => `2 * ${sum} < months * ${2 * limit(percent) + 1}`;

/** The class that a household is in, '' for none, '?' where that cannot be said. */
function classBy(of: Thresholds): string {
  const gate = `((employment IN ('employed', 'sick-leave', 'early-retired', 'flexible', 'laid-off', 'unemployed') OR employment = 'migrant' AND labour_months >= ${of.labourMonths} OR survivor)
      AND NOT (dwellings >= ${of.dwellings} OR hires_in_business OR school_fee > public_school_fee * 200 / 100 OR study_abroad OR car_not_for_work))`;
  const classes: [string, string][] = [
    ['severe', below('net', of.severe)],
    ['deep', below('net', of.deep)],
    ['relative', below('net', of.relative)],
    ['sudden', `(sudden_event AND ${below('after_event', of.sudden)})`],
    [
      'temporary',
      `(${atMost('income', of.temporary)} AND (medical > ${of.temporaryMedical} OR higher_schooling OR accident OR employment = 'employed'))`,
    ],
  ];
  return `CASE WHEN ${gate} IS FALSE THEN ''
    ${classes.map(([name, fits]) => `WHEN ${fits} THEN CASE WHEN ${gate} THEN '${name}' ELSE '?' END`).join('\n    ')}
    WHEN ${classes.map(([, fits]) => `(${fits}) IS NULL`).join(' OR ')} THEN '?' ELSE '' END`;
}

const rank = (side: string): string => `array_position(ARRAY['severe', 'deep', 'relative', 'sudden'], ${side})`;
const cap = (side: string): string => `CASE WHEN ${side} IN ('severe', 'deep', 'relative', 'sudden') THEN ${CAP} ELSE 0 END`;

const statement = (now: Thresholds, then: Thresholds): string => `
  INSERT INTO policy_effect (draft_id, file_id, organisation_id, effect, class_before, class_after, cost_fen)
  SELECT $1, file_id, organisation_id,
    CASE WHEN '?' IN (was, will) THEN 'undecided' WHEN was = will THEN 'same' WHEN was = '' THEN 'enters' WHEN will = '' THEN 'leaves'
      WHEN was = 'temporary' THEN 'enters' WHEN will = 'temporary' THEN 'leaves' WHEN ${rank('will')} < ${rank('was')} THEN 'graver' ELSE 'milder' END,
    CASE WHEN was NOT IN ('', '?') THEN was END, CASE WHEN will NOT IN ('', '?') THEN will END,
    CASE WHEN '?' IN (was, will) THEN 0 ELSE ${cap('will')} - ${cap('was')} END
  FROM (
    SELECT file_id, organisation_id, ${classBy(now)} AS was, ${classBy(then)} AS will
    FROM (
      SELECT *, 12 * persons::bigint AS months, income - medical - schooling - aids - rehabilitation - care - work_cost AS net, income - event - medical AS after_event
      FROM bench_household OFFSET 0
    ) h
  ) j`;

/** Seconds, in one transaction as the owner of the tables. */
export async function runLimit(url: string, draftId: string, now: Thresholds, then: Thresholds): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const since = performance.now();
    await client.query(statement(now, then), [draftId]);
    return (performance.now() - since) / 1000;
  } finally {
    await client.end();
  }
}
