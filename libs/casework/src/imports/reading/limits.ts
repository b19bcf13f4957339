import { refuseImport } from '#rules/imports/refusals';

/** What a ledger may be at most. A workbook is a compressed archive: without limits a small file could fill the memory. */
export const LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  parts: 2_000,
  /** Unpacked bytes of one part: about half a million rows. */
  partBytes: 512 * 1024 * 1024,
  /** Unpacked to packed size of a large part; ordinary sheets have 10, dull ones 60. */
  ratio: 300,
  sharedTexts: 4_000_000,
  sharedCharacters: 64_000_000,
  rows: 500_000,
  columns: 512,
  cellCharacters: 100_000,
  merges: 200_000,
} as const;

export function tooBig(what: string, limit: number): never {
  throw refuseImport('imports.too-big', { what, limit });
}

export function damaged(why: string): never {
  throw refuseImport('imports.damaged-workbook', { why });
}
