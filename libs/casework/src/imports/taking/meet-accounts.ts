import { insertMany } from '#data/bulk';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import type { AccountClaim } from './taker.js';

interface ClaimOfPerson {
  readonly rowId: string;
  readonly personId: string;
  readonly claim: AccountClaim;
}

/** The bank card of a person, found again by the blind index of its number, or kept for the first time. */
export async function meetAccounts(
  tx: Transaction,
  work: Work,
  importId: string,
  claims: readonly ClaimOfPerson[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (claims.length === 0) return found;
  const indexed = claims.map((one) => ({ ...one, index: work.secrets.index('card', one.claim.number) }));
  const keyOf = (personId: string, index: Buffer): string => `${personId} ${index.toString('hex')}`;
  const there = await tx.rows<{ id: string; personId: string; numberIndex: Buffer }>(
    sql`SELECT id, person_id, number_index FROM bank_account WHERE person_id = ANY (${claims.map(({ personId }) => personId)}) AND number_index = ANY (${indexed.map(({ index }) => index)}::bytea[])`,
  );
  const ids = new Map(there.map(({ id, personId, numberIndex }) => [keyOf(personId, numberIndex), id]));
  const rows = [];
  for (const { rowId, personId, claim, index } of indexed) {
    let id = ids.get(keyOf(personId, index));
    if (id === undefined) {
      id = newId();
      ids.set(keyOf(personId, index), id);
      rows.push({
        id,
        personId,
        bank: claim.bank ?? null,
        kind: 'card',
        numberCipher: work.secrets.seal(claim.number),
        numberIndex: index,
        last4: claim.number.slice(-4),
        createdAt: work.now,
        madeByImport: importId,
      });
    }
    found.set(rowId, id);
  }
  await insertMany(tx, 'bank_account', rows);
  return found;
}
