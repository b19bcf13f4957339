import { sql } from '#data/sql';
import { readPhone } from '#rules/shared/identifiers/phone';
import { readResidentId } from '#rules/shared/identifiers/resident-id';
import { Refusal } from '#rules/shared/refusal';
import { today, type Work } from '../work.js';
import { personColumns, presentPerson, type FoundPerson } from './person-row.js';
import { similarPeople } from './similar-people.js';
import { visiblePerson } from './visible-person.js';

export interface PersonDescribed {
  name?: string | undefined;
  idNumber?: string | undefined;
  phone?: string | undefined;
}

/** 先查后建: what the ID number itself says, the one person who has it, and people who may be the same. */
export async function lookUpPerson(work: Work, { name, idNumber, phone }: PersonDescribed) {
  const read = idNumber ? readResidentId(idNumber, today(work)) : undefined;
  const id = read && 'number' in read ? read : undefined;
  const readable = phone ? readPhone(phone) : undefined;
  const [exact, similar] = await Promise.all([
    id ? personOf(work, work.secrets.index('id', id.number)) : null,
    similarPeople(work, { name, phone: typeof readable === 'string' ? readable : undefined }),
  ]);
  return {
    idNumber: read ? whatItSays(read) : null,
    exact: exact && presentPerson(exact),
    similar: similar.filter((person) => person.id !== exact?.id).map(({ because, ...person }) => ({ ...presentPerson(person), because })),
  };
}

function whatItSays(read: ReturnType<typeof readResidentId>) {
  if (read instanceof Refusal) return { valid: false, zh: read.sentence('zh'), en: read.sentence('en'), sex: null, birthDate: null };
  return { valid: true, zh: null, en: null, sex: read.sex, birthDate: read.birthDate };
}

async function personOf(work: Work, index: Buffer): Promise<FoundPerson | null> {
  const [person] = await work.data.read<FoundPerson>(
    work.actor,
    sql`SELECT ${personColumns} FROM person p WHERE ${visiblePerson(work.actor, 'person.read')} AND p.id IN (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id_index = ${index})`,
  );
  return person ?? null;
}
