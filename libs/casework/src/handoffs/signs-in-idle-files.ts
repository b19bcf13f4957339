import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { fileNeverHelped, fileUnchanged, type IdleFileFacts } from '#rules/hardship/finder/idle-files';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { familyOf, foundSign, type FoundSign } from './found-sign.js';

type Row = IdleFileFacts & { personId: string; organisationId: string };

/** Files in which nobody wrote for a year (a program that puts one on a list writes nothing), and families that got nothing since they were filed. */
export async function signsInIdleFiles({ data, actor }: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const since = addMonths(on, -Math.min(plan.unchangedMonths, plan.neverHelpedMonths));
  const rows = await data.readSlowly<Row>(
    actor,
    sql`SELECT f.id AS file_id, f.holder_id AS person_id, f.organisation_id, f.status, f.filed_on,
          greatest(f.filed_on, f.reviewed_on, (SELECT max(a.happened_on) FROM activity a WHERE a.subject_id = f.id AND a.actor_id <> ${KEEPER.id})) AS changed_on,
          EXISTS (SELECT FROM disbursement b WHERE b.paid_on >= f.filed_on AND b.person_id IN (${familyOf(sql`f`)})) AS helped
        FROM hardship_file f WHERE f.status = ANY (${[...onFileStatuses]}) AND f.filed_on <= ${since}`,
  );
  return rows.flatMap((row) => [...foundSign(row, fileNeverHelped(plan, row, on)), ...foundSign(row, fileUnchanged(plan, row, on))]);
}
