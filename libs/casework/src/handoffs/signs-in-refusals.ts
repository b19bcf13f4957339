import { sql } from '#data/sql';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { refusedTwice, type RefusedFacts } from '#rules/hardship/finder/refused-twice';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { endedOn, familyOf, foundSign, type FoundSign } from './found-sign.js';

type Row = RefusedFacts & { personId: string; organisationId: string };

/** The newest refusal of each family with the days of all of them: applications that share a person are of one family. */
export async function signsInRefusals({ data, actor }: Work, plan: FinderPlan, on: PlainDate): Promise<FoundSign[]> {
  const rows = await data.readSlowly<Row>(
    actor,
    sql`WITH refused AS (SELECT f.id, f.holder_id, f.household_id, f.organisation_id, ${endedOn(sql`f`)} AS refused_on FROM hardship_file f WHERE f.status = 'refused'),
          family AS (SELECT r.id, who.person_id FROM refused r CROSS JOIN LATERAL (${familyOf(sql`r`)}) who),
          related AS (SELECT DISTINCT one.id, other.id AS other_id FROM family one JOIN family other ON other.person_id = one.person_id)
        SELECT r.id AS file_id, r.holder_id AS person_id, r.organisation_id, json_agg(o.refused_on ORDER BY o.refused_on DESC) AS refused_on,
          EXISTS (SELECT FROM hardship_seat s JOIN family w ON w.person_id = s.person_id WHERE w.id = r.id) AS on_file
        FROM refused r JOIN related x ON x.id = r.id JOIN refused o ON o.id = x.other_id
        GROUP BY r.id, r.holder_id, r.organisation_id, r.refused_on
        HAVING count(*) >= ${plan.refusals} AND bool_and((o.refused_on, o.id) <= (r.refused_on, r.id))`,
  );
  return rows.flatMap((row) => foundSign(row, refusedTwice(plan, row, on)));
}
