/** What a printed form shows of the people on it; everything else it takes from the record. */
import { z } from 'zod';
import { printedFormNames } from '#rules/hardship/printed-forms';
import { Id, Instant, line, PlainDay } from './shared.js';

export const PrintedFormCode = z.enum(printedFormNames);
/** Masked without a purpose; with one, what the form needs in full, each look on record. */
export const PrintForm = z.object({ form: PrintedFormCode, purpose: line(120).optional() }).meta({ id: 'PrintForm' });

const PrintedPerson = z
  .object({
    personId: Id,
    name: z.string(),
    idNumber: z.string().nullable(),
    phone: z.string().nullable(),
    ethnicity: z.string().nullable(),
    registeredAt: z.string().nullable(),
    address: z.string().nullable(),
    bankAccounts: z.array(z.object({ bank: z.string().nullable(), number: z.string() })),
  })
  .meta({ id: 'PrintedPerson' });
export const PrintedForm = z
  .object({
    form: PrintedFormCode,
    printedAt: Instant,
    printedOn: PlainDay,
    printedByName: z.string(),
    organisationName: z.string(),
    /** names and numbers in full */
    full: z.boolean(),
    persons: z.array(PrintedPerson),
  })
  .meta({ id: 'PrintedForm' });
export type PrintedForm = z.infer<typeof PrintedForm>;
