/** A row of the table: what is measured, against what, and what must be reached. */
export interface Row {
  name: string;
  /** what ours is, as it stands in the table */
  ours: string;
  /** what it is held against */
  beside: string;
  ratio: number;
  least?: number;
  most?: number;
}

export const reached = ({ ratio, least, most }: Row): boolean =>
  (least === undefined || ratio >= least) && (most === undefined || ratio <= most);

const targetOf = ({ least, most }: Row): string => (least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : '');
const wide = (text: string): number => [...text].reduce((width, character) => width + (character.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - wide(text)));

export const headings = ['row', 'ours', 'beside', 'ratio', 'target', 'verdict'] as const;
export const cellsOf = (row: Row): string[] => [
  row.name,
  row.ours,
  row.beside,
  row.ratio.toFixed(2),
  targetOf(row),
  reached(row) ? 'reached' : 'below',
];

export function lineOf(cells: readonly string[]): string {
  const widths = [62, 26, 26, 7, 8, 8];
  return cells
    .map((cell, i) => padded(cell, widths[i]!))
    .join('  ')
    .trimEnd();
}
