import { mayCheckCertificate } from '#rules/hardship/certificates/certificate-lifecycle';
import type { HardshipClass } from '#rules/hardship/codes';
import { yearOf, type PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { checkDue } from './issue-for.js';
import { moveCertificate, type CertificateInput } from './move-certificate.js';
import type { FileRow } from '../move-file.js';

/** 年检: confirms what this year's review of the file found; good for another year. */
export function checkCertificate(work: Work, input: CertificateInput): Promise<{ fileId: string }> {
  return moveCertificate(work, 'checkCertificate', input, {
    judge: (_, file, on) => whyNoCheck(file, on),
    changes: async (tx, file, on) => ({ validUntil: await checkDue(tx, file.id, on) }),
  });
}

export function whyNoCheck(file: Pick<FileRow, 'hardshipClass' | 'reviewedOn' | 'filedOn'>, on: PlainDate): Judgement {
  const reviewedOn = file.reviewedOn ?? file.filedOn;
  return mayCheckCertificate({
    reviewedThisYear: reviewedOn !== null && yearOf(reviewedOn) === yearOf(on),
    hardshipClass: file.hardshipClass as HardshipClass,
  });
}
