/** 特困证: what is done with one, the register of them, and what a stranger learns who scans its code. */
import { z } from 'zod';
import { certificateStatuses, type CertificateStatus } from '#rules/hardship/certificates/certificate-lifecycle';
import { Id, Paging, pageOf, PlainDay, prose, Versioned } from './shared.js';

export const CertificateStatusCode = z.enum(Object.keys(certificateStatuses) as [CertificateStatus, ...CertificateStatus[]]);

/** Of the file: a file of the class 特困 that has no certificate (an imported one) is given one. */
export const IssueCertificate = z.object({ ...Versioned, on: PlainDay.optional() }).meta({ id: 'IssueCertificate' });
/** Of the certificate: its own version, not that of the file. */
const change = { ...Versioned, on: PlainDay.optional(), note: prose(500).nullish() };
export const CheckCertificate = z.object(change).meta({ id: 'CheckCertificate' });
export const ReportCertificateLost = z.object(change).meta({ id: 'ReportCertificateLost' });
export const CertificateFound = z.object(change).meta({ id: 'CertificateFound' });
export const ReplaceCertificate = z.object(change).meta({ id: 'ReplaceCertificate' });

/** A certificate on its file's page. `token` is what the printed code carries. */
export const CertificatePart = z
  .object({
    id: Id,
    number: z.string(),
    status: CertificateStatusCode,
    issuedOn: PlainDay,
    validUntil: PlainDay,
    issuedByName: z.string(),
    endedOn: PlainDay.nullable(),
    replacesId: Id.nullable(),
    token: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Certificate' });

export const FindCertificates = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  status: CertificateStatusCode.optional(),
  /** valid, and its check is due within so many days */
  dueWithin: z.coerce.number().int().min(0).max(366).optional(),
  organisationId: Id.optional(),
});
export const CertificateRow = z
  .object({
    id: Id,
    fileId: Id,
    number: z.string(),
    status: CertificateStatusCode,
    issuedOn: PlainDay,
    validUntil: PlainDay,
    holderName: z.string(),
    organisationId: Id,
    organisationName: z.string(),
  })
  .meta({ id: 'CertificateRow' });
export const CertificatePage = pageOf(CertificateRow, 'CertificatePage');

export const TokenParams = z.object({ token: z.string().regex(/^[\w-]{22,64}$/) });
/** All that is told to whoever holds the code: the number masked, whether it is good, and until when. */
export const CertificateAnswer = z
  .object({ number: z.string(), status: CertificateStatusCode, validUntil: PlainDay })
  .meta({ id: 'CertificateAnswer' });
