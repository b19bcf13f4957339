import { joined, sql } from '#data/sql';
import type { CertificateStatus } from '#rules/hardship/certificates/certificate-lifecycle';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { fitting, newestOf, type Register } from '../../newest.js';
import { DAY, ID, pageOf, readCursor } from '../../paging.js';
import { personMeant } from '../../people/person-meant.js';
import { today, type Work } from '../../work.js';

export interface CertificateQuery {
  q?: string | undefined;
  status?: CertificateStatus | undefined;
  dueWithin?: number | undefined;
  organisationId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

interface Row {
  id: string;
  fileId: string;
  number: string;
  status: CertificateStatus;
  issuedOn: PlainDate;
  validUntil: PlainDate;
  holderName: string;
  organisationId: string;
  organisationName: string;
}

const register: Register = { table: 'hardship_certificate', alias: 'c', day: 'issued_on', permission: 'hardship.read' };

/** The register of certificates, newest first; by the holder or the number. That somebody holds one is sensitive: names are masked. */
export async function findCertificates(work: Work, query: CertificateQuery) {
  const { actor, data } = work;
  const after = readCursor(query.cursor, [DAY, ID]);
  const most = query.limit + 1;
  const below = query.organisationId ? { organisationId: query.organisationId, on: today(work) } : undefined;
  const q = query.q?.trim();
  const where = joined(
    [
      sql`true`,
      ...(q
        ? [
            sql`(c.number = ${q} OR EXISTS (SELECT FROM hardship_file f WHERE f.id = c.file_id AND ${personMeant(work, sql`f.holder_id`, q)}))`,
          ]
        : []),
      ...(query.status ? [sql`c.status = ${query.status}`] : []),
      ...(query.dueWithin === undefined ? [] : [sql`c.status = 'valid' AND c.valid_until <= ${addDays(today(work), query.dueWithin)}`]),
    ],
    ' AND ',
  );
  const narrow = Boolean(q) || query.dueWithin !== undefined;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT c.id, c.file_id, c.number, c.status, c.issued_on, c.valid_until, f.holder_name, c.organisation_id, o.name AS organisation_name
        FROM ${newestOf(actor, register, { where, below, narrow, after, most })} JOIN hardship_file f ON f.id = c.file_id JOIN organisation o ON o.id = c.organisation_id
        ORDER BY c.issued_on DESC, c.id DESC`,
  );
  const page = pageOf(
    rows.map((row) => ({ ...row, holderName: maskPersonName(row.holderName) })),
    query.limit,
    (row) => [row.issuedOn, row.id],
  );
  if (!query.count) return { ...page, total: null };
  const { total } = await data.readOne<{ total: number }>(
    actor,
    sql`SELECT count(*) AS total FROM hardship_certificate c WHERE ${fitting(actor, register, { where, below })}`,
  );
  return { ...page, total };
}
