import type * as C from '#contract/certificates';
import { getting } from './operation.js';

export const verifyCertificate = getting<typeof C.CertificateAnswer>((token) => `/certificates/${encodeURIComponent(token)}`);
