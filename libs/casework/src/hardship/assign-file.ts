import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import { handClocksTo } from '../deadlines/run-clocks.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';
import { fileHandler } from './file-handlers.js';
import { inFile } from './in-file.js';

/** Hands the file to a colleague, or takes it over oneself: it is on that person's list, with its running clocks. */
export async function assignFile(
  work: Work,
  { fileId, version, handlerId = work.actor.id }: { fileId: string; version: number; handlerId?: string | undefined },
): Promise<void> {
  const { organisationId } = await work.data.readOne<{ organisationId: string }>(
    work.actor,
    sql`SELECT f.organisation_id FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  // Before the transaction: accounts are read on behalf of the gate, and a transaction has one actor.
  const handler = handlerId === work.actor.id ? work.actor : await fileHandler(work.data, handlerId, organisationId);
  return inFile(work, 'assignFile', { fileId, version }, async (tx, file) => {
    await tx.update('hardship_file', file, { handlerId: handler.id, handlerName: handler.name });
    await handClocksTo(tx, fileId, handler.id);
    const subject = { noun: 'hardship', id: fileId };
    tx.tell({
      noun: 'hardship',
      subjectId: fileId,
      organisationId,
      personId: file.holderId,
      kind: 'hardship.handed-over',
      happenedOn: today(work),
      noteCipher: sealText(work.secrets, handler.name),
    });
    tx.audit({ type: 'hardship.handed-over', subject, organisationId, details: { from: file.handlerId, to: handler.id } });
  });
}
