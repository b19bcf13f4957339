import { z } from 'zod';
import { Id, Instant, Paging, pageOf, PlainDay } from './shared.js';

export const AuditRow = z
  .object({
    id: Id,
    seq: z.int().nullable(),
    at: Instant,
    type: z.string(),
    actorId: Id.nullable(),
    actorName: z.string().nullable(),
    organisationName: z.string().nullable(),
    subjectNoun: z.string().nullable(),
    subjectId: Id.nullable(),
    address: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditRow' });
export const FindAudit = z.object({
  ...Paging,
  type: z.string().max(60).optional(),
  actorId: Id.optional(),
  subjectId: Id.optional(),
  from: PlainDay.optional(),
  to: PlainDay.optional(),
});
export const AuditPage = pageOf(AuditRow, 'AuditPage');
export const AuditVerification = z
  .object({
    whole: z.boolean(),
    links: z.int(),
    pending: z.int(),
    head: z.string().nullable(),
    firstFault: z.object({ seq: z.int(), zh: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: 'AuditVerification' });
