/** A criterion as the rule itself says it, without any household: what is reckoned, and what it stands beside. */
import type { Label } from '../../shared/label.js';
import { formatYuan } from '../../shared/money.js';
import { employmentStates, hardshipCauses } from '../codes.js';
import type { Comparison, Criterion } from './eligibility-rule.js';
import { countInputs, inputLabels, type InputName } from './household.js';

const both = (zh: string, en: string): Label => ({ zh, en });
const beside: Readonly<Record<Comparison, Label>> = {
  '<': both('低于', 'below'),
  '<=': both('不高于', 'at most'),
  '>': both('高于', 'above'),
  '>=': both('不低于', 'at least'),
};
const codeLabels: Readonly<Record<string, Label>> = { ...hardshipCauses, ...employmentStates };

/** How a threshold is written down: percent of the standard or of an amount, fen, or a number. */
export type ThresholdUnit = 'percent' | 'fen' | 'number';
export function unitOf({ formula }: Criterion): ThresholdUnit | null {
  if (formula === 'per-capita' || formula === 'ratio') return 'percent';
  if (formula === 'amount') return 'fen';
  return formula === 'count' ? 'number' : null;
}

export function criterionInWords(criterion: Criterion): Label {
  const names = (inputs: readonly InputName[], language: 'zh' | 'en'): string[] => inputs.map((input) => inputLabels[input][language]);
  if (criterion.formula === 'per-capita') {
    const { plus, minus } = criterion;
    const sum = (language: 'zh' | 'en'): string => [names(plus, language).join(' + '), ...names(minus, language)].join(' − ');
    const limit = limitInWords(criterion);
    return both(`（${sum('zh')}）÷ 12 ÷ 共同生活人口 ${limit.zh}`, `(${sum('en')}) ÷ 12 ÷ persons ${limit.en}`);
  }
  const { zh, en } = inputLabels[criterion.of];
  if (criterion.formula === 'fact') return criterion.holds ? both(`“${zh}”为是`, `"${en}": yes`) : both(`“${zh}”为否`, `"${en}": no`);
  if (criterion.formula === 'among') {
    const listed = (language: 'zh' | 'en'): string =>
      criterion.codes.map((code) => codeLabels[code]?.[language] ?? code).join(language === 'zh' ? '、' : ', ');
    return both(`${zh}：${listed('zh')}`, `${en}: ${listed('en')}`);
  }
  const limit = limitInWords(criterion);
  return both(`${zh} ${limit.zh}`, `${en} ${limit.en}`);
}

/** A short name that says the threshold itself: of a criterion whose own name would still say the old one. */
export function nameInWords(criterion: Criterion): Label {
  if (criterion.formula !== 'per-capita') return criterionInWords(criterion);
  const limit = limitInWords(criterion);
  const [assets, outlay] = [criterion.plus.length > 1, criterion.minus.length > 0];
  return both(
    `${outlay ? '扣除支出后' : ''}家庭月人均收入${assets ? '及资产' : ''}${limit.zh}`,
    `Monthly income${assets ? ' and assets' : ''} a person${outlay ? ' after outlay' : ''} ${limit.en}`,
  );
}

type Numeric = Extract<Criterion, { threshold: number | null }>;

/** 低于 低保标准 × 2 */
export function limitInWords(criterion: Numeric): Label {
  const { zh, en } = beside[criterion.is];
  const { threshold } = criterion;
  if (threshold === null) return both(`${zh}？（标准未查到，待补充）`, `${en} ? (not found, to be supplied)`);
  const value = thresholdInWords(criterion, threshold);
  return both(`${zh}${value.zh}`, `${en} ${value.en}`);
}

export function thresholdInWords(criterion: Numeric, threshold: number): Label {
  if (criterion.formula === 'per-capita') return both(`低保标准 × ${threshold / 100}`, `${threshold / 100} × the subsistence standard`);
  if (criterion.formula === 'ratio') {
    const base = inputLabels[criterion.base];
    return both(`“${base.zh}”的${threshold}%`, `${threshold} % of "${base.en}"`);
  }
  if (criterion.formula === 'amount') return both(`${formatYuan(threshold)}元`, `${formatYuan(threshold)} yuan`);
  const { unitZh, unitEn } = countInputs[criterion.of];
  return both(`${threshold}${unitZh}`, `${threshold} ${unitEn}`);
}
