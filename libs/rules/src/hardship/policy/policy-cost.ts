/**
 * What a change may cost in a year. An estimate by one formula, stated beside every sum: the most that living aid from the
 * central fund may come to, household by household. What is really paid is decided family by family.
 */
import type { Label } from '../../shared/label.js';
import { fen, shareOf, type Fen } from '../../shared/money.js';
import type { Citation } from '../eligibility/eligibility-rule.js';
import type { SubsistenceStandard } from '../eligibility/subsistence-standard.js';

export interface CostTerms {
  /** Months of the standard that a household may get in a year. */
  readonly months: number;
  /** How much of the cap is reckoned with, in percent. */
  readonly capPercent: number;
}

export const CAP_MONTHS = 12;
export const WHOLE_CAP = 100;

export const capCitation: Citation = {
  instrument: '中央财政专项帮扶资金使用管理办法（2015）',
  article: '第五条第（一）项',
  sources: ['S34'],
};

export const costFormula: Label = {
  zh: '每户每年 = {months} × 低保标准（元/人·月）× {percent}%；纳入为加，退出为减，标准变化取差额。仅为估算：以生活救助上限（全年低保标准之和）计，不含医疗、助学等项。',
  en: 'A household and year = {months} × the standard (a person and month) × {percent} %; added for who enters, taken off for who leaves, the difference where the standard changes. An estimate only: by the cap of living aid (the annual sum of the standard), without medical, school and other aid.',
};

/** Nothing for a household without a file, and nothing where the standard is not known. */
export function yearlyCap(standard: SubsistenceStandard | undefined, onFile: boolean, { months, capPercent }: CostTerms): Fen {
  return onFile && standard?.amountFen != null ? shareOf(fen(standard.amountFen * months), capPercent, 100) : 0;
}
