/** 组织机构代码, GB 11714: eight characters and a check character, written 12345678-9. */
import type { Refusal } from '../refusal.js';
import { bareNumber } from './plain-text.js';
import { refuseIdentifier } from './refusals.js';

export interface OrgCode {
  /** Nine characters, without the dash. */
  readonly code: string;
  /** False where the check character disagrees: early codes do, so that is for a person to confirm, not a refusal. */
  readonly verified: boolean;
}

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function orgCodeCheckCharacter(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) sum += WEIGHTS[i]! * DIGITS.indexOf(first8[i]!);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

export function readOrgCode(text: string): OrgCode | Refusal {
  const code = bareNumber(text).replace(/^([0-9A-Z]{8})[-－—–]([0-9X])$/, '$1$2');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return refuseIdentifier('identifiers.org-code-form');
  return { code, verified: orgCodeCheckCharacter(code) === code[8] };
}

export function formatOrgCode(code: string): string {
  return `${code.slice(0, 8)}-${code.slice(8)}`;
}
