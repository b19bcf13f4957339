import { sql, type Sql } from '#data/sql';
import type { Sign } from '#rules/hardship/finder/finder-rules';

/** A sign with whom it is about and whose it is to follow up: the organisation that has the matter. */
export interface FoundSign {
  readonly personId: string;
  readonly organisationId: string;
  /** The file that it is about, where the family has one. */
  readonly fileId: string | null;
  readonly sign: Sign;
}

export const foundSign = (row: { personId: string; organisationId: string; fileId?: string }, sign: Sign | undefined): FoundSign[] =>
  sign ? [{ personId: row.personId, organisationId: row.organisationId, fileId: row.fileId ?? null, sign }] : [];

/** Whether somebody sits in an open application or file, wherever it is. */
export const onFile = (person: Sql): Sql => sql`EXISTS (SELECT FROM hardship_seat s WHERE s.person_id = ${person})`;

/** Everybody who counts to a file's family: the holder, and who belongs to the household today. */
export const familyOf = (file: Sql): Sql =>
  sql`SELECT ${file}.holder_id AS person_id UNION SELECT m.person_id FROM household_member m WHERE m.household_id = ${file}.household_id AND m.left_on IS NULL`;

/** The day on which an application came to nothing. */
export const endedOn = (file: Sql): Sql =>
  sql`coalesce(${file}.ended_on, (SELECT max(x.decided_on) FROM hardship_decision x WHERE x.file_id = ${file}.id AND x.move IN ('refuse', 'withdraw')), ${file}.begun_on)`;
