import { sql } from '#data/sql';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

export async function petitionStatus(work: Work, petitionId: string): Promise<string> {
  const { status } = await work.data.readOne<{ status: string }>(
    work.actor,
    sql`SELECT p.status FROM petition p WHERE p.id = ${petitionId} AND ${visibleTo(work.actor, 'petition.read', 'p', 'handler_id')}`,
  );
  return status;
}
