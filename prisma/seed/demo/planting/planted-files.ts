/**
 * Hardship files as years of casework would have left them. What takes months to come about (a lifting, a refusal, an
 * assessment) is written by the owner of the tables in one go, like everything that was there before the first day.
 */
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { readRulebook } from '#casework/hardship/eligibility/rulebook';
import { eligibilityRuleId, eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import type { Household } from '#rules/hardship/eligibility/household';
import { standardId, standardInForce } from '#rules/hardship/eligibility/subsistence-standard';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import type { Home, Stage } from './stage.js';

interface Past {
  status: 'refused' | 'withdrawn' | 'lifted';
  begunOn: PlainDate;
  filedOn?: PlainDate;
  endedOn?: PlainDate;
  household?: string;
}

export async function pastFile(
  stage: Stage,
  home: Home,
  { status, begunOn, filedOn, endedOn, household }: Past,
): Promise<{ id: string; household: string }> {
  const id = newId();
  const by = home.district.clerk.actor.id;
  const householdId = household ?? newId();
  if (!household)
    await stage.owner.query(`INSERT INTO household (id, organisation_id) VALUES ($1, $2)`, [householdId, home.organisationId]);
  await stage.owner.query(
    `INSERT INTO hardship_file (id, organisation_id, division_code, household_id, holder_id, holder_name, status, era, hardship_class, main_cause, other_causes, household_size, begun_on, received_on, filed_on, ended_on, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'R3', $8, 'laid-off', '{}', 3, $9, $10, $11, $12, $13)`,
    [
      id, home.organisationId, home.division, householdId, home.personId, home.name, status, filedOn ? 'relative' : null, begunOn,
      begunOn, filedOn ?? null, endedOn ?? null, by,
    ], // prettier-ignore
  );
  return { id, household: householdId };
}

export const applies = async (stage: Stage, home: Home, day: PlainDate): Promise<void> => {
  await draftHardshipFile(stage.at(home.district.clerk, day), { holderId: home.personId, mainCause: 'laid-off', otherCauses: [] });
};

/** Lifted after more than a year on file. */
export const liftedFile = (stage: Stage, home: Home, liftedOn: PlainDate): Promise<{ id: string; household: string }> =>
  pastFile(stage, home, { status: 'lifted', begunOn: stage.ago(30), filedOn: stage.ago(29), endedOn: liftedOn });

export const refusedFile = (stage: Stage, home: Home, endedOn: PlainDate, household?: string): Promise<{ id: string; household: string }> =>
  pastFile(stage, home, { status: 'refused', begunOn: endedOn, endedOn, ...(household && { household }) });

export async function joins(stage: Stage, household: string, other: Home, relation = 'spouse'): Promise<void> {
  await stage.owner.query(
    `INSERT INTO household_member (id, household_id, person_id, relation, joined_on) VALUES ($1, $2, $3, $4, '2010-01-01')`,
    [newId(), household, other.personId, relation],
  );
}

export async function householdOnFile(stage: Stage, home: Home): Promise<string> {
  const { rows } = await stage.owner.query<{ household_id: string }>(
    `SELECT household_id FROM hardship_file WHERE holder_id = $1 AND status = 'active'`,
    [home.personId],
  );
  return rows[0]!.household_id;
}

/** What the rule in force said of the family on the day, kept sealed as every assessment is. */
export async function assessed(
  stage: Stage,
  home: Home,
  fileId: string,
  on: PlainDate,
  make: (standardFen: number) => Household,
  known = true,
): Promise<void> {
  const { rules, standards } = await readRulebook(home.district.clerk.data);
  const rule = eligibilityRuleInForce(rules, stage.today)!;
  const standard = standardInForce(standards, home.division, stage.today)!;
  const sealed = home.district.clerk.secrets.seal(JSON.stringify(make(standard.amountFen!)));
  await stage.owner.query(
    `INSERT INTO hardship_assessment (id, file_id, organisation_id, rule_id, standard_id, received_on, assessed_on, verdict, opens_file, unverified, household_cipher, made_by, made_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, false, false, $8, $9, $10)`,
    [
      newId(), fileId, home.organisationId, eligibilityRuleId(rule), known ? standardId(standard) : null, on, known ? 'not-eligible' : 'undecided',
      sealed, home.district.clerk.actor.id, home.district.clerk.actor.name,
    ], // prettier-ignore
  );
}

/** Three persons of whom everything is known and nothing excludes, with so much income a person and month above twice the standard. */
export const above =
  (percentOfStandard: number, over: Partial<Household> = {}) =>
  (standardFen: number): Household => ({
    division: '320500',
    persons: 3,
    income: (2 * standardFen + Math.round((standardFen * percentOfStandard) / 100)) * 36,
    medical: 0, schooling: 0, aids: 0, rehabilitation: 0, care: 0, workCost: 0, event: 0, savings: 0, investments: 0, schoolFee: 0, publicSchoolFee: 0,
    monthsBelow: 0, labourMonths: 24, dwellings: 1, governmentAided: false, hardAfterAid: false, suddenEvent: false, accident: false,
    higherSchooling: false, hiresInBusiness: false, studyAbroad: false, carNotForWork: false, idleWithoutReason: false, unionMember: true, survivor: false,
    causes: ['other'],
    employment: 'employed',
    ...over,
  }); // prettier-ignore
