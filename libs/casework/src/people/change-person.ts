import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refusePeople } from '#rules/people/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';
import { knownEmployer, type NewPerson } from './create-person.js';
import { idColumns, nameColumns, phoneColumns } from './person-details.js';
import { visiblePerson } from './visible-person.js';

type PersonRow = Tables['person'];
export type PersonChange = Partial<Omit<NewPerson, 'notSameAs'>> & { personId: string; version: number };

/** What is left out stays as it was, because the clerk saw it masked; null empties a field. */
export async function changePerson(work: Work, { personId, version, ...typed }: PersonChange): Promise<void> {
  mustBePermitted(work.actor, 'person.change');
  return inTransaction(work, async (tx) => {
    const was = await tx.one<PersonRow>(
      sql`SELECT p.* FROM person p WHERE p.id = ${personId} AND ${visiblePerson(work.actor, 'person.change')} FOR UPDATE`,
    );
    if (was.mergedInto) throw refusePeople('people.merged-away');
    const changes: Partial<PersonRow> = {
      ...(typed.name !== undefined && nameColumns(typed.name)),
      ...(await identityChanges(tx, work, was, typed)),
      ...(typed.phone === null ? { phoneCipher: null, phoneIndex: null, phoneMasked: null } : phoneColumns(work.secrets, typed.phone)),
      ...given(typed, 'ethnicity'),
      ...given(typed, 'politics'),
      ...given(typed, 'registeredAt'),
      ...given(typed, 'address'),
      ...(typed.employerId !== undefined && { employerId: await knownEmployer(tx, typed.employerId) }),
    };
    if (Object.keys(changes).length === 0) return;
    await tx.update('person', { id: personId, version }, changes);
    const fields = (Object.keys(changes) as (keyof PersonRow)[]).filter(
      (field) => !/Cipher|Index|Original|searchKeys/.test(field) && changes[field] !== was[field],
    );
    tx.tell({
      noun: 'person',
      subjectId: personId,
      organisationId: work.actor.organisationId,
      personId,
      kind: 'person.change',
      happenedOn: today(work),
    });
    tx.audit({ type: 'person.changed', subject: { noun: 'person', id: personId }, details: { fields } });
  });
}

function given<Field extends 'ethnicity' | 'politics' | 'registeredAt' | 'address'>(
  typed: Partial<NewPerson>,
  field: Field,
): Partial<PersonRow> {
  return typed[field] === undefined ? {} : { [field]: typed[field] };
}

/** Where an ID number is on record, it alone says sex and birth date; another number brings its own. */
async function identityChanges(
  tx: Transaction,
  work: Work,
  was: PersonRow,
  { idNumber, sex, birthDate }: Partial<NewPerson>,
): Promise<Partial<PersonRow>> {
  const read = idColumns(work.secrets, { idNumber, sex, birthDate }, today(work));
  if (read) {
    const taken = await tx.find(sql`SELECT id FROM person WHERE id_index = ${read.idIndex} AND id <> ${was.id}`);
    if (taken) throw refusePeople('people.id-taken', { field: 'idNumber' });
    return read;
  }
  if (birthDate && birthDate > today(work)) throw refusePeople('people.birth-date-in-future', { field: 'birthDate' });
  const typed = { ...(sex !== undefined && { sex }), ...(birthDate !== undefined && { birthDate }) };
  if (idNumber === null) return { idCipher: null, idIndex: null, idLast4: null, idMasked: null, idOriginal: null, ...typed };
  if (!was.idIndex) return typed;
  refuseMismatch(was, sex, birthDate);
  return {};
}

function refuseMismatch(was: PersonRow, sex: string | null | undefined, birthDate: PlainDate | null | undefined): void {
  if (sex && sex !== was.sex) throw refusePeople('people.sex-mismatch', { field: 'sex' });
  if (birthDate && birthDate !== was.birthDate) throw refusePeople('people.birth-date-mismatch', { field: 'birthDate' });
}
