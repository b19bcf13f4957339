import { sql } from '#data/sql';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { petitionForHelp, type PetitionFacts } from '#rules/hardship/finder/petition-for-help';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { foundSign, onFile, type FoundSign } from './found-sign.js';

type Row = PetitionFacts & { personId: string; organisationId: string };

/** Everybody known by name who petitioned about hardship within the window. */
export async function signsInPetitions({ data, actor }: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const rows = await data.readSlowly<Row>(
    actor,
    sql`SELECT t.id AS petition_id, t.petitioner_id AS person_id, t.organisation_id, t.subject, t.purpose, t.registered_on, t.result, ${onFile(sql`t.petitioner_id`)} AS on_file
        FROM petition t WHERE t.registered_on > ${addMonths(on, -plan.petitionMonths)} AND t.registered_on <= ${on} AND t.petitioner_id IS NOT NULL`,
  );
  return rows.flatMap((row) => foundSign(row, petitionForHelp(plan, row, on)));
}
