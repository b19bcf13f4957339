import { sql } from '#data/sql';
import { SESSION_IDLE_MINUTES } from './actor-of-session.js';
import type { Work } from '../work.js';

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string | null;
  agent: string | null;
  userName: string;
}

/** The open sessions of a user. */
export function findSessions(work: Work, userId: string): Promise<SessionRow[]> {
  return work.data.read<SessionRow>(
    work.actor,
    sql`SELECT s.id, s.created_at, s.last_seen_at, s.address, s.agent, u.name AS user_name FROM session s JOIN "user" u ON u.id = s.user_id
        WHERE s.user_id = ${userId} AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => ${SESSION_IDLE_MINUTES}) ORDER BY s.last_seen_at DESC LIMIT 100`,
  );
}
