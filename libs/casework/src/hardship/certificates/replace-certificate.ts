import type { Work } from '../../work.js';
import { countedFrom } from './certificate-found.js';
import { issueFor, nextCertificateNumber } from './issue-for.js';
import { moveCertificate, type CertificateInput } from './move-certificate.js';

/** 补发: a new certificate under a new number, with what is left of the year of the old one; the old number is never used again. */
export function replaceCertificate(work: Work, input: CertificateInput): Promise<{ fileId: string }> {
  return moveCertificate(work, 'replaceCertificate', input, {
    changes: (_, __, on) => Promise.resolve({ endedOn: on }),
    also: async (tx, certificate, file, on) => {
      const certificateNo = await nextCertificateNumber(tx, file, on);
      await issueFor(tx, work, file, certificateNo, on, { replacesId: certificate.id, countedFrom: await countedFrom(tx, file.id, on) });
      await tx.update('hardship_file', file, { certificateNo });
    },
  });
}
