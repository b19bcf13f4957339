import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import { refusePetition } from '#rules/petitions/refusals';
import { rightsOf } from '../access/rights-of.js';
import type { Work } from '../work.js';

/** The user who is to handle a petition: active, and with the right to. */
export async function petitionHandler(work: Work, userId: string): Promise<{ id: string; name: string }> {
  const [user] = await work.data.read<{ id: string; name: string }>(
    GATE,
    sql`SELECT id, name FROM "user" WHERE id = ${userId} AND status = 'active' AND username NOT LIKE 'system.%'`,
  );
  if (!user || !(await rightsOf(work.data, user.id)).has('petition.handle'))
    throw refusePetition('petitions.handler-unfit', { field: 'handlerId' });
  return user;
}
