/**
 * A text that a spreadsheet would take for a formula (=, +, -, @ at its beginning) is handed out with an apostrophe before
 * it, and taken in again without: it is never evaluated, and nothing is lost on the way there and back.
 */
export function escapeFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
