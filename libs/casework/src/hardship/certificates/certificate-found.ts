import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../../work.js';
import { moveCertificate, type CertificateInput } from './move-certificate.js';

/** 撤销挂失. To have lost it gives no longer year: its clock counts from where it counted before. */
export function certificateFound(work: Work, input: CertificateInput): Promise<{ fileId: string }> {
  return moveCertificate(work, 'certificateFound', input, { clockFrom: (tx, file, on) => countedFrom(tx, file.id, on) });
}

/** The day from which the year of the file's last certificate counted. */
export async function countedFrom(tx: Transaction, fileId: string, on: PlainDate): Promise<PlainDate> {
  const before = await tx.find<{ startedOn: PlainDate }>(
    sql`SELECT started_on FROM clock WHERE subject_id = ${fileId} AND code = 'H4' ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  return before?.startedOn ?? on;
}
