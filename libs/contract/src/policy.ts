import { z } from 'zod';
import { eras, hardshipClasses, type Era, type HardshipClass } from '#rules/hardship/codes';
import { policyFindings, type PolicyFinding } from '#rules/hardship/policy/policy-effect';
import { policyStatuses, type PolicyStatus } from '#rules/hardship/policy/policy-lifecycle';
import { Action, Fen, Id, Instant, line, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(list) as [Code, ...Code[]]);
const Class = codes<HardshipClass>(hardshipClasses);
const Finding = codes<PolicyFinding>(policyFindings);
const Status = codes<PolicyStatus>(policyStatuses);
const Label = z.object({ zh: z.string(), en: z.string() });
const Unit = z.enum(['percent', 'fen', 'number']);
const Citation = z.object({ instrument: z.string(), article: z.string().nullable(), sources: z.array(z.string()) });
/** Less as well as more. */
const Difference = z.int().min(-1_000_000_000_000_000).max(1_000_000_000_000_000);

/** A criterion as its rule says it; `threshold` is null where none was found, and `unit` where it compares no number. */
export const RuleCriterion = z
  .object({
    code: z.string(),
    name: Label,
    words: Label,
    unit: Unit.nullable(),
    threshold: z.number().nullable(),
    citation: Citation,
    /** to be shown wherever the criterion is shown: “未核实” */
    unverified: z.boolean(),
  })
  .meta({ id: 'RuleCriterion' });
const Alternatives = z.array(z.array(RuleCriterion));

/** Who published a row, where people did; a row that came with the system has nobody. */
const Published = z.object({ madeByName: z.string(), agreedByName: z.string().nullable(), publishedAt: Instant }).nullable();
const days = {
  validFrom: PlainDay,
  validTo: PlainDay.nullable(),
  /** the days on which the row decides; null where a newer version took its place from the first day on */
  span: z.object({ from: PlainDay, to: PlainDay.nullable() }).nullable(),
  inForce: z.boolean(),
};

export const EligibilityRuleView = z
  .object({
    id: z.string(),
    code: z.string(),
    version: z.int(),
    era: codes<Era>(eras),
    name: Label,
    ...days,
    periodUnverified: z.boolean(),
    unverified: z.int().meta({ description: 'How many criteria are not verified' }),
    missing: z.int().meta({ description: 'How many thresholds were never found and must be supplied' }),
    applicants: Alternatives,
    exclusions: z.array(RuleCriterion),
    classes: z.array(z.object({ hardshipClass: Class, opensFile: z.boolean(), alternatives: Alternatives })),
    lifting: z.array(z.object({ classes: z.array(Class), criteria: z.array(RuleCriterion) })),
    sources: z.array(z.object({ id: z.string(), title: z.string(), read: z.string(), text: Label })),
    published: Published,
  })
  .meta({ id: 'EligibilityRule' });
export const StandardView = z
  .object({
    id: z.string(),
    division: z.string(),
    ...days,
    version: z.int(),
    amountFen: Fen.nullable(),
    recalledFen: Fen.nullable(),
    evidence: z.string(),
    unverified: z.boolean(),
    source: z.string(),
    published: Published,
  })
  .meta({ id: 'SubsistenceStandard' });
export const RuleList = z
  .object({
    rules: z.array(EligibilityRuleView),
    standards: z.array(StandardView),
    divisions: z.array(z.object({ code: z.string(), name: z.string() })),
    actions: z.array(Action),
  })
  .meta({ id: 'RuleList' });

