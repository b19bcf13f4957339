import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { GATE } from '#rules/access/system-actors';
import type { CertificateStatus } from '#rules/hardship/certificates/certificate-lifecycle';
import { dateInShanghai, type PlainDate } from '#rules/shared/plain-date';

export interface CertificateAnswer {
  number: string;
  status: CertificateStatus;
  validUntil: PlainDate;
}

/** What a stranger learns from a printed code: the number masked, whether it is good, until when. Nothing else leaves the database. */
export function verifyCertificate(data: Data, token: string, now: Date): Promise<CertificateAnswer> {
  return data.readOne<CertificateAnswer>(
    GATE,
    sql`SELECT number, status, valid_until FROM bangfu.certificate_answer(${token}, ${dateInShanghai(now.getTime())})`,
  );
}
