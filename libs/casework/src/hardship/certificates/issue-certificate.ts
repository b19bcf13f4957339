import { refuseData } from '#data/refusals';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, today, type Work } from '../../work.js';
import { issueFor, nextCertificateNumber } from './issue-for.js';
import { whyMayNotHandle } from './move-certificate.js';
import { lockFile } from '../move-file.js';

export interface Issue {
  fileId: string;
  version: number;
  on?: PlainDate | undefined;
}

/** 发证, for a 特困 file that came from a ledger and has none of ours. */
export function issueCertificate(work: Work, { fileId, version, on: given }: Issue): Promise<void> {
  return inTransaction(work, async (tx) => {
    const on = given ?? today(work);
    const file = await lockFile(tx, work, fileId);
    if (file.version !== version) throw refuseData('data.changed-meanwhile');
    refuseIf(whyMayNotHandle(work.actor, 'issueCertificate', file));
    if (on > today(work)) throw refuseFile('hardship.day-in-future', { field: 'on' });
    const certificateNo = await nextCertificateNumber(tx, file, on);
    await issueFor(tx, work, file, certificateNo, on);
    await tx.update('hardship_file', file, { certificateNo });
  });
}
