import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import { consentKinds, mayRecordConsent, type ConsentKind } from '#rules/hardship/household/household-members';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { refuseData } from '#data/refusals';
import type { Transaction } from '#data/transaction';
import { today, type Work } from '../../work.js';
import { membersOf, type FileRow } from './household-of-file.js';
import { inFile } from '../in-file.js';

export interface Consenting {
  fileId: string;
  personId: string;
  kind: ConsentKind;
  signedOn: PlainDate;
  signedBy: string;
  attachmentId?: string | null | undefined;
}

/** 书面同意: of one member of the household, of one kind, by whom and when. */
export function recordConsent(work: Work, { personId, kind, signedOn, signedBy, attachmentId, fileId }: Consenting): Promise<void> {
  return inFile(work, 'recordConsent', { fileId }, async (tx, file) => {
    const member = (await membersOf(tx, file.householdId)).find((one) => one.personId === personId);
    if (!member) throw refuseData('data.not-found');
    const isHolder = personId === file.holderId;
    refuseIf(mayRecordConsent(kind, { isHolder, birthDate: member.birthDate }, signedOn, today(work)));
    const there = await tx.find(
      sql`SELECT id FROM hardship_consent WHERE file_id = ${fileId} AND person_id = ${personId} AND kind = ${kind} AND withdrawn_on IS NULL`,
    );
    if (there) throw refuseRecording('hardship.consent-already');
    if (attachmentId)
      await tx.one(sql`SELECT id FROM attachment WHERE id = ${attachmentId} AND subject_id = ${fileId} AND removed_at IS NULL`);
    const id = newId();
    await tx.insert('hardship_consent', {
      id,
      fileId,
      organisationId: file.organisationId,
      personId,
      kind,
      signedOn,
      signedBy: signedBy.trim(),
      attachmentId: attachmentId ?? null,
      recordedBy: work.actor.id,
      recordedAt: work.now,
    });
    tellConsent(tx, work, file, { consentId: id, kind, how: 'recorded', on: signedOn });
  });
}

export function tellConsent(
  tx: Transaction,
  { secrets }: Work,
  { id, organisationId, holderId }: FileRow,
  { consentId, kind, how, on }: { consentId: string; kind: ConsentKind; how: 'recorded' | 'withdrawn'; on: PlainDate },
): void {
  const told = { subjectId: id, organisationId, personId: holderId, kind: `hardship.consent-${how}`, happenedOn: on };
  tx.tell({ noun: 'hardship', ...told, noteCipher: sealText(secrets, consentKinds[kind].zh) });
  tx.audit({ type: 'hardship.consent', subject: { noun: 'hardship', id }, organisationId, details: { consentId, kind, how } });
}
