/** Reads eligibility rules and subsistence standards from data, and says which row is wrong rather than let it in. */
import { isPlainDate, type PlainDate } from '../../shared/plain-date.js';
import { employmentStates, eras, hardshipCauses, hardshipClasses } from '../codes.js';
import { criteriaOf, eligibilityRuleId, type Criterion, type EligibilityRule, type Source } from './eligibility-rule.js';
import { countInputs, factInputs, moneyInputs } from './household.js';
import { standardId, type SubsistenceStandard } from './subsistence-standard.js';

/** A rule as its file gives it: the sources stand once, for all rules that cite them. */
export interface EligibilityFile {
  readonly sources: readonly unknown[];
  readonly rules: readonly object[];
}

export function readEligibilityFile({ sources, rules }: EligibilityFile): EligibilityRule[] {
  const all = sources.map(readSource);
  return readEligibilityRules(
    rules.map((row) => {
      const text = JSON.stringify(row);
      return { ...row, sources: all.filter(({ id }) => text.includes(`"${id}"`)) };
    }),
  );
}

/** Rules as a file of ours gives them: there no two may hold on one day, for that would be a slip of the pen. */
export function readEligibilityRules(rows: readonly unknown[]): EligibilityRule[] {
  const rules = readPublishedRules(rows);
  for (const rule of rules) {
    const other = rules.find((one) => one !== rule && within(rule, one.validFrom));
    if (other) throw new RangeError(`${eligibilityRuleId(rule)} and ${eligibilityRuleId(other)} hold on one day`);
  }
  return rules;
}

/** Rules as they were published one after the other: what came later stands before what it replaces (in-force.ts). */
export function readPublishedRules(rows: readonly unknown[]): EligibilityRule[] {
  const rules = rows.map(readRule);
  const twice = firstTwice(rules.map(eligibilityRuleId));
  if (twice) throw new RangeError(`${twice} stands twice: another rule is one version more`);
  return rules;
}

export function readStandards(rows: readonly unknown[]): SubsistenceStandard[] {
  const standards = readPublishedStandards(rows);
  for (const row of standards) {
    const other = standards.find((one) => one.division === row.division && one.validFrom !== row.validFrom && within(row, one.validFrom));
    if (other) throw new RangeError(`The standards ${standardId(row)} and ${standardId(other)} hold on one day`);
  }
  return standards;
}

export function readPublishedStandards(rows: readonly unknown[]): SubsistenceStandard[] {
  const standards = rows.map((row) => {
    refuse(`standard ${JSON.stringify(row)}`, row, standardChecks);
    return row as SubsistenceStandard;
  });
  const twice = firstTwice(standards.map(standardId));
  if (twice) throw new RangeError(`The standard ${twice} stands twice`);
  return standards;
}

const firstTwice = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index);

function readRule(row: unknown): EligibilityRule {
  const name = typeof row === 'object' && row !== null && 'code' in row ? String(row.code) : '?';
  refuse(`eligibility rule ${name}`, row, ruleChecks);
  const rule = row as EligibilityRule;
  const seen = new Map<string, string>();
  for (const criterion of criteriaOf(rule)) {
    const where = `criterion ${criterion.code} of ${eligibilityRuleId(rule)}`;
    refuse(where, criterion, { ...told, ...(formulas[criterion.formula] ?? { formula: () => false }) });
    const text = JSON.stringify(criterion);
    if ((seen.get(criterion.code) ?? text) !== text) throw new RangeError(`The ${where} stands twice and differs`);
    seen.set(criterion.code, text);
    const unread = criterion.citation.sources.find((id) => !rule.sources.some((source) => source.id === id));
    if (unread) throw new RangeError(`The ${where} cites ${unread}, which is not among the rule's sources`);
  }
  return rule;
}

function readSource(row: unknown): Source {
  refuse('source', row, { id: isText, title: isText, read: isText, text: isLabel });
  return row as Source;
}

function within({ validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate | null }, day: PlainDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, Check>>;

function refuse(what: string, row: unknown, checks: Checks): void {
  const fields = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
  const wrong = Object.keys(checks).filter((field) => !checks[field]!(fields[field]));
  if (wrong.length > 0) throw new RangeError(`The ${what} has no good ${wrong.join(', ')}`);
}

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isBoolean: Check = (value) => typeof value === 'boolean';
const isPositive: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const isDate: Check = (value) => typeof value === 'string' && isPlainDate(value);
const isLabel: Check = (value) => fits(value, { zh: isText, en: isText });
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (list: object): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(list, value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const some =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const fits = (value: unknown, checks: Checks): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(checks).every((field) => checks[field]!((value as Record<string, unknown>)[field]));

const isCriterion: Check = (value) =>
  fits(value, { code: isText, formula: oneOfFormulas, citation: (cited) => fits(cited, { sources: some(isText) }) });
function oneOfFormulas(value: unknown): boolean {
  return oneOf(formulas)(value);
}
const isComparison: Check = (value) => value === '<' || value === '<=' || value === '>' || value === '>=';
const isThreshold = orNull(isPositive);

const told: Checks = {
  code: isText,
  name: isLabel,
  citation: (value) => fits(value, { instrument: isText, article: orNull(isText), sources: some(isText) }),
  unverified: isBoolean,
};
const formulas: Readonly<Record<Criterion['formula'], Checks>> = {
  'per-capita': { plus: some(oneOf(moneyInputs)), minus: listOf(oneOf(moneyInputs)), is: isComparison, threshold: isThreshold },
  amount: { of: oneOf(moneyInputs), is: isComparison, threshold: isThreshold },
  count: { of: oneOf(countInputs), is: isComparison, threshold: isThreshold },
  ratio: { of: oneOf(moneyInputs), base: oneOf(moneyInputs), is: (value) => value === '>', threshold: isThreshold },
  fact: { of: oneOf(factInputs), holds: isBoolean },
  among: { of: oneOf({ causes: 0, employment: 0 }), codes: some(oneOf({ ...hardshipCauses, ...employmentStates })) },
};
const ruleChecks: Checks = {
  code: isText,
  version: isPositive,
  era: oneOf(eras),
  name: isLabel,
  validFrom: isDate,
  validTo: orNull(isDate),
  periodUnverified: isBoolean,
  applicants: listOf(some(isCriterion)),
  exclusions: listOf(isCriterion),
  classes: some((value) =>
    fits(value, { hardshipClass: oneOf(hardshipClasses), opensFile: isBoolean, alternatives: some(some(isCriterion)) }),
  ),
  lifting: listOf((value) => fits(value, { classes: some(oneOf(hardshipClasses)), criteria: some(isCriterion) })),
  sources: some((value) => fits(value, { id: isText, title: isText, read: isText, text: isLabel })),
};
const standardChecks: Checks = {
  division: (value) => typeof value === 'string' && /^\d{6}$/.test(value),
  validFrom: isDate,
  validTo: orNull(isDate),
  version: isPositive,
  amountFen: isThreshold,
  recalledFen: isThreshold,
  evidence: isText,
  unverified: isBoolean,
  source: isText,
};
