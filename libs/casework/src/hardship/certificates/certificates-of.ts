import { raw, sql, type Sql } from '#data/sql';

/** The certificates of a file for its page, the newest first, as a column. */
export function certificatesOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', c.id, 'number', c.number, 'status', c.status, 'issuedOn', c.issued_on, 'validUntil', c.valid_until, 'issuedByName', c.issued_by_name,
      'endedOn', c.ended_on, 'replacesId', c.replaces_id, 'token', c.token, 'version', c.version) ORDER BY c.issued_on DESC, c.id DESC) FROM hardship_certificate c WHERE c.file_id = ${raw(`${alias}.id`)}), '[]')`;
}
