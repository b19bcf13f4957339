/** 联系电话: a mobile number, or a landline with or without its area code (inside a city people leave it out). */
import type { Refusal } from '../refusal.js';
import { bareNumber } from './plain-text.js';
import { refuseIdentifier } from './refusals.js';

export function readPhone(text: string): string | Refusal {
  const bare = bareNumber(text)
    .replace(/[‐-―－]/g, '-')
    .replace(/[()]/g, '-')
    .replace(/^-+/, '')
    .replace(/-+/g, '-');
  const digits = bare.replaceAll('-', '').replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  const landline = bare.replace(/^(?:\+|00)?86-?(?=0?\d{2,3}-?\d{7,8})/, '');
  if (/^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(landline) || /^[2-9]\d{6,7}(-\d{1,6})?$/.test(landline)) return landline;
  return refuseIdentifier('identifiers.phone-form');
}

/** 138****1234; of a landline the area code and the last four stay. */
export function maskPhone(number: string): string {
  if (/^1\d{10}$/.test(number)) return `${number.slice(0, 3)}****${number.slice(-4)}`;
  const area = /^0\d{2,3}-/.exec(number)?.[0] ?? '';
  return `${area}****${number.slice(-4)}`;
}
