import { z } from 'zod';
import { ClockLamp, Id, PlainDay } from './shared.js';

/** One search box for everything: name (part, pinyin, initials), ID number, phone, case number, employer, code. */
export const SearchFor = z.object({ q: z.string().trim().min(1).max(60), limit: z.coerce.number().int().min(1).max(20).default(6) });
export const SearchHit = z.object({ noun: z.string(), id: Id, title: z.string(), subtitle: z.string() }).meta({ id: 'SearchHit' });
export const SearchResult = z
  .object({ groups: z.array(z.object({ noun: z.string(), hits: z.array(SearchHit) })) })
  .meta({ id: 'SearchResult' });

export const Task = z
  .object({
    noun: z.string(),
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    status: z.string(),
    organisationName: z.string(),
    clock: ClockLamp.nullable(),
    nextZh: z.string(),
    nextEn: z.string(),
  })
  .meta({ id: 'Task' });
export const Workbench = z
  .object({
    today: PlainDay,
    /** tiles that open a list: the list page and its query */
    tiles: z.array(
      z.object({
        key: z.string(),
        zh: z.string(),
        en: z.string(),
        value: z.int(),
        tone: z.enum(['calm', 'warn', 'alarm']),
        path: z.string(),
      }),
    ),
    /** the most urgent of each, so many at most */
    most: z.int(),
    mine: z.array(Task),
    due: z.array(Task),
    overdue: z.array(Task),
    months: z.array(z.object({ month: z.string(), disputes: z.int(), petitions: z.int() })),
    imports: z.array(z.object({ id: Id, fileName: z.string(), status: z.string(), rowsDone: z.int(), rowsTotal: z.int().nullable() })),
  })
  .meta({ id: 'Workbench' });
