/** What a person means by the text in a search box. */
import { bareNumber, halfWidth } from '../shared/identifiers/plain-text.js';
import { readPhone } from '../shared/identifiers/phone.js';
import { readResidentId } from '../shared/identifiers/resident-id.js';
import type { PlainDate } from '../shared/plain-date.js';
import { gramsAsked, plainName } from './name-grams.js';

export type SearchText =
  | { readonly kind: 'nothing' }
  /** a whole ID number: eighteen characters, or fifteen brought to eighteen */
  | { readonly kind: 'id'; readonly number: string }
  | { readonly kind: 'phone'; readonly number: string }
  /** 统一社会信用代码 or 组织机构代码 */
  | { readonly kind: 'code'; readonly code: string }
  /** the digits of a document number, year first */
  | { readonly kind: 'digits'; readonly digits: string }
  /** how a document number begins */
  | { readonly kind: 'number'; readonly start: string }
  /** part of a name, whole and in pieces */
  | { readonly kind: 'name'; readonly part: string; readonly grams: readonly string[] }
  /** pinyin, whole or initials */
  | { readonly kind: 'pinyin'; readonly letters: string };

export function readSearchText(text: string, today: PlainDate): SearchText {
  const asked = halfWidth(text).trim();
  if (asked === '') return { kind: 'nothing' };
  const bare = bareNumber(asked);
  const id = readResidentId(bare, today);
  if ('number' in id) return { kind: 'id', number: id.number };
  if (/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(bare) || /^[0-9A-Z]{8}-[0-9X]$/.test(bare)) return { kind: 'code', code: bare.replace('-', '') };
  if (/^1[3-9]\d{9}$/.test(bare) || /^0\d{2,3}-?\d{7,8}$/.test(bare)) {
    const phone = readPhone(bare);
    if (typeof phone === 'string') return { kind: 'phone', number: phone };
  }
  const number = numberAsked(asked);
  if (number) return number;
  if (/^[a-z' üÜ]+$/i.test(asked)) return { kind: 'pinyin', letters: lettersOf(asked) };
  const part = plainName(asked);
  return part === '' ? { kind: 'nothing' } : { kind: 'name', part, grams: gramsAsked(part) };
}

/** 苏劳调字〔2026〕第0012号, 苏劳调字, 2026第12号 and 20260012. */
function numberAsked(asked: string): SearchText | undefined {
  const plain = asked
    .replace(/\s/g, '')
    .replace(/[[【（(]/g, '〔')
    .replace(/[\]】）)]/g, '〕');
  if (/字(〔|$)|信〔|〔\d{4}〕/.test(plain)) return { kind: 'number', start: plain };
  const loose = /^(\d{4})\D{1,3}(\d{1,4})号?$/.exec(plain);
  if (loose) return { kind: 'digits', digits: loose[1]! + loose[2]!.padStart(4, '0') };
  return /^\d{5,12}$/.test(plain) ? { kind: 'digits', digits: plain } : undefined;
}

export function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z]/g, '');
}
