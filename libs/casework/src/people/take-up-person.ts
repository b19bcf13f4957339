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
  return tx.one<{ id: string; name: string; phoneIndex: Buffer | null; phoneMasked: string | null }>(sql`
    WITH kept AS MATERIALIZED (SELECT k.id, k.name, k.phone_index, k.phone_masked FROM person k WHERE k.id = (SELECT coalesce(p.merged_into, p.id) FROM person p WHERE p.id = ${personId})),
      met AS (INSERT INTO person_presence (person_id, organisation_id, since) SELECT id, ${organisationId}, ${tx.now} FROM kept ON CONFLICT DO NOTHING)
    SELECT id, name, phone_index, phone_masked FROM kept`);
}
