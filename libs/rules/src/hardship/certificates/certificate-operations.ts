/** What people do with a certificate, for those who hold the permission over its file. */
import type { Permission } from '../../access/permissions.js';
import type { CertificateMove } from './certificate-lifecycle.js';

interface Operation {
  readonly move: CertificateMove | 'issue';
  readonly needs: Permission;
}

/** It lapses by itself, and is cancelled by what becomes of its file. */
export const certificateOperations = {
  issueCertificate: { move: 'issue', needs: 'hardship.approve' },
  checkCertificate: { move: 'check', needs: 'hardship.check' },
  reportCertificateLost: { move: 'reportLost', needs: 'hardship.record' },
  certificateFound: { move: 'find', needs: 'hardship.record' },
  replaceCertificate: { move: 'replace', needs: 'hardship.approve' },
} as const satisfies Record<string, Operation>;
export type CertificateOperation = keyof typeof certificateOperations;
export const certificateOperationNames = Object.keys(certificateOperations) as CertificateOperation[];
