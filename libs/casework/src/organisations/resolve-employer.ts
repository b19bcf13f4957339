import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { employerName } from '#rules/organisations/employer-name';
import { whichEmployer } from '#rules/organisations/which-employer';
import { readEmployerCode } from '#rules/shared/identifiers/employer-code';
import type { Actor } from '../work.js';
import { addEmployerAlias, createEmployerRow } from './create-employer-row.js';

export interface EmployerOnPaper {
  /** chosen from the register */
  employerId?: string | null | undefined;
  name: string;
  /** 统一社会信用代码 or 组织机构代码, where the paper has one */
  code?: string | null | undefined;
}

interface Known {
  id: string;
  name: string;
  names: string[];
  orgCode: string | null;
}

/**
 * The firm of the register that a case names: the one chosen, the one found by code, name or spelling, or a new one. Who
 * may not add to the register leaves the case with the name alone. A code that the firm did not have yet is kept.
 */
export async function resolveEmployer(
  tx: Transaction,
  actor: Actor,
  { employerId, name, code }: EmployerOnPaper,
): Promise<{ id: string | null; name: string }> {
  if (employerId) return tx.one<{ id: string; name: string }>(sql`SELECT id, name FROM employer WHERE id = ${employerId}`);
  const read = code ? readEmployerCode(code) : undefined;
  const codes = read && 'orgCode' in read ? read : undefined;
  const mayAdd = actor.rights.has('employer.create');
  const found = (await findEmployer(tx, name, codes?.orgCode)) ?? (mayAdd ? await findAlone(tx, name, codes?.orgCode) : undefined);
  if (found) {
    if (mayAdd && !found.names.includes(name)) await addEmployerAlias(tx, found.id, name);
    if (mayAdd && codes && !found.orgCode) {
      await tx.rows(
        sql`UPDATE employer SET org_code = ${codes.orgCode}, uscc = ${codes.uscc ?? null}, code_unverified = ${!codes.verified}, version = version + 1 WHERE id = ${found.id} AND org_code IS NULL`,
      );
    }
    return { id: found.id, name };
  }
  if (!mayAdd) return { id: null, name };
  const id = await createEmployerRow(tx, {
    name,
    ...(codes && { orgCode: codes.orgCode, uscc: codes.uscc ?? null, codeUnverified: !codes.verified }),
  });
  return { id, name };
}

export async function findEmployer(tx: Transaction, name: string, orgCode?: string): Promise<Known | undefined> {
  const { key } = employerName(name);
  const known = await tx.rows<Known>(sql`
    SELECT e.id, e.name, e.org_code, e.name || ARRAY(SELECT a.name FROM employer_alias a WHERE a.employer_id = e.id) AS names FROM employer e WHERE e.id IN (
      SELECT id FROM employer WHERE name_key = ${key} UNION SELECT employer_id FROM employer_alias WHERE name_key = ${key} UNION SELECT id FROM employer WHERE org_code = ${orgCode ?? null}
    ) ORDER BY e.id LIMIT 100`);
  return whichEmployer({ name, orgCode }, known);
}

/** Looks once more while holding the name, so that two who meet a new firm at once make one row of it. */
async function findAlone(tx: Transaction, name: string, orgCode?: string): Promise<Known | undefined> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('employer ' || ${employerName(name).key}, 0))`);
  return findEmployer(tx, name, orgCode);
}
