import { z } from 'zod';
import {
  employmentStates,
  hardshipCauses,
  hardshipClasses,
  type EmploymentState,
  type HardshipCause,
  type HardshipClass,
} from '#rules/hardship/codes';
import { inputLabels, type InputName } from '#rules/hardship/eligibility/household';
import { HouseholdAnswers } from './hardship-form.js';
import { Action, Id, Instant, line, PlainDay, Versioned } from './shared.js';
import { WorksheetLine, WorksheetTotals } from './worksheets.js';

const codes = <Code extends string>(list: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(list) as [Code, ...Code[]]);
const Class = codes<HardshipClass>(hardshipClasses);
const Label = z.object({ zh: z.string(), en: z.string() });
const Input = codes<InputName>(inputLabels);
const Value = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);
const Verdict = z.enum(['met', 'not-met', 'unknown']);
const Outcome = z.enum(['eligible', 'not-eligible', 'undecided']);

/** 差多少: the smallest change of one input that would turn the outcome over. */
const Change = z
  .object({ input: Input, from: Value, to: Value, oneOf: z.array(z.string()).optional(), words: Label })
  .meta({ id: 'AssessmentChange' });
const Missing = z
  .object({
    kind: z.enum(['input', 'threshold', 'standard']),
    input: Input.optional(),
    criterion: z.string().optional(),
    division: z.string().optional(),
    words: Label,
  })
  .meta({ id: 'AssessmentMissing' });
const Criterion = z
  .object({
    code: z.string(),
    name: Label,
    verdict: Verdict,
    inputs: z.array(Input),
    calculation: Label,
    requirement: Label,
    /** fen, or a number, as the criterion compares */
    value: z.number().nullable(),
    threshold: z.number().nullable(),
    gap: z.number().nullable(),
    citation: z.object({ instrument: z.string(), article: z.string().nullable(), sources: z.array(z.string()) }),
    /** to be shown wherever the criterion is shown: “未核实” */
    unverified: z.boolean(),
    missing: z.array(Missing),
    turns: z.array(Change),
  })
  .meta({ id: 'AssessmentCriterion' });
const Alternative = z.object({ verdict: Verdict, criteria: z.array(Criterion) }).meta({ id: 'AssessmentAlternative' });

/** What rules/hardship/assess.ts says of a household, with every criterion's reasons. */
export const Assessed = z
  .object({
    receivedOn: PlainDay,
    assessedOn: PlainDay,
    ruleId: z.string(),
    standardId: z.string().nullable(),
    verdict: Outcome,
    proposed: Class.nullable(),
    opensFile: z.boolean(),
    undecidedAbove: z.array(Class),
    unverified: z.boolean(),
    missing: z.array(Missing),
    applicants: z.array(Alternative),
    exclusions: z.array(Criterion),
    classes: z.array(
      z.object({
        hardshipClass: Class,
        opensFile: z.boolean(),
        verdict: Verdict,
        alternatives: z.array(Alternative),
        ways: z.array(Change),
      }),
    ),
    loses: z.array(Change),
  })
  .meta({ id: 'Assessed' });
/** The rule and the standard that it was made by, and the texts that it cites. */
export const AssessedBy = z
  .object({
    rule: z.object({
      id: z.string(),
      name: Label,
      era: z.string(),
      validFrom: PlainDay,
      validTo: PlainDay.nullable(),
      periodUnverified: z.boolean(),
    }),
    standard: z
      .object({
        id: z.string(),
        division: z.string(),
        validFrom: PlainDay,
        amountFen: z.int().nullable(),
        unverified: z.boolean(),
        source: z.string(),
      })
      .nullable(),
    sources: z.array(z.object({ id: z.string(), title: z.string(), read: z.string(), text: Label })),
  })
  .meta({ id: 'AssessedBy' });

export const AssessmentRow = z
  .object({
    id: Id,
    worksheetId: Id.nullable(),
    ruleId: z.string(),
    standardId: z.string().nullable(),
    receivedOn: PlainDay,
    assessedOn: PlainDay,
    verdict: Outcome,
    proposed: z.string().nullable(),
    opensFile: z.boolean(),
    unverified: z.boolean(),
    madeByName: z.string(),
    madeAt: Instant,
    /** decided otherwise: asked by one, agreed to by another; `wanted` null there means no class */
    override: z
      .object({
        wanted: z.string().nullable(),
        reason: z.string(),
        askedBy: Id,
        agreedBy: Id.nullable(),
        agreedAt: Instant.nullable(),
      })
      .nullable(),
    version: z.int(),
    /** askOverride, agreeToOverride */
    actions: z.array(Action),
  })
  .meta({ id: 'AssessmentRow' });
/** Made again by the very rule and standard it was made by. */
export const AssessmentReport = z.object({ row: AssessmentRow, assessed: Assessed, by: AssessedBy }).meta({ id: 'AssessmentReport' });

/** The present figures, with what has been typed and not yet saved; nothing is kept. */
export const PreviewAssessment = z
  .object({
    lines: z.array(WorksheetLine).max(300).optional(),
    household: HouseholdAnswers.optional(),
    mainCause: codes<HardshipCause>(hardshipCauses).optional(),
    otherCauses: z.array(codes<HardshipCause>(hardshipCauses)).max(3).optional(),
    employment: codes<EmploymentState>(employmentStates).nullish(),
  })
  .meta({ id: 'PreviewAssessment' });
export const AssessmentPreview = z
  .object({
    assessed: Assessed,
    by: AssessedBy,
    /** null while there is no worksheet */
    totals: WorksheetTotals.nullable(),
  })
  .meta({ id: 'AssessmentPreview' });
export const AskOverride = z.object({ ...Versioned, wanted: Class.nullable(), reason: line(500) }).meta({ id: 'AskOverride' });
export const AgreeToOverride = z.object(Versioned).meta({ id: 'AgreeToOverride' });
export const AssessmentParams = z.object({ id: Id, assessmentId: Id });
