/** 居民身份证号, GB 11643-1999, with the 15-digit numbers of before 1999. */
import { isPlainDate, type PlainDate } from '../plain-date.js';
import type { Refusal } from '../refusal.js';
import { bareNumber } from './plain-text.js';
import { refuseIdentifier } from './refusals.js';

export type Sex = 'male' | 'female';
export type IdType = 'resident-id' | 'hk-mo-tw-residence' | 'foreigner-residence';

export interface ResidentId {
  readonly number: string;
  /** The 15-digit number, where that is what was presented. */
  readonly original?: string;
  readonly type: IdType;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

export function idCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += WEIGHTS[i]! * (first17.charCodeAt(i) - 48);
  return CHECKS[sum % 11]!;
}

/** The region is not checked: abolished codes stay on valid cards. */
export function readResidentId(text: string, today: PlainDate): ResidentId | Refusal {
  const bare = bareNumber(text);
  if (!/^\d*X?$/.test(bare)) return refuseIdentifier('identifiers.id-characters');
  if (bare.length === 15) return bare.endsWith('X') ? refuseIdentifier('identifiers.id-characters') : fromFifteen(bare, today);
  if (bare.length !== 18) return refuseIdentifier('identifiers.id-length', { length: bare.length });
  if (idCheckCharacter(bare) !== bare[17]) return refuseIdentifier('identifiers.id-check');
  return described(bare, today);
}

function fromFifteen(original: string, today: PlainDate): ResidentId | Refusal {
  const first17 = `${original.slice(0, 6)}19${original.slice(6)}`;
  const id = described(first17 + idCheckCharacter(first17), today);
  return 'number' in id ? { ...id, original } : id;
}

function described(number: string, today: PlainDate): ResidentId | Refusal {
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(birthDate) || birthDate > today) return refuseIdentifier('identifiers.id-birth-date');
  return { number, type: idTypeOf(number), birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

function idTypeOf(number: string): IdType {
  if (/^8[123]0000/.test(number)) return 'hk-mo-tw-residence';
  return number.startsWith('9') ? 'foreigner-residence' : 'resident-id';
}

/** 320508********0017 */
export function maskResidentId(number: string): string {
  return `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 10))}${number.slice(-4)}`;
}
