import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import type { Actor } from '../work.js';
import { rightsOf } from './rights-of.js';

/** A user as an actor, for work that goes on without a session: jobs run with the rights that their requester has now. */
export async function actorOf(data: Data, userId: string): Promise<Actor> {
  const user = await data.readOne<{ id: string; name: string; organisationId: string; language: 'zh' | 'en' }>(
    GATE,
    sql`SELECT id, name, organisation_id, language FROM "user" WHERE id = ${userId} AND status = 'active'`,
  );
  return { ...user, rights: await rightsOf(data, userId) };
}
