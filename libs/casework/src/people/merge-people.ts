import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { mayMergePeople, type MergeCandidate } from '#rules/people/may-merge';
import { refusePeople } from '#rules/people/refusals';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export interface Merging {
  keptId: string;
  mergedId: string;
  reason: string;
}

type Locked = Tables['person'] & { hasActiveFile: boolean };

/**
 * 合并: two records of one person become one. Every row that named the other now names the kept one, and the merge keeps
 * the list of those rows, so that it can be undone to the last of them.
 */
export async function mergePeople(work: Work, { keptId, mergedId, reason }: Merging): Promise<{ mergeId: string }> {
  mustBePermitted(work.actor, 'person-merge.make');
  if (!work.actor.rights.get('person-merge.make')?.everything) throw refusePeople('people.merge-city-only');
  return inTransaction(work, async (tx) => {
    // Both rows in one order, whoever is kept: two opposite merges at once must not wait for each other.
    const locked = await tx.rows<Locked>(sql`
      SELECT p.*, EXISTS (SELECT FROM hardship_seat s WHERE s.person_id = p.id) AS has_active_file FROM person p WHERE p.id IN (${keptId}, ${mergedId}) ORDER BY p.id FOR UPDATE`);
    const [kept, merged] = [candidate(locked, keptId), candidate(locked, mergedId)];
    refuseIf(mayMergePeople(kept, merged));
    const mergeId = newId();
    const { moved } = await tx.one<{ moved: Record<string, string[]> }>(
      sql`SELECT bangfu.repoint_person(${mergedId}, ${keptId}, NULL, ${work.now}) AS moved`,
    );
    const presence = await movePresence(tx, mergedId, keptId);
    await tx.insert('person_merge', {
      id: mergeId,
      keptId,
      mergedId,
      moved: { ...moved, person_presence: presence },
      reason,
      mergedAt: work.now,
      mergedBy: work.actor.id,
    });
    await tx.rows(sql`UPDATE person SET merged_into = ${keptId}, version = version + 1 WHERE id = ${mergedId}`);
    await tx.rows(sql`UPDATE person SET version = version + 1 WHERE id = ${keptId}`);
    tx.tell({
      noun: 'person',
      subjectId: keptId,
      organisationId: work.actor.organisationId,
      personId: keptId,
      kind: 'person.merge',
      happenedOn: today(work),
      note: reason,
    });
    tx.audit({ type: 'person.merged', subject: { noun: 'person', id: keptId }, details: { mergedId, mergeId, reason } });
    return { mergeId };
  });
}

function candidate(locked: readonly Locked[], id: string): MergeCandidate {
  const row = locked.find((one) => one.id === id);
  if (!row) throw refusePeople('people.not-there');
  return { id, merged: row.mergedInto !== null, idKey: row.idIndex?.toString('base64') ?? null, hasActiveFile: row.hasActiveFile };
}

/** The organisations that dealt with the other record deal with the kept one; answers those that did not before. */
async function movePresence(tx: Transaction, from: string, to: string): Promise<string[]> {
  const added = await tx.rows<{ organisationId: string }>(sql`
    INSERT INTO person_presence (person_id, organisation_id, since) SELECT ${to}, o.organisation_id, o.since FROM person_presence o WHERE o.person_id = ${from}
    ON CONFLICT DO NOTHING RETURNING organisation_id`);
  return added.map((row) => row.organisationId);
}
