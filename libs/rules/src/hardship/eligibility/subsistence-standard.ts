/** 低保标准: so much a person and month, by division and date. Loaded rows are data; people confirm or add the others. */
import type { PlainDate } from '../../shared/plain-date.js';
import type { Fen } from '../../shared/money.js';
import { inForce } from './in-force.js';

export interface SubsistenceStandard {
  readonly division: string;
  readonly validFrom: PlainDate;
  /** The last day, included; null until a later standard is published. */
  readonly validTo: PlainDate | null;
  /** A correction of a row is a new version of it: what was decided by the old one stays readable. */
  readonly version: number;
  /** null where no amount may be used until somebody supplies it. */
  readonly amountFen: Fen | null;
  /** What is remembered of it, to be confirmed or corrected; never used to decide. */
  readonly recalledFen: Fen | null;
  readonly evidence: string;
  readonly unverified: boolean;
  readonly source: string;
}

export function standardId({ division, validFrom, version }: SubsistenceStandard): string {
  return `${division}.${validFrom}.${version}`;
}

/** That of the division, or else of the city it lies in. */
export function standardInForce(
  standards: readonly SubsistenceStandard[],
  division: string,
  on: PlainDate,
): SubsistenceStandard | undefined {
  return standardOf(standards, division, on) ?? standardOf(standards, cityOf(division), on);
}

/** That of the division itself. */
export function standardOf(standards: readonly SubsistenceStandard[], division: string, on: PlainDate): SubsistenceStandard | undefined {
  return inForce(
    standards.filter((row) => row.division === division),
    on,
  );
}

const cityOf = (division: string): string => `${division.slice(0, 4)}00`;
