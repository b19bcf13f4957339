/** What can be told of a PDF without a reader: whether it is whole, and whether it names anything that runs by itself. */
import { findText, textAt } from './bytes.js';

/** The end mark stands in the last lines; without it the upload broke off. */
export function isWholePdf(bytes: Uint8Array): boolean {
  if (!/^%PDF-[12]\.\d/.test(textAt(bytes, 0, 8))) return false;
  return findText(bytes, '%%EOF', Math.max(0, bytes.length - 1_024)) >= 0;
}

/** Short names such as /JS would be found by chance in any picture; what carries a script names it in full besides. */
const active = new Set(['JavaScript', 'Launch', 'RichMedia', 'ImportData', 'GoToE']);
const LONGEST_NAME = 60;
const SLASH = 0x2f;

/** The first active name, also where it is written with escapes (/J#61vaScript). What lies in compressed parts is the scanner’s to find. */
export function activeNameIn(bytes: Uint8Array): string | undefined {
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    const first = bytes[at + 1];
    if (first === undefined || !(isLetter(first) || first === 0x23)) continue;
    const name = nameAt(bytes, at + 1);
    if (active.has(name)) return name;
  }
  return undefined;
}

const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

function nameAt(bytes: Uint8Array, at: number): string {
  const written = /^[^\s\0()<>[\]{}/%]*/.exec(textAt(bytes, at, LONGEST_NAME))![0];
  return written.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
