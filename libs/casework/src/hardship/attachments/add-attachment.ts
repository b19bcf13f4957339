import { sealFile } from '#data/sealed-file';
import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { attachmentKinds, type AttachmentKind } from '#rules/documents/attachment-kinds';
import { MOST_ATTACHMENTS } from '#rules/documents/attachment-limits';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import { fileTypes } from '#rules/documents/file-types';
import { Refusal } from '#rules/shared/refusal';
import { sha256 } from '#runtime/files/sha256';
import { newId } from '#runtime/ids';
import { checkFile, type Upload } from '../../documents/check-file.js';
import { filesOf } from '../../documents/files-of.js';
import { visibleTo } from '../../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';

export interface NewAttachment extends Upload {
  fileId: string;
  kind: AttachmentKind;
  /** whose paper it is; the household's when left out */
  personId?: string | undefined;
}

interface Place {
  organisationId: string;
  householdId: string;
  holderId: string;
}

/** Keeps a paper of a file: checked, scanned, sealed with a key of its own, stored under its hash, and only then named by a row. */
export async function addAttachment(work: Work, asked: NewAttachment): Promise<{ id: string }> {
  const files = filesOf(work);
  const place = await work.data.readOne<Place>(
    work.actor,
    sql`SELECT f.organisation_id, f.household_id, f.holder_id FROM hardship_file f WHERE f.id = ${asked.fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  mustBePermitted(work.actor, 'hardship.record', { organisationId: place.organisationId });
  const { name, type, scan } = await checkFile(files, asked);
  const { sealed, keyCipher } = sealFile(work.secrets, asked.bytes);
  const hash = sha256(sealed);
  const stored = hash.toString('hex');
  await files.store.put(stored, sealed);
  const id = newId();
  try {
    await inTransaction(work, async (tx) => {
      await mustFit(tx, asked, place);
      const contentIndex = work.secrets.index('file', sha256(asked.bytes).toString('hex'));
      await mustBeNew(tx, asked, contentIndex);
      await tx.insert('attachment', {
        id,
        noun: 'hardship',
        subjectId: asked.fileId,
        organisationId: place.organisationId,
        kind: asked.kind,
        personId: asked.personId ?? null,
        fileNameCipher: sealText(work.secrets, name),
        mediaType: fileTypes[type].media,
        size: asked.bytes.length,
        hash,
        contentIndex,
        keyCipher,
        scan,
        addedBy: work.actor.id,
        addedByName: work.actor.name,
        addedAt: work.now,
      });
      tell(tx, work, asked, place);
      const subject = { noun: 'hardship', id: asked.fileId };
      const details = { attachmentId: id, kind: asked.kind, mediaType: fileTypes[type].media, scan };
      tx.audit({ type: 'attachment.added', subject, organisationId: place.organisationId, details });
    });
  } catch (error) {
    // What was refused leaves nothing behind; where it is not known whether the row is there, the nightly sweep decides.
    if (error instanceof Refusal && error.text.kind !== 'unavailable') await files.store.remove(stored).catch(() => undefined);
    throw isRace(error) ? twice(asked.kind) : error;
  }
  return { id };
}

async function mustFit(tx: Transaction, { fileId, personId }: NewAttachment, { householdId, holderId }: Place): Promise<void> {
  const { held } = await tx.one<{ held: number }>(
    sql`SELECT count(*) AS held FROM attachment a WHERE a.subject_id = ${fileId} AND a.removed_at IS NULL`,
  );
  if (held >= MOST_ATTACHMENTS) throw refuseAttachment('attachments.too-many', { most: MOST_ATTACHMENTS });
  if (personId === undefined || personId === holderId) return;
  const member = await tx.find(
    sql`SELECT 1 AS one FROM household_member m WHERE m.household_id = ${householdId} AND m.person_id = ${personId} AND m.left_on IS NULL`,
  );
  if (!member) throw refuseAttachment('attachments.not-of-household', { field: 'personId' });
}

async function mustBeNew(tx: Transaction, { fileId, kind }: NewAttachment, contentIndex: Buffer): Promise<void> {
  const same = await tx.find<{ kind: AttachmentKind }>(
    sql`SELECT a.kind FROM attachment a WHERE a.subject_id = ${fileId} AND a.kind = ${kind} AND a.content_index = ${contentIndex} AND a.removed_at IS NULL`,
  );
  if (same) throw twice(same.kind);
}

function twice(kind: AttachmentKind): Refusal {
  const { zh, en } = attachmentKinds[kind];
  return refuseAttachment('attachments.twice', { kindZh: zh, kindEn: en });
}

/** Two uploads of one paper at once: the database's own wall, in the same words. */
const isRace = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'data.already-there' && error.details['constraint'] === 'one_paper_once';

function tell(tx: Transaction, work: Work, { fileId, personId }: NewAttachment, { organisationId, holderId }: Place): void {
  tx.tell({
    noun: 'hardship',
    subjectId: fileId,
    organisationId,
    personId: personId ?? holderId,
    kind: 'hardship.addAttachment',
    happenedOn: today(work),
  });
}
