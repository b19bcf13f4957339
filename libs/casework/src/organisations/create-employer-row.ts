import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { employerName } from '#rules/organisations/employer-name';
import { newId } from '#runtime/ids';
import { employerSearchKeys } from '../people/search-keys.js';

export type EmployerText = Partial<Omit<Tables['employer'], 'id' | 'nameKey' | 'searchKeys' | 'createdAt' | 'createdBy' | 'version'>> & {
  name: string;
};

/** Puts a firm into the register with everything that finds it again. */
export async function createEmployerRow(tx: Transaction, text: EmployerText): Promise<string> {
  const id = newId();
  const { key } = employerName(text.name);
  await tx.insert('employer', {
    ...text,
    id,
    nameKey: key,
    searchKeys: employerSearchKeys([text.name], key),
    createdAt: tx.now,
    createdBy: tx.actor.id,
  });
  tx.audit({ type: 'employer.created', subject: { noun: 'employer', id }, details: { name: text.name } });
  return id;
}

/** Another spelling by which a firm was met: the next time it is found by it at once. */
export async function addEmployerAlias(tx: Transaction, employerId: string, name: string): Promise<void> {
  const { key } = employerName(name);
  await tx.rows(
    sql`INSERT INTO employer_alias (employer_id, name, name_key) VALUES (${employerId}, ${name}, ${key}) ON CONFLICT DO NOTHING`,
  );
  const [{ names = [], nameKey = key } = {}] = await tx.rows<{ names: string[]; nameKey: string }>(
    sql`SELECT e.name_key, e.name || ARRAY(SELECT a.name FROM employer_alias a WHERE a.employer_id = e.id ORDER BY a.name) AS names FROM employer e WHERE e.id = ${employerId}`,
  );
  await tx.rows(sql`UPDATE employer SET search_keys = ${employerSearchKeys(names, nameKey)} WHERE id = ${employerId}`);
}
