/** The home visit (入户调查): its form, what a device takes along, what it sends back, and what is still to be visited. */
import { z } from 'zod';
import { visitPurposes, type VisitPurpose } from '#rules/hardship/visits/visit-codes';
import { visitFieldNames, type VisitFieldName } from '#rules/hardship/visits/visit-form';
import { Action, Id, Instant, line, Paging, pageOf, PlainDay } from './shared.js';

const names = visitFieldNames as [VisitFieldName, ...VisitFieldName[]];
export const VisitFieldCode = z.enum(names);
export const VisitPurposeCode = z.enum(Object.keys(visitPurposes) as [VisitPurpose, ...VisitPurpose[]]);

const Visitor = z.object({ name: line(80), userId: Id.nullable() });
/** What a field may hold is said by the form itself: libs/rules/src/hardship/visits/visit-form.ts. The longest is a drawn signature. */
const VisitValue = z.union([z.string().max(120_000), z.int().min(0), z.boolean(), z.array(z.string().max(40)).max(60), Visitor, z.null()]);
const said = { value: VisitValue, at: Instant, by: Id, byName: z.string() };
const Said = z.object(said).meta({ id: 'VisitSaid' });
const Choice = z.union([z.int().min(0).max(50), z.literal('both')]);

export const OpenVisit = z.object({ purpose: VisitPurposeCode }).meta({ id: 'OpenVisit' });

export const VisitRecord = z
  .object({
    id: Id,
    fileId: Id,
    fileNumber: z.string().nullable(),
    fileStatus: z.string(),
    purpose: VisitPurposeCode,
    version: z.int(),
    complete: z.boolean(),
    /** the visit was recorded on the file: what comes now is kept behind the form */
    over: z.boolean(),
    visitedOn: PlainDay.nullable(),
    visitors: z.array(Visitor),
    holderName: z.string(),
    organisationName: z.string(),
    madeByName: z.string(),
    updatedAt: Instant,
    photos: z.int(),
    /** `since`: the version that brought it */
    fields: z.array(z.object({ name: VisitFieldCode, ...said, since: z.int() })),
    conflicts: z.array(z.object({ name: VisitFieldCode, sides: z.array(Said) })),
    decided: z.array(z.object({ field: VisitFieldCode, sides: z.array(Said), chosen: Choice, at: Instant, byName: z.string() })),
    late: z.array(z.object({ field: VisitFieldCode, ...said })),
    missing: z.array(VisitFieldCode),
    actions: z.array(Action),
  })
  .meta({ id: 'Visit' });
export type VisitRecord = z.infer<typeof VisitRecord>;

/** Which device: a number that it drew for itself, which says nothing of who carries it. */
export const TakeVisitAlong = z.object({ clientId: Id }).meta({ id: 'TakeVisitAlong' });
export const VisitFacts = z
  .object({
    holderName: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    mainCause: z.string(),
    employerName: z.string().nullable(),
    householdSize: z.int(),
    members: z.array(z.object({ personId: Id, name: z.string(), relation: z.string() })),
    colleagues: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'VisitFacts' });
export type VisitFacts = z.infer<typeof VisitFacts>;
export const VisitTaken = z.object({ visit: VisitRecord, facts: VisitFacts }).meta({ id: 'VisitTaken' });

/** `base`: the version that the writer of this field had seen. The same changeId again changes nothing; no fields: only a question. */
export const MergeVisit = z
  .object({
    clientId: Id,
    changeId: Id,
    fields: z
      .array(z.object({ name: VisitFieldCode, value: VisitValue, at: Instant, base: z.int().min(1).max(1_000_000) }))
      .max(names.length),
  })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length)
  .meta({ id: 'MergeVisit' });
export const VisitMerged = z
  .object({
    outcome: z.object({ taken: z.array(VisitFieldCode), conflicts: z.array(VisitFieldCode), late: z.boolean() }),
    visit: VisitRecord,
  })
  .meta({ id: 'VisitMerged' });
export const DecideVisitConflict = z
  .object({ version: z.int().min(1), field: VisitFieldCode, choice: Choice })
  .meta({ id: 'DecideVisitConflict' });
export const CompleteVisit = z.object({ version: z.int().min(1) }).meta({ id: 'CompleteVisit' });

/** mine: I handle the file, began the form, or am one of the visitors */
export const FindVisits = z.object({ ...Paging, mine: z.stringbool().optional() });
export const VisitRow = z
  .object({
    fileId: Id,
    fileNumber: z.string().nullable(),
    fileStatus: z.string(),
    holderName: z.string(),
    organisationName: z.string(),
    handlerName: z.string().nullable(),
    begunOn: PlainDay,
    visitId: Id.nullable(),
    purpose: VisitPurposeCode.nullable(),
    visitedOn: PlainDay.nullable(),
    visitors: z.array(z.string()),
    complete: z.boolean().nullable(),
    version: z.int().nullable(),
    conflicts: z.int(),
  })
  .meta({ id: 'VisitRow' });
export const VisitPage = pageOf(VisitRow, 'VisitPage');
