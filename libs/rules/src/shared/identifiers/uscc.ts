/** 统一社会信用代码, GB 32100-2015; positions 9–17 are the organisation code that a firm had before 2015. */
import type { Refusal } from '../refusal.js';
import { orgCodeCheckCharacter } from './org-code.js';
import { bareNumber } from './plain-text.js';
import { refuseIdentifier } from './refusals.js';

export interface Uscc {
  readonly code: string;
  readonly orgCode: string;
  /** False where a check character disagrees: some early codes fail it, so that is for a person to confirm. */
  readonly verified: boolean;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The second modulo matters: a sum divisible by 31 gives the check character 0. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += WEIGHTS[i]! * ALPHABET.indexOf(first17[i]!);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

export function readUscc(text: string): Uscc | Refusal {
  const code = bareNumber(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return refuseIdentifier('identifiers.uscc-form');
  const orgCode = code.slice(8, 17);
  return { code, orgCode, verified: usccCheckCharacter(code) === code[17] && orgCodeCheckCharacter(orgCode) === orgCode[8] };
}
