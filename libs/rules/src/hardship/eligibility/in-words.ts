/** A finding and a change as sentences, with the numbers that made them. */
import type { Label } from '../../shared/label.js';
import { formatYuan } from '../../shared/money.js';
import { employmentStates, hardshipCauses } from '../codes.js';
import type { Comparison, Criterion, PerCapita } from './eligibility-rule.js';
import { countInputs, factInputs, inputLabels, moneyInputs, type FactInput, type Household, type InputName } from './household.js';
import type { Finding, Missing } from './judge-criterion.js';
import type { SubsistenceStandard } from './subsistence-standard.js';
import type { Change, InputValue } from './what-would-change.js';

const beside: Readonly<Record<Comparison, Label>> = {
  '<': { zh: '低于', en: 'below' },
  '<=': { zh: '不高于', en: 'at most' },
  '>': { zh: '高于', en: 'above' },
  '>=': { zh: '不低于', en: 'at least' },
};
const codeLabels: Readonly<Record<string, Label>> = { ...hardshipCauses, ...employmentStates };
const is = <Name extends string>(list: Readonly<Record<Name, Label>>, input: string): input is Name => Object.hasOwn(list, input);
const both = (zh: string, en: string): Label => ({ zh, en });
const named = (codes: readonly string[], language: 'zh' | 'en'): string =>
  codes.map((code) => codeLabels[code]?.[language] ?? code).join(language === 'zh' ? '、' : ', ');

/** A value as people read it: money in yuan, a count with its unit, yes or no, the names of codes. */
export function valueInWords(input: InputName, value: InputValue): Label {
  if (typeof value === 'boolean') return value ? both('是', 'yes') : both('否', 'no');
  if (typeof value !== 'number') {
    const codes = typeof value === 'string' ? [value] : value;
    return both(named(codes, 'zh') || '无', named(codes, 'en') || 'none');
  }
  if (is(moneyInputs, input)) return both(`${formatYuan(value)}元`, `${formatYuan(value)} yuan`);
  const unit = is(countInputs, input) ? countInputs[input] : { unitZh: '人', unitEn: 'persons' };
  return both(`${value}${unit.unitZh}`, `${value} ${unit.unitEn}`);
}

/** How the value came about: （收入36,000.00元 − 医疗自付8,400.00元）÷ 12 ÷ 3人 = 766.67元 */
export function calculationInWords({ criterion, value }: Finding, household: Household): Label {
  if (criterion.formula === 'per-capita') return perCapitaInWords(criterion, value, household);
  const input = criterion.of;
  const held = household[input];
  const [name, shown] = [inputLabels[input], held === undefined ? both('未知', 'not known') : valueInWords(input, held)];
  return both(`${name.zh}：${shown.zh}`, `${name.en}: ${shown.en}`);
}

function perCapitaInWords({ plus, minus }: PerCapita, value: number | null, household: Household): Label {
  const term = (input: InputName, language: 'zh' | 'en'): string => {
    const held = household[input] as number | undefined;
    const amount = held === undefined ? both('（未知）', ' (not known)') : both(`${formatYuan(held)}元`, ` ${formatYuan(held)}`);
    return `${inputLabels[input][language]}${amount[language]}`;
  };
  // A family reads what was taken off, not a list of kinds of outlay that it has none of.
  const taken = minus.filter((input) => household[input] !== 0);
  const sum = (language: 'zh' | 'en'): string =>
    plus.map((input) => term(input, language)).join(' + ') + taken.map((input) => ` − ${term(input, language)}`).join('');
  const result = value === null ? both('', '') : both(` = ${formatYuan(value)}元/人·月`, ` = ${formatYuan(value)} yuan a person and month`);
  return both(`（${sum('zh')}）÷ 12 ÷ ${household.persons}人${result.zh}`, `(${sum('en')}) ÷ 12 ÷ ${household.persons}${result.en}`);
}

/** What is asked for: 低于1,812.00元（低保标准1,208.00元 × 1.5） */
export function requirementInWords(criterion: Criterion, threshold: number | null, standard: SubsistenceStandard | undefined): Label {
  if (criterion.formula === 'fact') return criterion.holds ? both('应为是', 'must be yes') : both('应为否', 'must be no');
  if (criterion.formula === 'among') return oneOfInWords(criterion.codes);
  const { zh, en } = beside[criterion.is];
  if (criterion.threshold === null) return both(`${zh}？（标准待补充）`, `${en} ? (threshold to be supplied)`);
  if (criterion.formula === 'per-capita') {
    const times = criterion.threshold / 100;
    const [sum, base] = [threshold, standard?.amountFen].map((amount) => (amount == null ? '？' : formatYuan(amount)));
    return both(`${zh}${sum}元（低保标准${base}元 × ${times}）`, `${en} ${sum} (subsistence standard ${base} × ${times})`);
  }
  if (criterion.formula === 'ratio') {
    const base = inputLabels[criterion.base];
    return both(`${zh}${base.zh}的${criterion.threshold}%`, `${en} ${criterion.threshold} % of: ${base.en}`);
  }
  const limit = valueInWords(criterion.of, criterion.threshold);
  return both(`${zh}${limit.zh}`, `${en} ${limit.en}`);
}

function oneOfInWords(codes: readonly string[]): Label {
  const one = codes.length === 1;
  return both(`应为${named(codes, 'zh')}${one ? '' : '之一'}`, `must be ${one ? '' : 'one of '}${named(codes, 'en')}`);
}

export function missingInWords(one: Missing): Label {
  if (one.kind === 'threshold')
    return both('规则中的标准未查到，须由市总工会补充后才能判定', 'The threshold was not found: the federation must supply it');
  if (one.kind === 'standard')
    return both(
      '当日有效的低保标准未查到或未确认，须补充',
      'The subsistence standard of that day is not known or not confirmed: supply it',
    );
  const { zh, en } = inputLabels[one.input];
  return both(`缺少“${zh}”`, `"${en}" is missing`);
}

/** 家庭年可支配收入减少8,400.00元（至27,600.00元） */
export function changeInWords({ input, from, to, oneOf }: Change): Label {
  const name = inputLabels[input];
  if (typeof from === 'number' && typeof to === 'number') {
    const [by, until, less] = [valueInWords(input, Math.abs(to - from)), valueInWords(input, to), to < from];
    return both(
      `${name.zh}${less ? '减少' : '增加'}${by.zh}（至${until.zh}）`,
      `${name.en} ${less ? 'less' : 'more'} by ${by.en} (${until.en})`,
    );
  }
  if (is(factInputs, input)) return factInWords(input, to === true);
  if (oneOf) {
    const words = oneOfInWords(oneOf);
    return both(`${name.zh}${words.zh}`, `${name.en} ${words.en}`);
  }
  const left = valueInWords(input, to);
  return both(`${name.zh}变为：${left.zh}`, `${name.en} become: ${left.en}`);
}

function factInWords(input: FactInput, holds: boolean): Label {
  const { zh, en } = inputLabels[input];
  return both(`“${zh}”为${holds ? '是' : '否'}`, `"${en}" is ${holds ? 'yes' : 'no'}`);
}