/** What every draft says; `capPercent` is how much of the cap of living aid its cost is reckoned with. */
const wish = {
  name: line(80),
  validFrom: PlainDay,
  reason: prose(1000).refine((text) => text.length >= 2),
  capPercent: z.int().min(1).max(100).optional(),
};
const rule = {
  ruleId: line(40),
  /** by criterion code: percent, fen or a number, as the criterion compares */
  thresholds: z
    .record(z.string().max(60), z.int().min(0).max(1_000_000_000))
    .refine((all) => Object.keys(all).length > 0 && Object.keys(all).length <= 60),
  instrument: line(200).nullable().optional(),
  article: line(100).nullable().optional(),
  says: prose(2000).nullable().optional(),
};
const standard = {
  division: z.string().regex(/^\d{6}$/),
  amountFen: z.int().min(1).max(1_000_000_000),
  source: line(200),
};
export const DraftRule = z.object({ ...wish, ...rule }).meta({ id: 'DraftRule' });
export const DraftStandard = z.object({ ...wish, ...standard }).meta({ id: 'DraftStandard' });
export const ChangeRule = z.object({ ...Versioned, ...wish, ...rule }).meta({ id: 'ChangeRule' });
export const ChangeStandard = z.object({ ...Versioned, ...wish, ...standard }).meta({ id: 'ChangeStandard' });
/** Trial, agreement, publication, dropping: each of the version that was seen. */
export const MovePolicy = z.object(Versioned).meta({ id: 'MovePolicy' });

export const PolicyRow = z
  .object({
    id: Id,
    kind: z.enum(['rule', 'standard']),
    name: z.string(),
    status: Status,
    validFrom: PlainDay,
    organisationName: z.string(),
    madeByName: z.string(),
    madeAt: Instant,
    agreedByName: z.string().nullable(),
    publishedAt: Instant.nullable(),
  })
  .meta({ id: 'PolicyRow' });
export const FindPolicies = z.object({ ...Paging, status: Status.optional() });
export const PolicyPage = pageOf(PolicyRow, 'PolicyPage');

const Sum = { effect: Finding, files: z.int(), costFen: Difference };
export const TrialFound = z
  .object({
    triedAt: Instant,
    terms: z.object({ months: z.int(), capPercent: z.int() }),
    standard: z.object({ division: z.string(), beforeFen: Fen.nullable(), afterFen: Fen.nullable() }),
    files: z.int().meta({ description: 'On file, whether a rule could judge them or not' }),
    effects: z.array(z.object(Sum)),
    classes: z.array(z.object({ before: Class.nullable(), after: Class.nullable(), ...Sum })),
    costFen: Difference,
    enteringApplicants: z.int().meta({ description: 'Of those that enter: families that were refused' }),
  })
  .meta({ id: 'TrialFound' });
export const PolicyRecord = PolicyRow.extend({
  organisationId: Id,
  reason: z.string(),
  agreedAt: Instant.nullable(),
  capPercent: z.int(),
  rule: z
    .object({
      ruleId: z.string(),
      ruleName: Label,
      instrument: z.string().nullable(),
      article: z.string().nullable(),
      says: z.string().nullable(),
      thresholds: z.array(
        z.object({ code: z.string(), name: Label, unit: Unit, before: z.number().nullable(), after: z.number(), words: Label }),
      ),
    })
    .nullable(),
  standard: z
    .object({
      division: z.string(),
      amountFen: Fen,
      source: z.string(),
      replaces: z.string().nullable(),
      beforeFen: Fen.nullable(),
      beforeUnverified: z.boolean(),
    })
    .nullable(),
  trial: z.object({ on: PlainDay, total: z.int(), done: z.int(), applicants: z.int(), error: z.string().nullable() }).nullable(),
  found: TrialFound.nullable(),
  formula: z.object({ words: Label, citation: Citation }),
  version: z.int(),
  actions: z.array(Action),
}).meta({ id: 'Policy' });

export const FindPolicyRows = z.object({
  ...Paging,
  effect: Finding.optional(),
  before: z.union([Class, z.literal('none')]).optional(),
  after: z.union([Class, z.literal('none')]).optional(),
});
/** A file behind a number, under the reader's rights to hardship files; `hidden` counts the others. */
export const PolicyEffectRow = z
  .object({
    id: Id,
    number: z.string().nullable(),
    holderName: z.string(),
    status: z.string(),
    hardshipClass: z.string().nullable(),
    organisationName: z.string(),
    effect: Finding,
    classBefore: z.string().nullable(),
    classAfter: z.string().nullable(),
    costFen: Difference,
  })
  .meta({ id: 'PolicyEffectRow' });
export const PolicyRows = pageOf(PolicyEffectRow, 'PolicyEffectPage').extend({ hidden: z.int() }).meta({ id: 'PolicyRows' });
