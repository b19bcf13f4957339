import { insertMany } from '#data/bulk';
import { sql } from '#data/sql';
import type { NewRow } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { maskPhone } from '#rules/shared/identifiers/phone';
import { maskResidentId } from '#rules/shared/identifiers/resident-id';
import { newId } from '#runtime/ids';
import { personSearchKeys } from '../../people/search-keys.js';
import type { Work } from '../../work.js';
import type { PersonClaim } from './taker.js';

export interface ClaimOfRow {
  readonly rowId: string;
  readonly organisationId: string;
  readonly claim: PersonClaim;
}

export interface People {
  /** Row → person. */
  readonly ids: ReadonlyMap<string, string>;
  /** Row → what it told of a person who was there already: the columns, and the person. */
  readonly completed: ReadonlyMap<string, Completed>;
}

export interface Completed {
  readonly personId: string;
  /** The person's version then: a later change by hand keeps what was told. */
  readonly version: number;
  readonly columns: readonly string[];
}

/**
 * Finds the one record of each person by the blind index of the ID number, or makes it, and notes that the row's
 * organisation deals with the person. A name typed differently makes no second person.
 */
export async function meetPeople(
  tx: Transaction,
  work: Work,
  importId: string,
  claims: readonly ClaimOfRow[],
  more: { withoutId: boolean; complete: boolean },
): Promise<People> {
  const known = claims.filter(({ claim }) => claim.id !== undefined);
  const indexOf = new Map(known.map(({ rowId, claim }) => [rowId, work.secrets.index('id', claim.id!.number)]));
  const hexOf = (rowId: string): string => indexOf.get(rowId)!.toString('hex');
  const byIndex = await meet(
    tx,
    importId,
    known.map(({ rowId, organisationId }) => ({ index: indexOf.get(rowId)!, organisationId })),
  );
  const there = new Set(byIndex.keys());

  const strangers = new Map<string, ClaimOfRow>();
  for (const one of known) if (!byIndex.has(hexOf(one.rowId)) && !strangers.has(hexOf(one.rowId))) strangers.set(hexOf(one.rowId), one);
  if (strangers.size > 0) {
    // Without naming the index: whoever may not see a person must still not make a second one.
    // In the order of the index, so that two imports that meet the same people do not wait for each other crosswise.
    const rows = [...strangers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { rowId, claim }]) => newPerson(work, importId, claim, indexOf.get(rowId)!));
    await insertMany(tx, 'person', rows, sql`ON CONFLICT DO NOTHING`);
    const made = known.filter(({ rowId }) => strangers.has(hexOf(rowId)));
    for (const [index, id] of await meet(
      tx,
      importId,
      made.map(({ rowId, organisationId }) => ({ index: indexOf.get(rowId)!, organisationId })),
    ))
      byIndex.set(index, id);
  }
  const ids = new Map(known.flatMap(({ rowId }) => (byIndex.has(hexOf(rowId)) ? [[rowId, byIndex.get(hexOf(rowId))!] as const] : [])));
  const completed = more.complete
    ? await complete(
        tx,
        work,
        known.filter(({ rowId }) => there.has(hexOf(rowId))),
        ids,
      )
    : new Map<string, Completed>();
  if (more.withoutId)
    await makeWithoutId(
      tx,
      work,
      importId,
      claims.filter(({ claim }) => claim.id === undefined),
      ids,
    );
  return { ids, completed };
}

async function meet(
  tx: Transaction,
  importId: string,
  pairs: readonly { index: Buffer; organisationId: string }[],
): Promise<Map<string, string>> {
  if (pairs.length === 0) return new Map();
  const met = await tx.rows<{ metIndex: Buffer; metId: string }>(
    sql`SELECT met_index, met_id FROM bangfu.meet_people(${pairs.map(({ index }) => index)}::bytea[], ${pairs.map(({ organisationId }) => organisationId)}::uuid[], ${importId})`,
  );
  return new Map(met.map(({ metIndex, metId }) => [metIndex.toString('hex'), metId]));
}

async function makeWithoutId(
  tx: Transaction,
  work: Work,
  importId: string,
  claims: readonly ClaimOfRow[],
  ids: Map<string, string>,
): Promise<void> {
  const rows = claims.map(({ rowId, organisationId, claim }) => ({ rowId, organisationId, person: newPerson(work, importId, claim) }));
  await insertMany(
    tx,
    'person',
    rows.map(({ person }) => person),
  );
  await insertMany(
    tx,
    'person_presence',
    rows.map(({ person, organisationId }) => ({ personId: person.id, organisationId, since: work.now, madeByImport: importId })),
  );
  for (const { rowId, person } of rows) ids.set(rowId, person.id);
}

