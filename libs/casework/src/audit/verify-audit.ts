import { sql } from '#data/sql';
import { ChainWalk, headMissing, type Fault } from '#rules/audit/chain';
import { inTransaction, type Work } from '../work.js';
import { mustSeeTheWholeChain, readChain, type Reading } from './read-chain.js';
import { linkHash } from './signing.js';

export interface Verification {
  whole: boolean;
  links: number;
  /** entries that still wait for their place */
  pending: number;
  head: string | null;
  firstFault: Fault | null;
}

/** Goes through the whole chain of the database; `wantedHead`, written down at an earlier time, must be in it. */
export async function walkAudit(reading: Reading, wantedHead?: string): Promise<Verification> {
  const walk = new ChainWalk(linkHash);
  let fault: Fault | undefined;
  let wantedSeen = wantedHead === undefined;
  for await (const links of readChain(reading)) {
    for (const link of links) {
      fault = walk.step(link);
      if (fault) break;
      wantedSeen ||= link.hash === wantedHead;
    }
    if (fault) break;
  }
  const [{ pending, outside }] = (await reading.data.readSlowly<{ pending: number; outside: number }>(
    reading.actor,
    sql`SELECT (SELECT count(*) FROM audit_pending) AS pending,
               (SELECT count(*) FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id) AND NOT EXISTS (SELECT FROM audit_pending p WHERE p.entry_id = e.id)) AS outside`,
  )) as [{ pending: number; outside: number }];
  if (!fault && outside > 0) fault = entriesOutside(walk.links, outside);
  if (!fault && !wantedSeen) fault = headMissing(walk.links, wantedHead!);
  return { whole: !fault, links: walk.links, pending, head: walk.links > 0 ? walk.head : null, firstFault: fault ?? null };
}

const entriesOutside = (links: number, count: number): Fault => ({
  seq: links + 1,
  zh: `有 ${count} 条记录既不在链中，也不在等待入链`,
  en: `${count} entries are neither in the chain nor waiting for it`,
});

/** The same on a person's behalf, and noted in the trail itself. */
export async function verifyAudit(work: Work): Promise<Verification> {
  mustSeeTheWholeChain(work.actor, 'audit.read');
  const found = await walkAudit(work);
  await inTransaction(work, async (tx) => {
    tx.audit({ type: 'audit.verified', details: { links: found.links, whole: found.whole } });
  });
  return found;
}
