import { sql } from '#data/sql';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import { liftedNewSign, type LiftedFacts, type NewSign } from '#rules/hardship/finder/lifted-new-sign';
import { addMonths, type PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { familyOf, foundSign, type FoundSign } from './found-sign.js';

interface Payment {
  id: string;
  on: PlainDate;
}
type Row = LiftedFacts & { personId: string; organisationId: string; family: string[]; illness: Payment[] };

/** Families lifted within the window to whom something new has happened: what the other registers found, or a payment for an illness. */
export async function signsAfterLifting(
  { data, actor }: Work,
  plan: FinderPlan,
  on: PlainDate,
  found: readonly FoundSign[],
): Promise<FoundSign[]> {
  const rows = await data.readSlowly<Row>(
    actor,
    sql`SELECT f.id AS file_id, f.holder_id AS person_id, f.organisation_id, f.ended_on AS lifted_on, who.family,
          EXISTS (SELECT FROM hardship_seat s WHERE s.person_id = ANY (who.family)) AS on_file,
          coalesce((SELECT json_agg(json_build_object('id', b.id, 'on', b.paid_on) ORDER BY b.paid_on, b.id) FROM disbursement b
            WHERE b.person_id = ANY (who.family) AND b.hardship_kind = 'illness' AND b.paid_on > f.ended_on AND b.paid_on <= ${on}), '[]') AS illness
        FROM hardship_file f CROSS JOIN LATERAL (SELECT ARRAY(${familyOf(sql`f`)}) AS family) who
        WHERE f.status = 'lifted' AND f.ended_on > ${addMonths(on, -plan.liftedMonths)} AND f.ended_on <= ${on}`,
  );
  const elsewhere = signsByPerson(found);
  return rows.flatMap((row) => {
    const news: NewSign[] = [
      ...row.family.flatMap((person) => elsewhere.get(person) ?? []),
      ...row.illness.map(({ id, on: paidOn }) => ({ noun: 'disbursement' as const, subjectId: id, on: paidOn })),
    ];
    return news.flatMap((sign) => foundSign(row, liftedNewSign(plan, row, sign, on)));
  });
}

function signsByPerson(found: readonly FoundSign[]): Map<string, NewSign[]> {
  const byPerson = new Map<string, NewSign[]>();
  for (const { personId, sign } of found) {
    const { noun, subjectId, on } = sign;
    if (noun !== 'hardship') byPerson.set(personId, [...(byPerson.get(personId) ?? []), { noun, subjectId, on }]);
  }
  return byPerson;
}
