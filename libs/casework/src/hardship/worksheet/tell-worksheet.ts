import type { Transaction } from '#data/transaction';
import type { PlainDate } from '#rules/shared/plain-date';
import type { FileRow } from '../household/household-of-file.js';

type How = 'started' | 'saved' | 'signed' | 'checked' | 'dropped';

/** On the trail every step, on the timeline those that somebody else waits for. */
export function tellWorksheet(
  tx: Transaction,
  { id, organisationId, holderId }: FileRow,
  worksheetId: string,
  how: How,
  on: PlainDate,
  noteCipher: Buffer | null = null,
): void {
  if (how !== 'saved')
    tx.tell({
      noun: 'hardship',
      subjectId: id,
      organisationId,
      personId: holderId,
      kind: `hardship.worksheet-${how}`,
      happenedOn: on,
      noteCipher,
    });
  tx.audit({ type: 'hardship.worksheet', subject: { noun: 'hardship', id }, organisationId, details: { worksheetId, how } });
}
