import { z } from 'zod';

/** Shapes that every area uses. Dates are 'YYYY-MM-DD', instants ISO 8601, money whole fen. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .meta({ id: 'Id' });
export const PlainDay = z.iso
  .date()
  .refine((day) => day >= '1800-01-01' && day <= '2199-12-31')
  .meta({ id: 'PlainDay' });
export const Instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });
export const Fen = z.int().min(0).max(1_000_000_000_000).meta({ id: 'Fen' });
export const Count = z.int().min(0).max(1_000_000_000);

/** Text a person types: trimmed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u);

/** RFC 9457, with our code and both languages; `fields` names what to mend. */
export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    zh: z.string(),
    en: z.string(),
    fields: z.array(z.object({ path: z.string(), zh: z.string(), en: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What this person may do with this record now; where not, why not. */
export const Action = z
  .object({ name: z.string(), allowed: z.boolean(), zh: z.string().optional(), en: z.string().optional() })
  .meta({ id: 'Action' });
export type Action = z.infer<typeof Action>;

export const Paging = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  count: z.stringbool().optional(),
};

/** A page by keyset; `total` only when asked for with count=true. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().nullable().optional() }).meta({ id });
}

export const Versioned = {
  version: z.int().min(1).meta({ description: 'The version that was read; a change from another one is refused' }),
};

/** One step of why a deadline falls where it does, in both languages. */
export const ClockView = z
  .object({
    id: Id,
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    citation: z.string(),
    unverified: z.boolean(),
    startedOn: PlainDay,
    dueOn: PlainDay,
    estimated: z.boolean(),
    state: z.enum(['running', 'suspended', 'met', 'lapsed', 'cancelled']),
    endedOn: PlainDay.nullable(),
    /** green, yellow (near), red (today or tomorrow), black (overdue), none (ended) */
    lamp: z.enum(['green', 'yellow', 'red', 'black', 'none']),
    remainingWorkingDays: z.int().nullable(),
    remainingDays: z.int().nullable(),
    trace: z.array(z.object({ date: PlainDay.nullable(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: 'Clock' });
export type ClockView = z.infer<typeof ClockView>;

/** The clock that matters most in a list row. */
export const ClockLamp = z
  .object({
    code: z.string(),
    dueOn: PlainDay,
    lamp: z.enum(['green', 'yellow', 'red', 'black', 'none']),
    remainingWorkingDays: z.int().nullable(),
    remainingDays: z.int().nullable(),
  })
  .meta({ id: 'ClockLamp' });

export const ActivityLine = z
  .object({
    id: Id,
    noun: z.string(),
    subjectId: Id,
    kind: z.string(),
    happenedOn: PlainDay,
    recordedAt: Instant,
    actorName: z.string(),
    fromStatus: z.string().nullable(),
    toStatus: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Activity' });

export const IdParams = z.object({ id: Id });
