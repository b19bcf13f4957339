import { sql } from '#data/sql';
import { criteriaOf, eligibilityRuleId, type Criterion, type EligibilityRule } from '#rules/hardship/eligibility/eligibility-rule';
import { inForce, spanInForce, type Dated } from '#rules/hardship/eligibility/in-force';
import { criterionInWords, unitOf } from '#rules/hardship/eligibility/rule-in-words';
import { standardId, type SubsistenceStandard } from '#rules/hardship/eligibility/subsistence-standard';
import type { PlainDate } from '#rules/shared/plain-date';
import { action } from '../../actions.js';
import { today, whyNotPermitted, type Work } from '../../work.js';
import { readRulebook } from './rulebook.js';

interface Published {
  id: string;
  madeByName: string | null;
  agreedByName: string | null;
  publishedAt: Date;
}

/** All rules and standards, with the days on which each decides, what they cite, and what of them is not verified. */
export async function listRules(work: Work) {
  const on = today(work);
  const [{ rules, standards }, published] = await Promise.all([
    readRulebook(work.data),
    work.data.read<Published>(
      work.actor,
      sql`SELECT id, bangfu.name_of_user(made_by) AS made_by_name, bangfu.name_of_user(agreed_by) AS agreed_by_name, published_at FROM eligibility_rule
          UNION ALL SELECT id, bangfu.name_of_user(made_by), bangfu.name_of_user(agreed_by), published_at FROM subsistence_standard`,
    ),
  ]);
  const by = new Map(published.map((row) => [row.id, row]));
  return {
    rules: rules.map((rule) => viewRule(rule, daysOf(rule, rules, on), by.get(eligibilityRuleId(rule)))),
    standards: standards.map((row) =>
      viewStandard(
        row,
        daysOf(
          row,
          standards.filter(({ division }) => division === row.division),
          on,
        ),
        by.get(standardId(row)),
      ),
    ),
    divisions: await work.data.read<{ code: string; name: string }>(work.actor, sql`SELECT code, name FROM division ORDER BY code`),
    actions: (['draftRule', 'draftStandard'] as const).map((name) => action(name, whyNotPermitted(work.actor, 'policy.draft', work.actor))),
  };
}

interface Days {
  /** null where a newer version took its place from the first day on */
  span: { from: PlainDate; to: PlainDate | null } | null;
  inForce: boolean;
}

function daysOf<Row extends Dated>(row: Row, rows: readonly Row[], on: PlainDate): Days {
  return { span: spanInForce(row, rows) ?? null, inForce: inForce(rows, on) === row };
}

const publishedBy = (row: Published | undefined) =>
  row?.madeByName ? { madeByName: row.madeByName, agreedByName: row.agreedByName, publishedAt: row.publishedAt } : null;

function viewRule(rule: EligibilityRule, days: Days, published: Published | undefined) {
  const { code, version, era, name, validFrom, validTo, periodUnverified, applicants, exclusions, classes, lifting, sources } = rule;
  const alternatives = (all: readonly (readonly Criterion[])[]) => all.map((criteria) => criteria.map(viewCriterion));
  return {
    id: eligibilityRuleId(rule),
    code,
    version,
    era,
    name,
    validFrom,
    validTo,
    ...days,
    periodUnverified,
    unverified: criteriaOf(rule).filter((criterion) => criterion.unverified).length,
    missing: criteriaOf(rule).filter((criterion) => 'threshold' in criterion && criterion.threshold === null).length,
    applicants: alternatives(applicants),
    exclusions: exclusions.map(viewCriterion),
    classes: classes.map((one) => ({ ...one, alternatives: alternatives(one.alternatives) })),
    lifting: lifting.map((terms) => ({ classes: terms.classes, criteria: terms.criteria.map(viewCriterion) })),
    sources,
    published: publishedBy(published),
  };
}

function viewCriterion(criterion: Criterion) {
  const { code, name, citation, unverified } = criterion;
  return {
    code,
    name,
    words: criterionInWords(criterion),
    unit: unitOf(criterion),
    threshold: 'threshold' in criterion ? criterion.threshold : null,
    citation,
    unverified,
  };
}

function viewStandard(row: SubsistenceStandard, days: Days, published: Published | undefined) {
  return { id: standardId(row), ...row, ...days, published: publishedBy(published) };
}
