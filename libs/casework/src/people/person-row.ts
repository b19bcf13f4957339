import { sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';

export interface FoundPerson {
  id: string;
  name: string;
  idMasked: string | null;
  sex: string | null;
  birthDate: PlainDate | null;
  phoneMasked: string | null;
  employerName: string | null;
}

/** What a list shows of a person, on the alias `p`. */
export const personColumns = sql`p.id, p.name, p.id_masked, p.sex, p.birth_date, p.phone_masked, (SELECT e.name FROM employer e WHERE e.id = p.employer_id) AS employer_name`;

/** Masked here, on the server: an unmasked name leaves only by a reveal. */
export function presentPerson({ id, name, idMasked, sex, birthDate, phoneMasked, employerName }: FoundPerson): FoundPerson {
  return { id, name: maskPersonName(name), idMasked, sex, birthDate, phoneMasked, employerName };
}
