import { sql } from '#data/sql';
import { eligibilityRuleId, eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { nearMiss } from '#rules/hardship/finder/near-miss';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { standardId, standardInForce } from '#rules/hardship/eligibility/subsistence-standard';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import { openHousehold } from '../hardship/eligibility/kept-assessment.js';
import { readRulebook } from '../hardship/eligibility/rulebook.js';
import type { Work } from '../work.js';
import { endedOn, foundSign, onFile, type FoundSign } from './found-sign.js';

interface Row {
  fileId: string;
  personId: string;
  organisationId: string;
  endedOn: PlainDate;
  onFile: boolean;
  ruleId: string;
  standardId: string | null;
  householdCipher: Buffer;
}

/** The last assessment of each application that came to nothing, judged again by what holds today. It decides about nobody. */
export async function signsInNearMisses(work: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const rulebook = await readRulebook(work.data);
  const rows = await work.data.readSlowly<Row>(
    work.actor,
    sql`SELECT DISTINCT ON (f.holder_id) f.id AS file_id, f.holder_id AS person_id, f.organisation_id, f.ended_on, ${onFile(sql`f.holder_id`)} AS on_file,
          a.rule_id, a.standard_id, a.household_cipher
        FROM (SELECT g.id, g.holder_id, g.organisation_id, ${endedOn(sql`g`)} AS ended_on FROM hardship_file g WHERE g.status IN ('refused', 'withdrawn')) f
        CROSS JOIN LATERAL (SELECT s.* FROM hardship_assessment s WHERE s.file_id = f.id ORDER BY s.made_at DESC, s.id DESC LIMIT 1) a
        WHERE f.ended_on > ${addMonths(on, -plan.refusedMonths)} ORDER BY f.holder_id, f.ended_on DESC, f.id DESC`,
  );
  return rows.flatMap((row) => {
    const household = openHousehold(work.secrets, row.householdCipher);
    const decisions = decisionsOf(rulebook, row, household.division, on);
    return decisions ? foundSign(row, nearMiss(plan, { ...row, ...decisions, household }, on)) : [];
  });
}

/** The very rows by which it was decided, and those of today; nothing where either is gone. */
function decisionsOf({ rules, standards }: Rulebook, row: Row, division: string, on: PlainDate) {
  const rule = rules.find((one) => eligibilityRuleId(one) === row.ruleId);
  const current = eligibilityRuleInForce(rules, on);
  if (!rule || !current) return undefined;
  return {
    decidedBy: { rule, standard: standards.find((one) => standardId(one) === row.standardId) },
    inForce: { rule: current, standard: standardInForce(standards, division, on) },
  };
}
