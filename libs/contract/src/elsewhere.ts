/** 已在其他中心受助？ Yes or no, and whom to call; never the other file. */
import { z } from 'zod';
import { elsewherePurposes, type ElsewherePurpose } from '#rules/hardship/elsewhere/elsewhere';
import { Id, Instant, Paging, pageOf } from './shared.js';

/** For the organisation that takes the person up; one's own when left out. */
export const AskElsewhere = z.object({ organisationId: Id.optional() }).meta({ id: 'AskElsewhere' });
export const ElsewhereAnswer = z
  .object({
    answer: z.boolean(),
    askedAt: Instant,
    contacts: z.array(z.object({ organisationId: Id, organisationName: z.string(), phone: z.string().nullable() })),
  })
  .meta({ id: 'ElsewhereAnswer' });

export const ElsewhereRow = z
  .object({
    id: Id,
    askedAt: Instant,
    askedByName: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    otherOrganisationName: z.string().nullable(),
    purpose: z.enum(Object.keys(elsewherePurposes) as [ElsewherePurpose, ...ElsewherePurpose[]]),
    answer: z.boolean(),
    /** null where the person, or the file, is not the reader's to see */
    personId: Id.nullable(),
    personName: z.string().nullable(),
    fileId: Id.nullable(),
  })
  .meta({ id: 'ElsewhereQuestion' });
/** view: ours = others asked and we were named; asked = we asked */
export const FindElsewhereQuestions = z.object({ ...Paging, view: z.enum(['ours', 'asked']).default('ours'), fileId: Id.optional() });
export const ElsewherePage = pageOf(ElsewhereRow, 'ElsewherePage');
