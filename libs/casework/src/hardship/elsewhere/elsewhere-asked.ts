import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { PlainDate } from '#rules/shared/plain-date';

/** The last day on which it was asked for this file whether the household is helped elsewhere. */
export async function elsewhereAskedOn(tx: Transaction, fileId: string): Promise<PlainDate | null> {
  const { on } = await tx.one<{ on: PlainDate | null }>(
    sql`SELECT max((q.asked_at AT TIME ZONE 'Asia/Shanghai')::date) AS "on" FROM elsewhere_question q WHERE q.file_id = ${fileId}`,
  );
  return on;
}
