/** 银行卡号, ISO/IEC 7812: 13 to 19 digits (in China mostly 16 or 19), the last one by Luhn. */
import type { Refusal } from '../refusal.js';
import { bareNumber } from './plain-text.js';
import { refuseIdentifier } from './refusals.js';

/** A 存折 or a company's account follows no common rule; only cards are checked. */
export type AccountKind = 'card' | 'passbook';

export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

export function readBankCard(text: string): string | Refusal {
  const number = bareNumber(text).replaceAll('-', '');
  if (!/^\d{13,19}$/.test(number)) return refuseIdentifier('identifiers.card-form');
  return luhnHolds(number) ? number : refuseIdentifier('identifiers.card-check');
}

export function maskBankCard(number: string): string {
  return `**** ${number.slice(-4)}`;
}
