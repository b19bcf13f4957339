import { refuseData } from '#data/refusals';
import { sql } from '#data/sql';
import { inTransaction, type Work } from '../work.js';
import { filesOf } from './files-of.js';

const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes from the store what no row names: an upload is stored before its row is written, and a crash in between leaves the
 * file behind. Only what is older than a day: a younger one may be on its way.
 */
export async function sweepFiles(work: Work, stop?: AbortSignal): Promise<{ looked: number; removed: number }> {
  const { store } = filesOf(work);
  let [looked, removed] = [0, 0];
  for await (const page of store.list()) {
    if (stop?.aborted) break;
    looked += page.length;
    const old = page.filter(({ changedAt }) => work.now.getTime() - changedAt.getTime() > A_DAY_MS);
    const names = old.flatMap(({ name }) => name ?? []);
    const kept = await namedByRows(work, names);
    for (const file of old) {
      if (file.name !== undefined && kept.has(file.name)) continue;
      await file.remove();
      removed += 1;
    }
  }
  if (removed > 0)
    await inTransaction(work, async (tx) => {
      tx.audit({ type: 'attachment.swept', details: { removed } });
    });
  return { looked, removed };
}

/** Asked of the main database, by somebody whom no policy hides a row from: what is not seen here is removed. */
async function namedByRows(work: Work, names: readonly string[]): Promise<Set<string>> {
  return inTransaction(work, async (tx) => {
    const { whole } = await tx.one<{ whole: boolean }>(sql`SELECT bangfu.everything('hardship', 'read') AS whole`);
    if (!whole) throw refuseData('data.not-allowed');
    const rows = await tx.rows<{ name: string }>(
      sql`SELECT encode(a.hash, 'hex') AS name FROM attachment a WHERE a.hash IN (SELECT decode(n, 'hex') FROM unnest(${[...names]}::text[]) n)`,
    );
    return new Set(rows.map(({ name }) => name));
  });
}
