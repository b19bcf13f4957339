import { dateInShanghai } from '#rules/shared/plain-date';
import { NOTHING } from './words.js';

/** 2026-11-20 09:30, the time in China wherever the reader's machine thinks it is. */
export function showInstant(instant: string | null | undefined): string {
  if (!instant) return NOTHING;
  const at = Date.parse(instant) + 8 * 3_600_000;
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

export function showDay(day: string | null | undefined): string {
  return day ?? NOTHING;
}

export function showText(text: string | null | undefined): string {
  return text === null || text === undefined || text.trim() === '' ? NOTHING : text;
}

/** 12,345 */
export function showCount(count: number | null | undefined): string {
  return count === null || count === undefined ? NOTHING : String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export const todayInChina = (): string => dateInShanghai(Date.now());
