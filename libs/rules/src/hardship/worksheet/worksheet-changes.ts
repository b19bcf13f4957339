/** What is different between two worksheets of one household: per member and kind, the sums of the year. */
import type { Fen } from '../../shared/money.js';
import { yearFen, type Worksheet, type WorksheetLine, type WorksheetSide } from './worksheet.js';

export interface WorksheetChange {
  readonly memberId: string;
  readonly side: WorksheetSide;
  readonly kind: WorksheetLine['kind'];
  /** null where the sheet has no such line */
  readonly wasFen: Fen | null;
  readonly isFen: Fen | null;
}

/** In the order of the newer sheet, then what is no longer there. */
export function worksheetChanges(before: Worksheet, after: Worksheet): WorksheetChange[] {
  const [was, is] = [sums(before), sums(after)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((key) => ({ ...place(key), wasFen: was.get(key) ?? null, isFen: is.get(key) ?? null }))
    .filter(({ wasFen, isFen }) => (wasFen ?? 0) !== (isFen ?? 0));
}

function sums({ lines }: Worksheet): Map<string, Fen> {
  const found = new Map<string, Fen>();
  for (const line of lines) {
    const key = JSON.stringify([line.memberId, line.side, line.kind]);
    found.set(key, (found.get(key) ?? 0) + yearFen(line));
  }
  return found;
}

function place(key: string): Pick<WorksheetChange, 'memberId' | 'side' | 'kind'> {
  const [memberId, side, kind] = JSON.parse(key) as [string, WorksheetSide, WorksheetLine['kind']];
  return { memberId, side, kind };
}
