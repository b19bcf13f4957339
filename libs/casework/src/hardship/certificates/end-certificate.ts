import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import {
  certificateAfter,
  certificateClockEffects,
  certificateMoves,
  heldCertificates,
  type CertificateStatus,
} from '#rules/hardship/certificates/certificate-lifecycle';
import type { HardshipClass } from '#rules/hardship/codes';
import type { PlainDate } from '#rules/shared/plain-date';
import { runClocks } from '../../deadlines/run-clocks.js';
import type { Work } from '../../work.js';
import { clockSubject, tellMove, type CertificateRow, type CertifiedFile } from './issue-for.js';

/** The certificate that the family still holds or could find. */
export function heldCertificate(tx: Transaction, fileId: string): Promise<CertificateRow | undefined> {
  return tx.find<CertificateRow>(
    sql`SELECT * FROM hardship_certificate WHERE file_id = ${fileId} AND status = ANY (${[...heldCertificates]}) FOR UPDATE`,
  );
}

/** In the move by which a file leaves its class, or ends (`undefined`): its certificate is worth nothing from that day on. */
export async function certificateFollows(
  tx: Transaction,
  work: Work,
  file: CertifiedFile,
  hardshipClass: HardshipClass | undefined,
  on: PlainDate,
): Promise<void> {
  const held = await heldCertificate(tx, file.id);
  const move = held && certificateAfter(held.status as CertificateStatus, hardshipClass);
  if (!move) return;
  await runClocks(tx, work.clockwork, clockSubject(file), certificateClockEffects[move], { on });
  await tx.update('hardship_certificate', held, { status: certificateMoves.target(move), endedOn: on });
  tellMove(tx, work, file, held, move, on);
}
