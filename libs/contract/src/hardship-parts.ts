import { z } from 'zod';
import { Id, Instant, PlainDay } from './shared.js';

/** What hangs on a hardship file, as its record shows it. */
export const VisitPart = z
  .object({
    id: Id,
    purpose: z.enum(['intake', 'review']),
    visitedOn: PlainDay.nullable(),
    visitors: z.array(z.string()),
    complete: z.boolean(),
    madeByName: z.string(),
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'VisitPart' });
export const PairingPart = z
  .object({
    id: Id,
    cadreId: Id.nullable(),
    cadreName: z.string(),
    cadrePost: z.string().nullable(),
    pairedOn: PlainDay,
    endedOn: PlainDay.nullable(),
    endedReason: z.string().nullable(),
    lastContactOn: PlainDay.nullable(),
    version: z.int(),
  })
  .meta({ id: 'PairingPart' });
export const AttachmentPart = z
  .object({
    id: Id,
    kind: z.string(),
    personId: Id.nullable(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int(),
    scan: z.enum(['clean', 'not-scanned']),
    addedByName: z.string(),
    addedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'AttachmentPart' });
