import type { Secrets } from '#data/secrets';
import type { Tables } from '#data/tables';
import { refusePeople } from '#rules/people/refusals';
import { readPersonName } from '#rules/shared/identifiers/person-name';
import { maskPhone, readPhone } from '#rules/shared/identifiers/phone';
import { maskResidentId, readResidentId, type Sex } from '#rules/shared/identifiers/resident-id';
import type { PlainDate } from '#rules/shared/plain-date';
import { onField, Refusal } from '#rules/shared/refusal';
import { personSearchKeys } from './search-keys.js';

export interface PersonTyped {
  name: string;
  idNumber?: string | null | undefined;
  phone?: string | null | undefined;
  sex?: Sex | null | undefined;
  birthDate?: PlainDate | null | undefined;
}

type PersonRow = Tables['person'];

export function nameColumns(typed: string): Pick<PersonRow, 'name' | 'searchKeys'> {
  const name = readPersonName(typed);
  if (name.includes('*')) throw refusePeople('people.name-masked', { field: 'name' });
  return { name, searchKeys: personSearchKeys(name) };
}

type IdColumns = Pick<PersonRow, 'idType' | 'idCipher' | 'idIndex' | 'idLast4' | 'idMasked' | 'idOriginal' | 'sex' | 'birthDate'>;

/** The ID number sealed, searchable and masked; what it says of sex and birth must agree with what was typed. */
export function idColumns(
  secrets: Secrets,
  { idNumber, sex, birthDate }: Omit<PersonTyped, 'name'>,
  today: PlainDate,
): IdColumns | undefined {
  if (!idNumber) return undefined;
  const id = readResidentId(idNumber, today);
  if (id instanceof Refusal) throw onField(id, 'idNumber');
  if (sex && sex !== id.sex) throw refusePeople('people.sex-mismatch', { field: 'sex' });
  if (birthDate && birthDate !== id.birthDate) throw refusePeople('people.birth-date-mismatch', { field: 'birthDate' });
  return {
    idType: id.type,
    idCipher: secrets.seal(id.number),
    idIndex: secrets.index('id', id.number),
    idLast4: id.number.slice(-4),
    idMasked: maskResidentId(id.number),
    idOriginal: id.original ? secrets.seal(id.original) : null,
    sex: id.sex,
    birthDate: id.birthDate,
  };
}

export function phoneColumns(
  secrets: Secrets,
  phone: string | null | undefined,
): Pick<PersonRow, 'phoneCipher' | 'phoneIndex' | 'phoneMasked'> | undefined {
  if (!phone) return undefined;
  const number = readPhone(phone);
  if (number instanceof Refusal) throw onField(number, 'phone');
  return { phoneCipher: secrets.seal(number), phoneIndex: secrets.index('phone', number), phoneMasked: maskPhone(number) };
}
