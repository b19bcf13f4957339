import { sql } from '#data/sql';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { visitedWithoutFile, type VisitFacts } from '#rules/hardship/finder/visited-without-file';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { foundSign, onFile, type FoundSign } from './found-sign.js';

type Row = VisitFacts & { personId: string; organisationId: string };

/** The last visit or payment that each person got within the window as somebody in hardship. */
export async function signsInVisits({ data, actor }: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const rows = await data.readSlowly<Row>(
    actor,
    sql`SELECT DISTINCT ON (b.person_id) b.id AS disbursement_id, b.person_id, b.organisation_id, b.hardship_kind AS kind, b.paid_on, ${onFile(sql`b.person_id`)} AS on_file,
          EXISTS (SELECT FROM hardship_file f WHERE f.filed_on <= b.paid_on AND (f.ended_on IS NULL OR f.ended_on >= b.paid_on)
            AND f.id IN (SELECT x.id FROM hardship_file x WHERE x.holder_id = b.person_id
              UNION SELECT y.id FROM hardship_file y JOIN household_member m ON m.household_id = y.household_id WHERE m.person_id = b.person_id)) AS on_file_then
        FROM disbursement b WHERE b.hardship_kind IS NOT NULL AND b.paid_on > ${addMonths(on, -plan.visitMonths)} AND b.paid_on <= ${on}
        ORDER BY b.person_id, b.paid_on DESC, b.id DESC`,
  );
  return rows.flatMap((row) => foundSign(row, visitedWithoutFile(plan, row, on)));
}
