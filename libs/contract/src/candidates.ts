import { z } from 'zod';
import {
  attemptForms,
  attemptResults,
  candidateStatuses,
  closingCodes,
  governmentAids,
  waysOfHelp,
  type AttemptForm,
  type AttemptResult,
  type CandidateStatus,
  type Closing,
  type GovernmentAid,
  type WayOfHelp,
} from '#rules/hardship/finder/candidate-codes';
import { coverageFigureCodes, type CoverageFigure } from '#rules/hardship/finder/coverage-figures';
import { finderRuleCodes, type FinderRule } from '#rules/hardship/finder/finder-rules';
import { PersonRow } from './people.js';
import { Action, ActivityLine, Id, line, Paging, pageOf, PlainDay, Versioned } from './shared.js';

const codes = <Code extends string>(list: object) => z.enum(Object.keys(list) as [Code, ...Code[]]);
export const ClosingCode = z.enum(closingCodes as [Closing, ...Closing[]]);
export const FinderRuleCode = z.enum(finderRuleCodes as [FinderRule, ...FinderRule[]]);
export const CoverageFigureCode = z.enum(coverageFigureCodes as [CoverageFigure, ...CoverageFigure[]]);

/** Why somebody may need help. Without a rule: the reader may not read where it comes from, and is told that there is a sign. */
export const CandidateReason = z
  .object({
    rule: FinderRuleCode.nullable(),
    noun: z.string().nullable(),
    subjectId: Id.nullable(),
    on: PlainDay.nullable(),
    foundOn: PlainDay,
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'CandidateReason' });
export const CandidateRow = z
  .object({
    id: Id,
    /** null where the reader may not see the person */
    personName: z.string().nullable(),
    reasons: z.array(CandidateReason),
    /** 1 is the most pressing */
    priority: z.int(),
    organisationId: Id,
    organisationName: z.string(),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    foundOn: PlainDay,
    dueOn: PlainDay,
    overdue: z.boolean(),
    status: codes<CandidateStatus>(candidateStatuses),
    closing: ClosingCode.nullable(),
    closedOn: PlainDay.nullable(),
    attempts: z.int(),
  })
  .meta({ id: 'CandidateRow' });
/** view: mine = open and I am in charge; overdue = open past its day */
export const FindCandidates = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  view: z.enum(['open', 'mine', 'overdue', 'closed', 'all']).default('open'),
  rule: FinderRuleCode.optional(),
  priority: z.coerce.number().int().min(1).max(3).optional(),
  closing: ClosingCode.optional(),
  organisationId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const CandidatePage = pageOf(CandidateRow, 'CandidatePage');
export const CandidateRecord = CandidateRow.omit({ personName: true, attempts: true })
  .extend({
    person: PersonRow.nullable(),
    attempts: z.array(
      z.object({ on: PlainDay, form: codes<AttemptForm>(attemptForms), result: codes<AttemptResult>(attemptResults), byName: z.string() }),
    ),
    fileId: Id.nullable(),
    /** the family's application or file, where the reader may see it */
    openFile: z.object({ id: Id, number: z.string().nullable(), status: z.string(), organisationName: z.string() }).nullable(),
    closedByName: z.string().nullable(),
    closingNote: z.string().nullable(),
    closingDetails: z.record(z.string(), z.string()).nullable(),
    /** of the rule in force: which of them somebody does not meet */
    criteria: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
    timeline: z.array(ActivityLine),
    version: z.int(),
    actions: z.array(Action),
  })
  .meta({ id: 'Candidate' });
export type CandidateRecord = z.infer<typeof CandidateRecord>;

export const TakeOverCandidate = z.object(Versioned).meta({ id: 'TakeOverCandidate' });
export const AssignCandidate = z.object({ ...Versioned, ownerId: Id }).meta({ id: 'AssignCandidate' });
export const OwnerChoices = z
  .object({ items: z.array(z.object({ id: Id, name: z.string(), organisationName: z.string(), openCandidates: z.int() })) })
  .meta({ id: 'OwnerChoices' });
export const LogCandidateAttempt = z
  .object({ ...Versioned, on: PlainDay.optional(), form: codes<AttemptForm>(attemptForms), result: codes<AttemptResult>(attemptResults) })
  .meta({ id: 'LogCandidateAttempt' });
/** Each way of closing asks for its own: how helped, which aid of government, which criterion. */
export const CloseCandidate = z
  .object({
    ...Versioned,
    on: PlainDay.optional(),
    closing: ClosingCode,
    help: codes<WayOfHelp>(waysOfHelp).nullish(),
    governmentAid: codes<GovernmentAid>(governmentAids).nullish(),
    criterion: z.string().max(60).nullish(),
    note: line(200).nullish(),
  })
  .meta({ id: 'CloseCandidate' });

const Figures = z.partialRecord(CoverageFigureCode, z.int());
export const FindCoverage = z.object({ organisationId: Id.optional() });
/** Rows that add up to the total; a figure that the reader may not know is left out. */
export const HardshipCoverage = z
  .object({
    organisationId: Id,
    on: PlainDay,
    rows: z.array(z.object({ organisationId: Id, name: z.string(), own: z.boolean(), figures: Figures })),
    total: Figures,
  })
  .meta({ id: 'HardshipCoverage' });
export const FindCoverageRows = z.object({
  ...Paging,
  figure: CoverageFigureCode,
  organisationId: Id.optional(),
  /** the organisation alone, without what is below it */
  own: z.stringbool().optional(),
});
export const CoverageRow = z
  .object({
    noun: z.enum(['hardship', 'candidate']),
    id: Id,
    name: z.string().nullable(),
    number: z.string().nullable(),
    status: z.string(),
    /** class of a file, or how a candidate was closed */
    code: z.string().nullable(),
    ownerName: z.string().nullable(),
    organisationName: z.string(),
    on: PlainDay,
  })
  .meta({ id: 'CoverageRow' });
export const CoverageRows = pageOf(CoverageRow, 'CoverageRows');
