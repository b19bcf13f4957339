import type { Data } from '#data/data';
import { sql } from '#data/sql';
import type { Link } from '#rules/audit/chain';
import { refuseAudit } from '#rules/audit/refusals';
import type { Actor } from '../work.js';

/** Whoever may look at the audit trail, and through what. */
export interface Reading {
  readonly data: Data;
  readonly actor: Pick<Actor, 'id'>;
}

const BATCH = 2_000;

/** The chain from its first link on, each with the text made anew from the entry as it is now. */
export async function* readChain({ data, actor }: Reading, upTo = Number.MAX_SAFE_INTEGER): AsyncGenerator<Link[]> {
  for (let last = 0; last < upTo;) {
    const links = await data.readSlowly<Link>(
      actor,
      sql`SELECT l.seq, encode(l.hash, 'hex') AS hash, CASE WHEN e.id IS NOT NULL THEN bangfu.audit_text(e) END AS text FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
          WHERE l.seq > ${last} AND l.seq <= ${upTo} ORDER BY l.seq LIMIT ${BATCH}`,
    );
    if (links.length === 0) return;
    yield links;
    last = links.at(-1)!.seq;
  }
}

/** There is one chain, and row-level security shows it whole or not at all: a part of it must not pass for the whole. */
export function mustSeeTheWholeChain(actor: Actor, permission: 'audit.read' | 'audit.export'): void {
  if (!actor.rights.get(permission)?.everything) throw refuseAudit('audit.city-only');
}
