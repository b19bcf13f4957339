import { joined, sql, type Sql } from '#data/sql';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import { KEEPER } from '#rules/access/system-actors';
import type { Work } from '../../work.js';

/** A file, or a refused application, with the household of its latest assessment as it was sealed. */
export interface SealedHousehold {
  id: string;
  organisationId: string;
  refused: boolean;
  householdCipher: Buffer | null;
}

const onFile = joined(
  onFileStatuses.map((status) => sql`${status}`),
  ', ',
);

/**
 * Everybody whom a rule can touch: the files that are open, and of the families without one the last application that was
 * refused, if it was ever assessed.
 */
const touched: Sql = sql`(f.status IN (${onFile}) OR f.status = 'refused' AND EXISTS (SELECT FROM hardship_assessment a WHERE a.file_id = f.id)
  AND NOT EXISTS (SELECT FROM hardship_file o WHERE o.household_id = f.household_id AND (bangfu.file_is_open(o.status) OR o.status = 'refused' AND o.id > f.id)))`;

/** A rule holds for the whole city: the keeper reads, and who looks at the rows sees those within reach. */
export function readHouseholds({ data }: Work, after: string | null, most: number): Promise<SealedHousehold[]> {
  return data.readSlowly<SealedHousehold>(
    KEEPER,
    sql`SELECT f.id, f.organisation_id, f.status = 'refused' AS refused, a.household_cipher
        FROM (SELECT f.id, f.organisation_id, f.status FROM hardship_file f WHERE ${touched}${after === null ? sql`` : sql` AND f.id > ${after}`} ORDER BY f.id LIMIT ${most}) f
        LEFT JOIN LATERAL (SELECT a.household_cipher FROM hardship_assessment a WHERE a.file_id = f.id ORDER BY a.made_at DESC, a.id DESC LIMIT 1) a ON true
        ORDER BY f.id`,
  );
}

export async function countHouseholds({ data }: Work): Promise<number> {
  const [found] = await data.readSlowly<{ total: number }>(KEEPER, sql`SELECT count(*) AS total FROM hardship_file f WHERE ${touched}`);
  return found!.total;
}
