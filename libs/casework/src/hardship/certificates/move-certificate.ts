import { refuseData } from '#data/refusals';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import {
  certificateClockEffects,
  certificateMoveOpen,
  certificateMoves,
  type CertificateStatus,
} from '#rules/hardship/certificates/certificate-lifecycle';
import { certificateOperations, type CertificateOperation } from '#rules/hardship/certificates/certificate-operations';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf, type Judgement } from '#rules/shared/refusal';
import { runClocks } from '../../deadlines/run-clocks.js';
import { inTransaction, today, whyNotPermitted, type Actor, type Work } from '../../work.js';
import { clockSubject, tellMove, type CertificateRow } from './issue-for.js';
import { lockFile, type FileRow, type LockedFile } from '../move-file.js';

export interface CertificateInput {
  certificateId: string;
  version: number;
  on?: PlainDate | undefined;
  note?: string | null | undefined;
}

interface CertificateDoing {
  judge?: (certificate: CertificateRow, file: LockedFile, on: PlainDate) => Judgement;
  /** The day from which its clock counts anew, where that is not the day of the move. */
  clockFrom?: (tx: Transaction, file: LockedFile, on: PlainDate) => Promise<PlainDate>;
  changes?: (tx: Transaction, file: LockedFile, on: PlainDate) => Promise<Partial<CertificateRow>>;
  also?: (tx: Transaction, certificate: CertificateRow, file: LockedFile, on: PlainDate) => Promise<void>;
}

/** As `moveFile`, for a certificate under its file's lock. Answers which file it is of. */
export function moveCertificate(
  work: Work,
  operation: Exclude<CertificateOperation, 'issueCertificate'>,
  { certificateId, version, on: given, note }: CertificateInput,
  doing: CertificateDoing,
): Promise<{ fileId: string }> {
  return inTransaction(work, async (tx) => {
    const on = given ?? today(work);
    const { fileId } = await tx.one<{ fileId: string }>(sql`SELECT file_id FROM hardship_certificate WHERE id = ${certificateId}`);
    const file = await lockFile(tx, work, fileId);
    const certificate = await tx.lock('hardship_certificate', certificateId);
    if (certificate.version !== version) throw refuseData('data.changed-meanwhile');
    const { move } = certificateOperations[operation];
    refuseIf(whyMayNotHandle(work.actor, operation, file));
    refuseIf(certificateMoveOpen(move, certificate.status as CertificateStatus));
    refuseIf(dayIsPossible(certificate, on, today(work)));
    refuseIf(doing.judge?.(certificate, file, on));
    await runClocks(tx, work.clockwork, clockSubject(file), certificateClockEffects[move], {
      on: (await doing.clockFrom?.(tx, file, on)) ?? on,
    });
    const to = certificateMoves.target(move);
    await tx.update('hardship_certificate', certificate, { ...(await doing.changes?.(tx, file, on)), status: to });
    tellMove(tx, work, file, certificate, move, on, note);
    await doing.also?.(tx, certificate, file, on);
    return { fileId };
  });
}

export function whyMayNotHandle(
  actor: Actor,
  operation: CertificateOperation,
  { organisationId }: Pick<FileRow, 'organisationId'>,
): Judgement {
  return whyNotPermitted(actor, certificateOperations[operation].needs, { organisationId });
}

function dayIsPossible({ issuedOn }: CertificateRow, on: PlainDate, now: PlainDate): Judgement {
  if (on > now) return refuseFile('hardship.day-in-future', { field: 'on' });
  return on < issuedOn ? refuseFile('hardship.day-too-early', { last: issuedOn, field: 'on' }) : undefined;
}
