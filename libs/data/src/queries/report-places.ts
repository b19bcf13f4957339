import { sql, type Sql } from '../sql.js';
import type { PlainDate } from '#rules/shared/plain-date';

export interface LinkRow {
  organisationId: string;
  parentId: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
}
export interface OrganisationRow {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  memberCount: number | null;
}

/** The whole tree, with all its past. */
export const parentLinks = (): Sql =>
  sql`SELECT organisation_id, parent_id, valid_from, valid_to FROM organisation_parent ORDER BY valid_from, organisation_id`;

export const organisationsNamed = (ids: readonly string[]): Sql =>
  sql`SELECT id, name, short_name, kind, member_count FROM organisation WHERE id = ANY (${[...ids]}::uuid[])`;

export const employersNamed = (ids: readonly string[]): Sql => sql`SELECT id, name FROM employer WHERE id = ANY (${[...ids]}::uuid[])`;

/** Organisations of the city and its districts at which somebody works: they have a report made each month. */
export const organisationsThatReport = (): Sql => sql`
  SELECT o.id FROM organisation o
  WHERE o.kind IN ('city', 'district') AND o.dissolved_on IS NULL AND EXISTS (SELECT FROM "user" u WHERE u.organisation_id = o.id AND u.status = 'active' AND u.username NOT LIKE 'system.%')
  ORDER BY o.id`;
