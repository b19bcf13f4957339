import { z } from 'zod';
import { Action, Id, Instant, Paging, pageOf, PlainDay } from './shared.js';

export const ReportKind = z.enum(['month', 'year']);
export const ReportRow = z
  .object({
    id: Id,
    kind: ReportKind,
    periodFrom: PlainDay,
    periodTo: PlainDay,
    asOf: Instant,
    organisationId: Id,
    organisationName: z.string(),
    status: z.enum(['queued', 'making', 'draft', 'failed']),
    progress: z.int(),
    requestedAt: Instant,
    madeAt: Instant.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'ReportRow' });
export const FindReports = z.object({
  ...Paging,
  organisationId: Id.optional(),
  kind: ReportKind.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
});
export const ReportPage = pageOf(ReportRow, 'ReportPage');
/** Asking again for the same period makes the same report anew; there is never a second one. */
export const RequestReport = z
  .object({ organisationId: Id.optional(), kind: ReportKind, period: z.string().regex(/^\d{4}(-\d{2})?$/), asOf: Instant.optional() })
  .meta({ id: 'RequestReport' });

/** A figure in a sentence or cell. `key` opens its rows; a ratio has none of its own but names its parts. */
export const FigureCell = z
  .object({ key: z.string().nullable(), text: z.string(), value: z.number().nullable(), unit: z.string() })
  .meta({ id: 'FigureCell' });
/** A sentence is text and figures in turn; free text holds no digits of its own. */
export const Sentence = z
  .object({ parts: z.array(z.union([z.object({ text: z.string() }), z.object({ figure: FigureCell })])) })
  .meta({ id: 'Sentence' });
export const ReportTable = z
  .object({
    key: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    columns: z.array(z.object({ zh: z.string(), en: z.string(), align: z.enum(['left', 'right']) })),
    rows: z.array(z.object({ labelZh: z.string(), labelEn: z.string(), cells: z.array(FigureCell), emphasis: z.boolean() })),
    note: z.string().nullable(),
  })
  .meta({ id: 'ReportTable' });
export const ReportChart = z
  .object({
    key: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    kind: z.enum(['line', 'bar', 'share']),
    unit: z.string(),
    categories: z.array(z.string()),
    series: z.array(z.object({ zh: z.string(), en: z.string(), values: z.array(z.number().nullable()) })),
    textZh: z.string(),
    textEn: z.string(),
  })
  .meta({ id: 'ReportChart' });
export const ReportSection = z
  .object({
    key: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    sentences: z.array(Sentence),
    tables: z.array(ReportTable),
    charts: z.array(ReportChart),
  })
  .meta({ id: 'ReportSection' });
export const ReportBody = z
  .object({ titleZh: z.string(), titleEn: z.string(), sections: z.array(ReportSection) })
  .meta({ id: 'ReportBody' });
export type ReportBody = z.infer<typeof ReportBody>;
export const ReportRecord = ReportRow.extend({ body: ReportBody.nullable(), version: z.int(), actions: z.array(Action) }).meta({
  id: 'Report',
});
/** The rows behind a figure under the reader's rights; `hidden` counts those of places the reader does not reach. */
export const FigureRow = z
  .object({
    noun: z.string(),
    id: Id,
    number: z.string().nullable(),
    title: z.string(),
    on: PlainDay,
    organisationName: z.string(),
    status: z.string(),
    amount: z.number(),
  })
  .meta({ id: 'FigureRow' });
export const FindFigureRows = z.object(Paging);
export const FigureRows = pageOf(FigureRow, 'FigureRowPage')
  .extend({
    figure: z.object({ key: z.string(), labelZh: z.string(), labelEn: z.string(), value: z.number(), unit: z.string() }),
    hidden: z.int(),
  })
  .meta({ id: 'FigureRows' });
