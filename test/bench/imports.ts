/** The import of a large ledger: in time against SQL alone, in memory against a ledger of a tenth. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startImport } from '#casework/imports/start-import';
import { uploadImport } from '#casework/imports/upload-import';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { aDatabase, masterKey, type TestDatabase } from '../support/database.js';
import { aWorker } from '../support/people.js';
import { aLedgerOf } from './import-ledger.js';
import { parsedRows, runLimit } from './import-limit.js';
import type { Row } from './row.js';
import { importedRows } from './settings.js';

interface Ran {
  seconds: number;
  megabytes: number;
}

async function run(db: TestDatabase, ledger: Buffer, rows: number): Promise<Ran> {
  const work = await aWorker(db, 'statistician', ROOT_ORGANISATION);
  const { id } = await uploadImport(work, { fileName: '走访慰问.csv', bytes: ledger });
  await startImport(work, { importId: id, version: 1 });
  // With the switch that the worker is started with.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-semi-space-size=8', new URL('./import-child.js', import.meta.url).pathname],
    {
      env: {
        ...process.env,
        BENCH_DATABASE: db.url,
        BENCH_KEY: masterKey().toString('base64'),
        BENCH_USER: work.actor.id,
        BENCH_IMPORT: id,
      },
    },
  );
  const { created, ...ran } = JSON.parse(stdout) as Ran & { created: number };
  if (created !== rows) throw new Error(`${created} of ${rows} rows were taken in`);
  return ran;
}

async function inItsOwn<T>(doing: (db: TestDatabase) => Promise<T>): Promise<T> {
  const db = await aDatabase();
  try {
    return await doing(db);
  } finally {
    await db.close();
  }
}

export async function measureImport(): Promise<Row[]> {
  const ledger = aLedgerOf(importedRows);
  const tenth = await inItsOwn((db) => run(db, aLedgerOf(importedRows / 10), importedRows / 10));
  const limit = await inItsOwn(async (db) => {
    const work = await aWorker(db, 'statistician', ROOT_ORGANISATION);
    return runLimit(db.url, await parsedRows(ledger, db.secrets), ROOT_ORGANISATION, work.actor.id);
  });
  const ours = await inItsOwn((db) => run(db, ledger, importedRows));
  return [
    {
      name: `time of an import of ${importedRows.toLocaleString('en')} ledger rows : COPY and SQL alone`,
      ours: `${ours.seconds.toFixed(1)} s`,
      beside: `${limit.toFixed(1)} s`,
      ratio: ours.seconds / limit,
      most: 4,
    },
    {
      name: 'memory of that import, MB (beside: of a tenth of the rows)',
      ours: `${ours.megabytes} MB`,
      beside: `${tenth.megabytes} MB`,
      ratio: ours.megabytes,
      most: 400,
    },
  ];
}