function newPerson(work: Work, importId: string, claim: PersonClaim, index?: Buffer): NewRow<'person'> & { id: string } {
  const { id, phone, health } = claim;
  return {
    id: newId(),
    name: claim.name,
    searchKeys: personSearchKeys(claim.name),
    idType: id?.type ?? 'resident-id',
    idCipher: id ? work.secrets.seal(id.number) : null,
    idIndex: index ?? null,
    idLast4: id?.number.slice(-4) ?? null,
    idMasked: id ? maskResidentId(id.number) : null,
    idOriginal: id?.original === undefined ? null : work.secrets.seal(id.original),
    sex: id?.sex ?? claim.sex ?? null,
    birthDate: id?.birthDate ?? claim.birthDate ?? null,
    phoneCipher: phone === undefined ? null : work.secrets.seal(phone),
    phoneIndex: phone === undefined ? null : work.secrets.index('phone', phone),
    phoneMasked: phone === undefined ? null : maskPhone(phone),
    healthCipher: health === undefined ? null : work.secrets.seal(health),
    ethnicity: claim.ethnicity ?? null,
    politics: claim.politics ?? null,
    registeredAt: claim.registeredAt ?? null,
    createdAt: work.now,
    createdBy: work.actor.id,
    madeByImport: importId,
  };
}

/** Fills in what was not known of people who were there; what is known stays as it is. */
async function complete(
  tx: Transaction,
  work: Work,
  claims: readonly ClaimOfRow[],
  ids: ReadonlyMap<string, string>,
): Promise<Map<string, Completed>> {
  const completed = new Map<string, Completed>();
  if (claims.length === 0) return completed;
  const personIds = claims.map(({ rowId }) => ids.get(rowId)!);
  const people = await tx.rows<
    { id: string; version: number } & Record<'ethnicity' | 'politics' | 'registeredAt' | 'phone' | 'health', boolean>
  >(sql`
    SELECT id, version, ethnicity IS NOT NULL AS ethnicity, politics IS NOT NULL AS politics, registered_at IS NOT NULL AS registered_at,
      phone_index IS NOT NULL AS phone, health_cipher IS NOT NULL AS health
    FROM person WHERE id = ANY (${personIds}) ORDER BY id FOR UPDATE`);
  const known = new Map(people.map((person) => [person.id, person]));
  for (const { rowId, claim } of claims) {
    const person = known.get(ids.get(rowId)!);
    if (!person) continue;
    const told = (['ethnicity', 'politics', 'registeredAt', 'phone', 'health'] as const).filter(
      (column) => !person[column] && claim[column] !== undefined,
    );
    if (told.length === 0) continue;
    completed.set(rowId, { personId: person.id, version: person.version, columns: told });
    known.delete(person.id);
  }
  const rows = claims
    .filter(({ rowId }) => completed.has(rowId))
    .map(({ rowId, claim }) => ({
      id: ids.get(rowId)!,
      ethnicity: claim.ethnicity ?? null,
      politics: claim.politics ?? null,
      registered_at: claim.registeredAt ?? null,
      phone_cipher: claim.phone === undefined ? null : hex(work.secrets.seal(claim.phone)),
      phone_index: claim.phone === undefined ? null : hex(work.secrets.index('phone', claim.phone)),
      phone_masked: claim.phone === undefined ? null : maskPhone(claim.phone),
      health_cipher: claim.health === undefined ? null : hex(work.secrets.seal(claim.health)),
    }));
  // No new version: nothing that anybody could have read and built upon is changed.
  await tx.rows(sql`
    UPDATE person p SET ethnicity = coalesce(p.ethnicity, n.ethnicity), politics = coalesce(p.politics, n.politics), registered_at = coalesce(p.registered_at, n.registered_at),
      phone_cipher = CASE WHEN p.phone_index IS NULL THEN n.phone_cipher ELSE p.phone_cipher END,
      phone_masked = CASE WHEN p.phone_index IS NULL THEN n.phone_masked ELSE p.phone_masked END,
      phone_index = coalesce(p.phone_index, n.phone_index), health_cipher = coalesce(p.health_cipher, n.health_cipher)
    FROM json_populate_recordset(NULL::person, ${JSON.stringify(rows)}::json) n WHERE p.id = n.id`);
  return completed;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
