import { sql } from '#data/sql';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { incomeLost, type DisputeFacts } from '#rules/hardship/finder/income-lost';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { foundSign, onFile, type FoundSign } from './found-sign.js';

type Row = Omit<DisputeFacts, 'categories'> & { personId: string; organisationId: string; category: string; secondary: string[] };

/** Everybody who brought a dispute within the window, by the applicant's own record or as one of the applying side. */
export async function signsInDisputes({ data, actor }: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const rows = await data.readSlowly<Row>(
    actor,
    sql`SELECT d.id AS dispute_id, who.person_id, d.organisation_id, d.category, d.secondary, d.registered_on, d.outcome, d.agreed_fen, d.performed_fen, ${onFile(sql`who.person_id`)} AS on_file
        FROM dispute d CROSS JOIN LATERAL (SELECT d.applicant_id AS person_id UNION SELECT p.person_id FROM dispute_party p WHERE p.dispute_id = d.id AND p.role = 'applicant') who
        WHERE d.registered_on > ${addMonths(on, -plan.disputeMonths)} AND d.registered_on <= ${on} AND who.person_id IS NOT NULL`,
  );
  return rows.flatMap((row) => foundSign(row, incomeLost(plan, { ...row, categories: [row.category, ...row.secondary] }, on)));
}
