import type { Work } from '../../work.js';
import { moveCertificate, type CertificateInput } from './move-certificate.js';

/** 挂失: from now on it is worth nothing to whoever has it. */
export function reportCertificateLost(work: Work, input: CertificateInput): Promise<{ fileId: string }> {
  return moveCertificate(work, 'reportCertificateLost', input, {});
}
