/** 结对帮扶: cadres, families, and what they had to do with each other. */
import { z } from 'zod';
import { contactForms, type ContactForm } from '#rules/hardship/pairings/pairing';
import { Id, line, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

const ContactFormCode = z.enum(Object.keys(contactForms) as [ContactForm, ...ContactForm[]]);

export const PairingRow = z
  .object({
    id: Id,
    fileId: Id,
    holderName: z.string(),
    hardshipClass: z.string().nullable(),
    status: z.string(),
    organisationName: z.string(),
    cadreName: z.string(),
    cadrePost: z.string().nullable(),
    pairedOn: PlainDay,
    endedOn: PlainDay.nullable(),
    lastContactOn: PlainDay.nullable(),
    contacts: z.int(),
    /** nothing was heard for three months */
    silent: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'PairingRow' });
/** view: mine = I am the cadre; silent = nothing heard for three months */
export const FindPairings = z.object({
  ...Paging,
  view: z.enum(['all', 'mine', 'silent', 'ended']).default('all'),
  organisationId: Id.optional(),
});
export const PairingPage = pageOf(PairingRow, 'PairingPage');

export const FilePairings = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        cadreId: Id.nullable(),
        cadreName: z.string(),
        cadrePost: z.string().nullable(),
        pairedOn: PlainDay,
        endedOn: PlainDay.nullable(),
        endedReason: z.string().nullable(),
        silent: z.boolean(),
        version: z.int(),
        /** the newest fifty; what came of them is for those who work on the file */
        contacts: z.array(
          z.object({ id: Id, contactedOn: PlainDay, form: ContactFormCode, note: z.string().nullable(), recordedByName: z.string() }),
        ),
      }),
    ),
    mayRecord: z.boolean(),
  })
  .meta({ id: 'FilePairings' });
/** Somebody with an account, or only a name. */
export const PairFamily = z
  .object({ cadreId: Id.nullish(), cadreName: line(50).nullish(), cadrePost: line(50).nullish(), pairedOn: PlainDay.optional() })
  .meta({ id: 'PairFamily' });
export const EndPairing = z.object({ ...Versioned, endedOn: PlainDay.optional(), reason: line(200) }).meta({ id: 'EndPairing' });
export const RecordContact = z
  .object({ contactedOn: PlainDay.optional(), form: ContactFormCode, note: prose(1000).min(1) })
  .meta({ id: 'RecordContact' });
