/**
 * Text as people type it, brought to one form. Unicode's own NFKC is too strong here: it also replaces rare characters of
 * names by their common twins, and a name is to be kept as its bearer writes it.
 */

const WIDE = /[\uFF01-\uFF5E\u3000\u00A0]/;

/** Full-width ASCII (１２３，（）：) and the full-width blank become half-width. */
export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00A0]/g, ' ');
}

const INVISIBLE = /[\s\u200B-\u200F\u2060\uFEFF]+/g;

export function withoutBlanks(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** A number that is a name (ID, card, code): also freed of the ' and ="…" by which spreadsheets are told to keep it as text. */
export function bareNumber(text: string): string {
  return withoutBlanks(halfWidth(text))
    .replace(/^="?(.*?)"?$/, '$1')
    .replace(/^'/, '')
    .toUpperCase();
}
