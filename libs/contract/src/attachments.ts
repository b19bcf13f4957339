/** Papers of a hardship file: what is told of one, and what is sent to add or remove it. */
import { z } from 'zod';
import { attachmentKindNames } from '#rules/documents/attachment-kinds';
import { AttachmentPart } from './hardship-parts.js';
import { Action, Id, Instant, line, Versioned } from './shared.js';

export const AttachmentKindCode = z.enum(attachmentKindNames);

export const AttachmentView = AttachmentPart.extend({
  /** masked; null where the paper is the household's */
  personName: z.string().nullable(),
  /** taken out of the file: the row stays, its content is no longer given out */
  removedAt: Instant.nullable(),
  removedReason: z.string().nullable(),
  /** downloadAttachment, removeAttachment */
  actions: z.array(Action),
}).meta({ id: 'Attachment' });
/** All of them, removed ones last; `actions`: addAttachment */
export const AttachmentList = z.object({ items: z.array(AttachmentView), actions: z.array(Action) }).meta({ id: 'AttachmentList' });

/** The fields of the form beside the file itself, which comes after them. */
export const AddAttachment = z.object({ kind: AttachmentKindCode, personId: Id.optional() }).meta({ id: 'AddAttachment' });
export const RemoveAttachment = z.object({ ...Versioned, reason: line(200) }).meta({ id: 'RemoveAttachment' });
export const AttachmentParams = z.object({ id: Id, attachmentId: Id });
