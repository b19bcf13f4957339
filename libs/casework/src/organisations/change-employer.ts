import { sql } from '#data/sql';
import { employerName } from '#rules/organisations/employer-name';
import { employerSearchKeys } from '../people/search-keys.js';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { addEmployerAlias } from './create-employer-row.js';
import { described, refuseTakenCode, type EmployerDetails } from './create-employer.js';
import { readCodes } from './employer-codes.js';

export interface EmployerChange extends EmployerDetails {
  employerId: string;
  version: number;
}

/** A firm that changes its name keeps the former one as a spelling, so that old papers still find it. */
export async function changeEmployer(work: Work, { employerId, version, ...details }: EmployerChange): Promise<void> {
  mustBePermitted(work.actor, 'employer.change');
  const codes = readCodes(details);
  return inTransaction(work, async (tx) => {
    const was = await tx.lock('employer', employerId);
    await refuseTakenCode(tx, codes, employerId);
    const text = { ...described(details), ...codes };
    const renamed = text.name !== was.name;
    const { key } = employerName(text.name);
    const aliases = renamed ? await tx.rows<{ name: string }>(sql`SELECT name FROM employer_alias WHERE employer_id = ${employerId}`) : [];
    await tx.update(
      'employer',
      { id: employerId, version },
      {
        ...text,
        ...(renamed && { nameKey: key, searchKeys: employerSearchKeys([text.name, ...aliases.map((alias) => alias.name)], key) }),
      },
    );
    if (renamed) await addEmployerAlias(tx, employerId, was.name);
    const fields = (Object.keys(text) as (keyof typeof text)[]).filter((field) => text[field] !== was[field]);
    tx.audit({ type: 'employer.changed', subject: { noun: 'employer', id: employerId }, details: { fields } });
  });
}
