import type { Tables } from '#data/tables';
import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import { mayGoOnWithPair, type ContactForm } from '#rules/hardship/pairings/pairing';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { visibleTo } from '../../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';

type Pair = Tables['pairing'] & { holderId: string };

export interface Contact {
  pairingId: string;
  contactedOn?: PlainDate | undefined;
  form: ContactForm;
  note: string;
}

/** A visit, a call, a message, and what came of it. */
export function recordContact(work: Work, { pairingId, contactedOn, form, note }: Contact): Promise<{ id: string }> {
  return inTransaction(work, async (tx) => {
    const on = contactedOn ?? today(work);
    const pair = await lockPair(tx, work, pairingId, on);
    const id = newId();
    await tx.insert('pairing_contact', {
      id,
      pairingId,
      organisationId: pair.organisationId,
      contactedOn: on,
      form,
      noteCipher: work.secrets.seal(note.trim()),
      recordedBy: work.actor.id,
      recordedByName: work.actor.name,
      recordedAt: work.now,
    });
    tx.audit({
      type: 'hardship.contacted',
      subject: { noun: 'hardship', id: pair.fileId },
      organisationId: pair.organisationId,
      details: { pairingId, form },
    });
    return { id };
  });
}

export interface Parting {
  pairingId: string;
  version: number;
  endedOn?: PlainDate | undefined;
  reason: string;
}

export function endPairing(work: Work, { pairingId, version, endedOn, reason }: Parting): Promise<void> {
  return inTransaction(work, async (tx) => {
    const on = endedOn ?? today(work);
    const pair = await lockPair(tx, work, pairingId, on);
    if (pair.version !== version) throw refuseData('data.changed-meanwhile');
    const { fileId, organisationId, holderId, cadreName } = pair;
    await tx.update('pairing', pair, { endedOn: on, endedReasonCipher: sealText(work.secrets, reason.trim()) });
    tx.tell({
      noun: 'hardship',
      subjectId: fileId,
      organisationId,
      personId: holderId,
      kind: 'hardship.unpair',
      happenedOn: on,
      noteCipher: sealText(work.secrets, `${cadreName}；${reason.trim()}`),
    });
    tx.audit({ type: 'hardship.unpaired', subject: { noun: 'hardship', id: fileId }, organisationId, details: { pairingId } });
  });
}

/** A pair that still lasts, for who may record in its file, on a day that fits. */
async function lockPair(tx: Transaction, work: Work, id: string, on: PlainDate): Promise<Pair> {
  const pair = await tx.one<Pair>(
    sql`SELECT p.*, f.holder_id FROM pairing p JOIN hardship_file f ON f.id = p.file_id WHERE p.id = ${id} AND ${visibleTo(work.actor, 'hardship.read', 'f')} FOR UPDATE OF p`,
  );
  mustBePermitted(work.actor, 'hardship.record', pair);
  refuseIf(mayGoOnWithPair({ pairedOn: pair.pairedOn, endedOn: pair.endedOn, on, today: today(work) }));
  return pair;
}
