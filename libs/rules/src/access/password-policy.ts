import type { Judgement } from '../shared/refusal.js';
import { refuseAccess } from './refusals.js';

/** Lengths and ages are local practice and parameters; the wish for complexity and change is 等保 2.0 level 3 (GB/T 22239-2019). */
export const passwordRules = { minLength: 12, maxLength: 128, kinds: 3, lockAfter: 5, lockMinutes: 15, maxAgeDays: 180 } as const;

const COMMON = [
  'password',
  '123456',
  'qwerty',
  'admin',
  'abc123',
  'iloveyou',
  'woaini',
  'bangfu',
  'zonggonghui',
  '888888',
  '666666',
  '111111',
];

export function mayUsePassword(next: string, account: { username: string; name: string }): Judgement {
  if ([...next].length < passwordRules.minLength) return refuseAccess('access.password-short', { min: passwordRules.minLength });
  if ([...next].length > passwordRules.maxLength) return refuseAccess('access.password-long', { max: passwordRules.maxLength });
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(next)).length;
  if (kinds < passwordRules.kinds) return refuseAccess('access.password-plain', { kinds: passwordRules.kinds });
  const lower = next.toLowerCase();
  if (lower.includes(account.username.toLowerCase()) || lower.includes(account.name.toLowerCase()))
    return refuseAccess('access.password-personal');
  const letters = COMMON.reduce((rest, word) => rest.replaceAll(word, ''), lower);
  if (letters.length < passwordRules.minLength / 2 || new Set(lower).size < 5) return refuseAccess('access.password-common');
  return undefined;
}
