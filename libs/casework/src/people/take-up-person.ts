import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';

/**
 * The person whom a case names: one whom the actor can see, under the record that was kept if it was merged, and from now
 * on one of those with whom the organisation deals.
 */
export async function takeUpPerson(
  tx: Transaction,
  personId: string,
  organisationId: string,
): Promise<{ id: string; name: string; phoneIndex: Buffer | null; phoneMasked: string | null }> {
  const person = await tx.one<{ id: string; name: string; phoneIndex: Buffer | null; phoneMasked: string | null }>(
    sql`SELECT k.id, k.name, k.phone_index, k.phone_masked FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id) WHERE p.id = ${personId}`,
  );
  await tx.rows(
    sql`INSERT INTO person_presence (person_id, organisation_id, since) VALUES (${person.id}, ${organisationId}, ${tx.now}) ON CONFLICT DO NOTHING`,
  );
  return person;
}
