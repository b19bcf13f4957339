import { mayCheckCertificate } from '#rules/hardship/certificates/certificate-lifecycle';
import type { HardshipClass } from '#rules/hardship/codes';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { checkDue, type CertificateRow } from './issue-for.js';
import { moveCertificate, type CertificateInput } from './move-certificate.js';
import type { FileRow } from '../move-file.js';

/** 年检: confirms what the review of the file in the certificate's own year found; good for another year. */
export function checkCertificate(work: Work, input: CertificateInput): Promise<{ fileId: string }> {
  return moveCertificate(work, 'checkCertificate', input, {
    judge: (certificate, file, on) => whyNoCheck(file, certificate, on),
    changes: async (tx, file, on) => ({ validUntil: await checkDue(tx, file.id, on) }),
  });
}

export function whyNoCheck(
  file: Pick<FileRow, 'hardshipClass' | 'reviewedOn' | 'filedOn'>,
  { validUntil }: Pick<CertificateRow, 'validUntil'>,
  on: PlainDate,
): Judgement {
  return mayCheckCertificate({
    hardshipClass: file.hardshipClass as HardshipClass,
    reviewedOn: file.reviewedOn ?? file.filedOn,
    validUntil,
    on,
  });
}
