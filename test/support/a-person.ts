/** People of the tests: synthetic numbers of people born in 1880. */
import { createPerson, type NewPerson } from '#casework/people/create-person';
import type { Work } from '#casework/work';
import { idCheckCharacter } from '#rules/shared/identifiers/resident-id';

/** The n-th resident ID of a woman (even) or a man (odd) born on 1880-01-01. */
export function anIdNumber(n: number): string {
  const first17 = `32050818800101${String(n).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

export async function aPerson(work: Work, over: Partial<NewPerson> = {}): Promise<string> {
  return (await createPerson(work, { name: '沈清如', notSameAs: [], ...over })).id;
}
