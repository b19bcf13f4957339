import type pg from 'pg';
import type { Secrets } from '#data/secrets';
import { maskResidentId } from '#rules/shared/identifiers/resident-id';
import { maskPhone } from '#rules/shared/identifiers/phone';
import { employerSearchKeys, personSearchKeys } from '#casework/people/search-keys';
import { residentNumber } from '../../support/resident-number.js';
import { copyRows } from './bulk.js';
import { employerNames, personNames, randomFrom } from './names.js';
import { EMPLOYERS, employerId, FILLER, idIn, organisationId, personId, towns } from './ids.js';

const DISTINCT_NAMES = 40_000;

const phoneOf = (n: number): string => `139${String(n).padStart(8, '0')}`;

const names = personNames(DISTINCT_NAMES);
/** A few names are borne by many, most by some. */
export function nameOf(n: number): string {
  const random = randomFrom(n)(1_000_000) / 1_000_000;
  return names[Math.floor(random * random * names.length)]!;
}

const firms = employerNames(EMPLOYERS);
export const employerName = (n: number): string => firms[(n - 1) % firms.length]!;

export async function fillEmployers(client: pg.ClientBase): Promise<void> {
  function* rows(): Generator<(string | string[])[]> {
    for (let n = 1; n <= EMPLOYERS; n++)
      yield [
        employerId(n),
        employerName(n),
        employerName(n),
        employerSearchKeys([employerName(n)], employerName(n)),
        'C',
        'private',
        FILLER,
      ];
  }
  await copyRows(client, 'employer', ['id', 'name', 'name_key', 'search_keys', 'industry', 'ownership', 'created_by'], rows());
}

export async function fillPeople(client: pg.ClientBase, secrets: Secrets, count: number): Promise<void> {
  const keys = new Map(names.map((name) => [name, personSearchKeys(name)]));
  // One cipher text stands for all: what is measured opens none of them.
  const sealed = secrets.seal('320505195001010003');
  function* rows(): Generator<(string | Buffer | string[])[]> {
    for (let n = 1; n <= count; n++) {
      const [id, name, number, phone] = [personId(n), nameOf(n), residentNumber(n), phoneOf(n)];
      const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
      yield [
        id,
        name,
        keys.get(name)!,
        sealed,
        secrets.index('id', number),
        number.slice(-4),
        maskResidentId(number),
        Number(number[16]) % 2 ? 'male' : 'female',
        born,
        sealed,
        secrets.index('phone', phone),
        maskPhone(phone),
        employerId((n % EMPLOYERS) + 1),
        FILLER,
      ];
    }
  }
  const columns = [
    'id',
    'name',
    'search_keys',
    'id_cipher',
    'id_index',
    'id_last4',
    'id_masked',
    'sex',
    'birth_date',
    'phone_cipher',
    'phone_index',
    'phone_masked',
    'employer_id',
    'created_by',
  ];
  await copyRows(client, 'person', columns, rows());
  await client.query(
    `INSERT INTO person_presence (person_id, organisation_id) SELECT ${idIn(personId, 'n')}, ${idIn(organisationId, `${towns[0]} + n % ${towns.length}`)} FROM generate_series(1, $1::int) n`,
    [count],
  );
}
