import pg from 'pg';
import { Secrets } from './secrets.js';

interface Left {
  table: string;
  /** the column of then, the sealed one of now, and how the first is emptied where it is not one of its own */
  columns: readonly (readonly [plain: string, sealed: string, emptied?: string])[];
  where?: string;
}

/** What versions before kept plain. Versions of a row before the row itself: sealing that makes one more version of it. */
export const leftPlain: readonly Left[] = [
  { table: 'history.hardship_file', columns: [['remark', 'remark_cipher']] },
  { table: 'public.hardship_file', columns: [['remark', 'remark_cipher']] },
  { table: 'public.hardship_decision', columns: [['reason', 'reason_cipher']] },
  // The proof of a death or a wish to leave, which had no reason beside it.
  { table: 'public.hardship_decision', columns: [[`details ->> 'proof'`, 'reason_cipher', `details = details - 'proof'`]] },
  { table: 'public.hardship_notice', columns: [['reason', 'reason_cipher']] },
  { table: 'public.hardship_assessment', columns: [['override_reason', 'override_reason_cipher']] },
  { table: 'public.hardship_candidate', columns: [['closing_note', 'closing_note_cipher']] },
  { table: 'public.pairing', columns: [['ended_reason', 'ended_reason_cipher']] },
  {
    table: 'public.attachment',
    columns: [
      ['file_name', 'file_name_cipher'],
      ['removed_reason', 'removed_reason_cipher'],
    ],
  },
  { table: 'public.household_member', columns: [['income_fen', 'income_cipher']] },
  { table: 'public.activity', columns: [['note', 'note_cipher']], where: `noun IN ('hardship', 'candidate')` },
];

/**
 * Seals what an older version left plain, because a migration has no key; where that is done there is nothing to do. Run as the
 * owner of the tables before the programs start. What breaks off goes on at the next start. Answers how many rows were sealed.
 */
export async function sealLeftPlain(url: string, master: Buffer): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'bangfu sealing' });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('bangfu sealing', 0))`);
    const secrets = new Secrets(master);
    secrets.learn((await client.query('SELECT id, wrapped, retired_at AS "retiredAt" FROM data_key')).rows);
    let sealed = 0;
    for (const left of leftPlain) sealed += await sealTable(client, secrets, left);
    return sealed;
  } finally {
    await client.end();
  }
}

async function sealTable(client: pg.Client, secrets: Secrets, { table, columns, where }: Left): Promise<number> {
  const plain = columns.map(([column]) => `(${column})::text`);
  const wanted = `(${columns.map(([column]) => `(${column}) IS NOT NULL`).join(' OR ')})${where ? ` AND ${where}` : ''}`;
  const sets = columns.flatMap(([column, into, emptied = `${column} = NULL`], n) => [
    `${into} = coalesce(v.sealed_${n}, t.${into})`,
    emptied,
  ]);
  const arrays = columns.map((_, n) => `$${2 * n + 2}::text[], $${2 * n + 3}::bytea[]`);
  const names = columns.map((_, n) => `was_${n}, sealed_${n}`);
  // A row that somebody changes meanwhile is found again by the next round.
  const still = columns.map(([column], n) => `(t.${column})::text IS NOT DISTINCT FROM v.was_${n}`);
  const writing = `UPDATE ${table} t SET ${sets.join(', ')} FROM unnest($1::tid[], ${arrays.join(', ')}) AS v(at, ${names.join(', ')}) WHERE t.ctid = v.at AND ${still.join(' AND ')}`;
  for (let count = 0; ;) {
    const { rows } = await client.query<{ at: string; said: (string | null)[] }>(
      `SELECT ctid::text AS at, ARRAY[${plain.join(', ')}] AS said FROM ${table} WHERE ${wanted} LIMIT 500`,
    );
    if (rows.length === 0) return count;
    const values = columns.flatMap((_, n) => {
      const said = rows.map((row) => row.said[n] ?? null);
      return [said, said.map((text) => (text === null ? null : secrets.seal(text)))];
    });
    await client.query(writing, [rows.map((row) => row.at), ...values]);
    count += rows.length;
  }
}
