import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseEmployer } from '#rules/organisations/employer-refusals';
import { onField } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { createEmployerRow } from './create-employer-row.js';
import { readCodes, type Codes, type CodesOnPaper } from './employer-codes.js';

export interface EmployerDetails extends CodesOnPaper {
  name: string;
  licenseNo?: string | null | undefined;
  industry?: string | null | undefined;
  ownership?: string | null | undefined;
  divisionCode?: string | null | undefined;
  address?: string | null | undefined;
  phone?: string | null | undefined;
  legalPerson?: string | null | undefined;
}

export async function createEmployer(work: Work, details: EmployerDetails): Promise<{ id: string }> {
  mustBePermitted(work.actor, 'employer.create');
  const codes = readCodes(details);
  return inTransaction(work, async (tx) => {
    await refuseTakenCode(tx, codes);
    return { id: await createEmployerRow(tx, { ...described(details), ...codes }) };
  });
}

export function described({ name, licenseNo, industry, ownership, divisionCode, address, phone, legalPerson }: EmployerDetails) {
  return {
    name,
    licenseNo: licenseNo ?? null,
    industry: industry ?? null,
    ownership: ownership ?? null,
    divisionCode: divisionCode ?? null,
    address: address ?? null,
    phone: phone ?? null,
    legalPerson: legalPerson ?? null,
  };
}

/** A code names one firm: who has it already is said by name, because the register is open to all who work with it. */
export async function refuseTakenCode(tx: Transaction, { uscc, orgCode }: Codes, except: string | null = null): Promise<void> {
  const holder = await tx.find<{ name: string }>(
    sql`SELECT name FROM employer WHERE (uscc = ${uscc} OR org_code = ${orgCode}) AND id IS DISTINCT FROM ${except} ORDER BY id LIMIT 1`,
  );
  if (holder) throw onField(refuseEmployer('organisations.employer-there', { name: holder.name }), uscc ? 'uscc' : 'orgCode');
}
