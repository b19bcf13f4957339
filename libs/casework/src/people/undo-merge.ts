import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { refusePeople } from '#rules/people/refusals';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

/** Takes a merge back: exactly the rows that it moved name the other record again; what was added since stays with the kept one. */
export async function undoMerge(work: Work, { mergeId, reason }: { mergeId: string; reason?: string | undefined }): Promise<void> {
  mustBePermitted(work.actor, 'person-merge.undo');
  if (!work.actor.rights.get('person-merge.undo')?.everything) throw refusePeople('people.merge-city-only');
  return inTransaction(work, async (tx) => {
    const merge = await tx.one<Tables['person_merge']>(sql`SELECT * FROM person_merge WHERE id = ${mergeId} FOR UPDATE`);
    const { keptId, mergedId } = merge;
    if (merge.undoneAt) throw refusePeople('people.merge-undone-already');
    const people = await tx.rows<Tables['person']>(sql`SELECT * FROM person WHERE id IN (${keptId}, ${mergedId}) ORDER BY id FOR UPDATE`);
    if (people.find((person) => person.id === keptId)?.mergedInto) throw refusePeople('people.merge-built-upon');
    const moved = merge.moved as unknown as Record<string, string[]>;
    await tx.rows(sql`UPDATE person SET merged_into = NULL, version = version + 1 WHERE id = ${mergedId}`);
    await tx.rows(sql`SELECT bangfu.repoint_person(${keptId}, ${mergedId}, ${JSON.stringify(moved)}::jsonb, ${work.now})`);
    await tx.rows(sql`SELECT bangfu.leave_person(${keptId}, ${moved['person_presence'] ?? []}::uuid[])`);
    await tx.rows(sql`UPDATE person SET version = version + 1 WHERE id = ${keptId}`);
    await tx.rows(sql`UPDATE person_merge SET undone_at = ${work.now}, undone_by = ${work.actor.id} WHERE id = ${mergeId}`);
    tx.tell({
      noun: 'person',
      subjectId: keptId,
      organisationId: work.actor.organisationId,
      personId: keptId,
      kind: 'person.undo-merge',
      happenedOn: today(work),
      note: reason?.trim() || null,
    });
    tx.audit({ type: 'person.merge-undone', subject: { noun: 'person', id: keptId }, details: { mergedId, mergeId } });
  });
}
