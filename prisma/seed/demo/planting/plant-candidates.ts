/**
 * Plants people of whom it is known whether they need to be found: every scene so many times, through the front door where
 * there is one. Says who was planted and why, for the proof; the product is never told.
 */
import { runImport } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import { uploadImport } from '#casework/imports/upload-import';
import { sql } from '#data/sql';
import type { Work } from '#casework/work';
import { scenesOfFiles } from './scenes-of-files.js';
import { scenesOfMatters } from './scenes-of-matters.js';
import type { LedgerName, Planted, Stage } from './stage.js';

/** The register comes before what refers to it. */
const ORDER: readonly LedgerName[] = ['困难职工登记表', '走访慰问发放表', '劳模三金发放表', '法律服务登记', '法律援助案件台账'];

export async function plantCandidates(stage: Stage, times: number): Promise<readonly Planted[]> {
  for (let time = 0; time < times; time++) {
    for (const { name, rules, play } of [...scenesOfMatters, ...scenesOfFiles]) {
      const home = await stage.newPerson();
      stage.expect(home, name, ...rules);
      await play(stage, home);
    }
  }
  for (const ledger of ORDER) {
    const rows = stage.rows.get(ledger);
    if (rows) await takeIn({ ...stage.staff.statistician, now: stage.end }, `${ledger}（补录）.csv`, rows);
  }
  for (const act of stage.later) await act();
  return stage.truth;
}

/** Handed in and taken in at once; where a worker is quicker, it is waited for. */
async function takeIn(work: Work, fileName: string, rows: readonly Record<string, string>[]): Promise<void> {
  const headers = [...new Set(rows.flatMap(Object.keys))];
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  const bytes = Buffer.from(lines.map((cells) => cells.join(',')).join('\n'), 'utf8');
  const { id } = await uploadImport(work, { fileName, bytes });
  await startImport(work, { importId: id, version: 1 });
  const undisturbed = { progress: () => Promise.resolve(), signal: new AbortController().signal };
  const lost = await runImport(work, { importId: id }, undisturbed).then(
    () => undefined,
    (error: unknown) => error,
  );
  for (let tries = 0; ; tries++) {
    const { status, rejected } = await work.data.readOne<{ status: string; rejected: number | null }>(
      work.actor,
      sql`SELECT status, (statement -> 'total' ->> 'rejected')::int AS rejected FROM import WHERE id = ${id}`,
    );
    if (status === 'done' && rejected === 0) return;
    if (status !== 'running' || tries > 100) throw lost ?? new Error(`${fileName}: ${status}, ${rejected} rows rejected`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
