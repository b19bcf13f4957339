import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { MOST_REVEALS_A_MINUTE } from '#rules/people/reveals';
import { refusePeople } from '#rules/people/refusals';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { visiblePerson } from './visible-person.js';

export interface Revealing {
  personId: string;
  field: 'name' | 'idNumber' | 'phone' | 'health' | 'bankAccount';
  purpose: string;
  bankAccountId?: string | undefined;
}

/** Shows one masked value, once, with the purpose on the audit trail; the trail is written before the value leaves. */
export async function revealPerson(work: Work, { personId, field, purpose, bankAccountId }: Revealing): Promise<{ value: string }> {
  const { actor, secrets } = work;
  mustBePermitted(actor, 'person.reveal');
  return inTransaction(work, async (tx) => {
    await notTooOften(tx, work);
    const person = await tx.one<Tables['person']>(
      sql`SELECT p.* FROM person p WHERE p.id = (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id = ${personId}) AND ${visiblePerson(actor, 'person.reveal')}`,
    );
    const open = (sealed: Buffer | null | undefined): string | undefined => (sealed ? secrets.open(sealed) : undefined);
    const read = {
      name: () => person.name,
      idNumber: () => open(person.idCipher),
      phone: () => open(person.phoneCipher),
      health: () => open(person.healthCipher),
      bankAccount: async () =>
        open(
          (
            await tx.one<Tables['bank_account']>(
              sql`SELECT * FROM bank_account WHERE id = ${bankAccountId ?? null} AND person_id = ${person.id}`,
            )
          ).numberCipher,
        ),
    };
    const value = await read[field]();
    if (value === undefined) throw refusePeople('people.nothing-to-reveal');
    tx.audit({ type: 'person.revealed', subject: { noun: 'person', id: person.id }, details: { field, purpose } });
    return { value };
  });
}

/** Counted on the trail itself, one reveal of an actor after the other, so that many at once cannot slip through. */
export async function notTooOften(tx: Transaction, { actor, now }: Work, more = 1): Promise<void> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('reveals of ' || ${actor.id}, 0))`);
  const { reveals } = await tx.one<{ reveals: number }>(sql`SELECT bangfu.reveals_since(${new Date(now.getTime() - 60_000)}) AS reveals`);
  if (reveals + more > MOST_REVEALS_A_MINUTE) throw refusePeople('people.too-many-reveals', { most: MOST_REVEALS_A_MINUTE });
}
