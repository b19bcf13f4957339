/** How a row of golden-eligibility.json is read: what differs from an ordinary household, and what must come out. */
import type { PlainDate } from '../../shared/plain-date.js';
import { Refusal } from '../../shared/refusal.js';
import { assess, type Assessment } from './assess.js';
import type { HardshipClass } from '../codes.js';
import { withThresholds, type EligibilityRule } from './eligibility-rule.js';
import type { Household } from './household.js';
import type { Verdict } from './judge-criterion.js';
import type { SubsistenceStandard } from './subsistence-standard.js';

export interface GoldenFamily {
  readonly why: string;
  readonly receivedOn: PlainDate;
  readonly assessedOn: PlainDate;
  /** A standard supplied for the case, where the table's own may not be used. */
  readonly standardFen?: number;
  /** Thresholds supplied, by criterion, where the rule's own were not found. */
  readonly supplied?: Readonly<Record<string, number>>;
  /** What differs from the ordinary household; null is not known. */
  readonly household: Readonly<Record<string, unknown>>;
  readonly rule: string;
  readonly verdict: Assessment['verdict'];
  readonly proposed: HardshipClass | null;
  readonly opensFile: boolean;
  readonly classes: Readonly<Partial<Record<HardshipClass, Verdict>>>;
}

/** Three persons without income, of whom everything is known and nothing excludes. */
export const ordinaryHousehold: Household = {
  division: '320508',
  persons: 3,
  income: 0,
  medical: 0,
  schooling: 0,
  aids: 0,
  rehabilitation: 0,
  care: 0,
  workCost: 0,
  event: 0,
  savings: 0,
  investments: 0,
  schoolFee: 0,
  publicSchoolFee: 0,
  monthsBelow: 0,
  labourMonths: 24,
  dwellings: 1,
  governmentAided: false,
  hardAfterAid: false,
  suddenEvent: false,
  accident: false,
  higherSchooling: false,
  hiresInBusiness: false,
  studyAbroad: false,
  carNotForWork: false,
  idleWithoutReason: false,
  unionMember: true,
  survivor: false,
  causes: ['other'],
  employment: 'employed',
};

export function goldenHousehold({ household }: GoldenFamily): Household {
  const all = Object.entries({ ...ordinaryHousehold, ...household }).filter(([, value]) => value !== null);
  return Object.fromEntries(all) as unknown as Household;
}

export function goldenStandards(
  { standardFen, assessedOn }: GoldenFamily,
  table: readonly SubsistenceStandard[],
): readonly SubsistenceStandard[] {
  if (standardFen === undefined) return table;
  const supplied: SubsistenceStandard = {
    division: '320500',
    validFrom: assessedOn,
    validTo: assessedOn,
    version: 1,
    amountFen: standardFen,
    recalledFen: null,
    evidence: 'supplied',
    unverified: false,
    source: 'supplied for the case',
  };
  return [supplied];
}

/** Supplying a threshold makes a new version; the golden table says which version it began from. */
export function goldenRules({ supplied }: GoldenFamily, rules: readonly EligibilityRule[]): readonly EligibilityRule[] {
  return supplied ? rules.map((rule) => ({ ...withThresholds(rule, supplied), version: rule.version })) : rules;
}

export type GoldenFacts = Pick<GoldenFamily, 'rule' | 'verdict' | 'proposed' | 'opensFile' | 'classes'>;

export function goldenFacts(row: GoldenFamily, rules: readonly EligibilityRule[], table: readonly SubsistenceStandard[]): GoldenFacts {
  const assessed = assess(goldenRules(row, rules), goldenStandards(row, table), goldenHousehold(row), row);
  if (assessed instanceof Refusal) throw assessed;
  const { ruleId, verdict, proposed, opensFile, classes } = assessed;
  return {
    rule: ruleId,
    verdict,
    proposed,
    opensFile,
    classes: Object.fromEntries(classes.map((one) => [one.hardshipClass, one.verdict])),
  };
}
