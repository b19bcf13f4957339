/** The ledgers of the seeds' year, handed in at the window of the statistics office; the worker takes them in, one after the other. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startImport } from '#casework/imports/start-import';
import { uploadImport } from '#casework/imports/upload-import';
import { sql } from '#data/sql';
import type { Work } from '#casework/work';

const FOLDER = resolve('test/data/suzhou-2012');
const LEDGERS = [
  '困难职工登记表.xlsx',
  '劳动争议调解台账.xlsx',
  '信访登记台账.xlsx',
  '法律援助台账.xlsx',
  '走访慰问发放表.xlsx',
  '劳模三金发放表.xlsx',
];

export async function takeInLedgers(work: Work): Promise<void> {
  for (const fileName of LEDGERS) {
    const bytes = readFileSync(join(FOLDER, fileName));
    const hash = createHash('sha256').update(bytes).digest();
    const known = await work.data.read(work.actor, sql`SELECT 1 FROM import WHERE file_hash = ${hash} LIMIT 1`);
    if (known.length > 0) continue;
    const now = { ...work, now: new Date() };
    const { id } = await uploadImport(now, { fileName, bytes });
    await startImport(now, { importId: id, version: 1 });
  }
}
