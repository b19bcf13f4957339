import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { mayPair, refusePairing } from '#rules/hardship/pairings/pairing';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { visibleTo } from '../../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';

export interface NewPairing {
  fileId: string;
  /** An account of ours, or only a name. */
  cadreId?: string | null | undefined;
  cadreName?: string | null | undefined;
  cadrePost?: string | null | undefined;
  pairedOn?: PlainDate | undefined;
}

interface File {
  id: string;
  organisationId: string;
  holderId: string;
  status: FileStatus;
  filedOn: PlainDate;
  pairedWith: string | null;
}

/** 结对: one cadre for one family at a time. */
export async function pairFamily(work: Work, asked: NewPairing): Promise<{ id: string }> {
  const cadreName = await nameOfCadre(work, asked);
  return inTransaction(work, async (tx) => {
    const file = await tx.one<File>(
      sql`SELECT f.id, f.organisation_id, f.holder_id, f.status, coalesce(f.filed_on, f.begun_on) AS filed_on, (SELECT p.cadre_name FROM pairing p WHERE p.file_id = f.id AND p.ended_on IS NULL) AS paired_with
          FROM hardship_file f WHERE f.id = ${asked.fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')} FOR UPDATE`,
    );
    mustBePermitted(work.actor, 'hardship.record', file);
    const on = asked.pairedOn ?? today(work);
    refuseIf(mayPair({ ...file, on, today: today(work) }));
    const { organisationId } = file;
    const id = newId();
    await tx.insert('pairing', {
      id,
      fileId: file.id,
      organisationId,
      cadreId: asked.cadreId ?? null,
      cadreName,
      cadrePost: asked.cadrePost?.trim() || null,
      pairedOn: on,
      madeBy: work.actor.id,
    });
    tx.tell({
      noun: 'hardship',
      subjectId: file.id,
      organisationId,
      personId: file.holderId,
      kind: 'hardship.pair',
      happenedOn: on,
      noteCipher: sealText(work.secrets, cadreName),
    });
    tx.audit({ type: 'hardship.paired', subject: { noun: 'hardship', id: file.id }, organisationId, details: { pairingId: id } });
    return { id };
  });
}

/** Accounts are not the caseworker's to read: the gate reads the one that was named, and only its name goes on. */
async function nameOfCadre(work: Work, { cadreId, cadreName }: NewPairing): Promise<string> {
  if (!cadreId) {
    if (!cadreName?.trim()) throw refusePairing('hardship.pair-cadre-unknown', { field: 'cadreName' });
    return cadreName.trim();
  }
  const [account] = await work.data.read<{ name: string }>(
    GATE,
    sql`SELECT name FROM "user" WHERE id = ${cadreId} AND status = 'active' AND username NOT LIKE 'system.%'`,
  );
  if (!account) throw refusePairing('hardship.pair-cadre-unknown', { field: 'cadreId' });
  return account.name;
}
