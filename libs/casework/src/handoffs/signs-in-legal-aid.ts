import { sql } from '#data/sql';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { legalAidClient, type LegalAidFacts } from '#rules/hardship/finder/legal-aid-client';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { foundSign, onFile, type FoundSign } from './found-sign.js';

type Row = LegalAidFacts & { personId: string; organisationId: string };

/** Everybody who got legal advice or legal aid within the window. */
export async function signsInLegalAid({ data, actor }: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const rows = await data.readSlowly<Row>(
    actor,
    sql`SELECT l.id AS matter_id, l.person_id, l.organisation_id, l.kind, l.form, l.category, l.started_on, ${onFile(sql`l.person_id`)} AS on_file
        FROM legal_aid_matter l WHERE l.started_on > ${addMonths(on, -plan.legalAidMonths)} AND l.started_on <= ${on} AND l.person_id IS NOT NULL`,
  );
  return rows.flatMap((row) => foundSign(row, legalAidClient(plan, row, on)));
}
