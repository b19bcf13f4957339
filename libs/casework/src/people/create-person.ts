import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refusePeople } from '#rules/people/refusals';
import { readPhone } from '#rules/shared/identifiers/phone';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';
import { idColumns, nameColumns, phoneColumns, type PersonTyped } from './person-details.js';
import { similarPeople } from './similar-people.js';

export interface NewPerson extends PersonTyped {
  ethnicity?: string | null | undefined;
  politics?: string | null | undefined;
  registeredAt?: string | null | undefined;
  address?: string | null | undefined;
  employerId?: string | null | undefined;
  /** similar people whom the clerk has looked at and found to be others */
  notSameAs: string[];
}

/**
 * A new identity, in the actor's own organisation. Who is there already under the ID number is not made twice: the person
 * is noted as one of the organisation's, and the refusal says to look again.
 */
export async function createPerson(work: Work, person: NewPerson): Promise<{ id: string }> {
  const checked = await checkNewPerson(work, person);
  return inTransaction(work, async (tx) => ({ id: await insertPerson(tx, work, checked) }));
}

interface CheckedPerson {
  readonly typed: NewPerson;
  readonly columns: Partial<Tables['person']>;
}

/** Before the transaction that makes the person: who is met by the number is noted even where nobody is made. */
export async function checkNewPerson(work: Work, person: NewPerson): Promise<CheckedPerson> {
  const { actor, secrets } = work;
  mustBePermitted(actor, 'person.create', { organisationId: actor.organisationId });
  const names = nameColumns(person.name);
  const identity = idColumns(secrets, person, today(work));
  const phone = phoneColumns(secrets, person.phone);
  if (!identity && person.birthDate && person.birthDate > today(work))
    throw refusePeople('people.birth-date-in-future', { field: 'birthDate' });
  if (identity && (await meet(work, identity.idIndex!))) throw refusePeople('people.already-there', { field: 'idNumber' });
  await similarAcknowledged(work, person, identity !== undefined);
  return { typed: person, columns: { ...names, sex: person.sex ?? null, birthDate: person.birthDate ?? null, ...identity, ...phone } };
}

export async function insertPerson(tx: Transaction, { actor, now }: Work, { typed, columns }: CheckedPerson): Promise<string> {
  const id = newId();
  await tx.insert('person', {
    id,
    ...columns,
    ethnicity: typed.ethnicity ?? null,
    politics: typed.politics ?? null,
    registeredAt: typed.registeredAt ?? null,
    address: typed.address ?? null,
    employerId: await knownEmployer(tx, typed.employerId),
    createdBy: actor.id,
    createdAt: now,
  });
  await tx.insert('person_presence', { personId: id, organisationId: actor.organisationId, since: now });
  tx.tell({
    noun: 'person',
    subjectId: id,
    organisationId: actor.organisationId,
    personId: id,
    kind: 'person.create',
    happenedOn: today({ now }),
  });
  tx.audit({ type: 'person.created', subject: { noun: 'person', id }, details: {} });
  return id;
}

/** In a transaction of its own, because it is to last although the creation is refused. It has no claim on the caller's key. */
async function meet(work: Work, index: Buffer): Promise<boolean> {
  const { actor, data, now } = work;
  return data.inTransaction(actor, now, async (tx) => {
    const { met } = await tx.one<{ met: string | null }>(sql`SELECT bangfu.meet_person(${index}, ${actor.organisationId}) AS met`);
    if (met) tx.audit({ type: 'person.met', subject: { noun: 'person', id: met }, details: { organisationId: actor.organisationId } });
    return met !== null;
  });
}

/** Two who both have an ID number, and not the same one, are two: nothing needs to be said of them. */
async function similarAcknowledged(work: Work, { name, phone, notSameAs }: NewPerson, identified: boolean): Promise<void> {
  const number = phone ? readPhone(phone) : undefined;
  const similar = await similarPeople(work, { name, phone: typeof number === 'string' ? number : undefined });
  const unlisted = similar.filter(
    (one) => one.because.some((why) => why !== 'pinyin') && !(identified && one.identified) && !notSameAs.includes(one.id),
  );
  if (unlisted.length > 0) throw refusePeople('people.similar-unacknowledged', { count: unlisted.length });
}

export async function knownEmployer(tx: Transaction, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  return (await tx.one<{ id: string }>(sql`SELECT id FROM employer WHERE id = ${id}`)).id;
}
