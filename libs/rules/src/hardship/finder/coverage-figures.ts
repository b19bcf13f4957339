/** The figures of the coverage board (应帮尽帮): each counts rows that can be opened. */
import type { Label } from '../../shared/label.js';
import type { Permission } from '../../access/permissions.js';
import { closingCodes, closings, type Closing } from './candidate-codes.js';

export type FileFigure = 'on-file' | 'helped' | 'never-helped' | 'review-overdue';
export type CandidateFigure = 'open' | 'overdue' | `closed-${Closing}`;
export type CoverageFigure = FileFigure | CandidateFigure;

interface FigureText extends Label {
  readonly of: 'hardship' | 'candidate';
  /** What one must be allowed to read so that the figure is true. */
  readonly needs: readonly Permission[];
}

const ofFiles = (zh: string, en: string, ...more: Permission[]): FigureText => ({
  zh,
  en,
  of: 'hardship',
  needs: ['hardship.read', ...more],
});
const ofCandidates = (zh: string, en: string): FigureText => ({ zh, en, of: 'candidate', needs: ['candidate.read'] });

/** Helped and closed are counted over the last twelve months. */
export const COVERAGE_MONTHS = 12;

const closed = Object.fromEntries(
  closingCodes.map((closing) => [`closed-${closing}`, ofCandidates(closings[closing].zh, closings[closing].en)]),
) as Record<`closed-${Closing}`, FigureText>;

export const coverageFigures: Readonly<Record<CoverageFigure, FigureText>> = {
  'on-file': ofFiles('在档', 'On file'),
  helped: ofFiles('一年内帮扶', 'Helped within a year', 'disbursement.read'),
  'never-helped': ofFiles('从未帮扶', 'Never helped', 'disbursement.read'),
  'review-overdue': ofFiles('复核逾期', 'Review overdue'),
  open: ofCandidates('待办结线索', 'Open candidates'),
  overdue: ofCandidates('逾期线索', 'Overdue candidates'),
  ...closed,
};
export const coverageFigureCodes = Object.keys(coverageFigures) as CoverageFigure[];
