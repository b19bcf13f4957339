/**
 * Proves that ledgers are taken in as their makers know them: the six workbooks of a year are imported, every statement has to
 * balance and to equal truth.json sheet by sheet, every planted fault to get its handling, the second import to change
 * nothing, a kill on the way to double nothing, and a reversal to leave the tables as they were.
 * `node dist/test/prove/imports.js`
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reverseImport } from '#casework/imports/reverse-import';
import { runImport, type Running } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import { takeBackImport } from '#casework/imports/take-back-import';
import { uploadImport } from '#casework/imports/upload-import';
import type { Work } from '#casework/work';
import { refuses, type Finding } from '#rules/imports/findings';
import { ledgerKindOf } from '#rules/imports/ledger-kinds';
import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { recogniseSheet } from '#rules/imports/recognise-sheet';
import { rowOutcomes, type Statement } from '#rules/imports/statement';
import { readWorkbook } from '#casework/imports/reading/read-workbook';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aWorker } from '../support/people.js';

const FOLDER = resolve('test/data/suzhou-2012');

interface Fault {
  file: string;
  sheet: string;
  row: number | null;
  class: string;
  column?: string;
  handling: 'accept' | 'accept-warn' | 'reject' | 'duplicate' | 'ignore';
  duplicateOfRow?: number;
}
type Counts = Record<'rowsIn' | 'created' | 'updated' | 'unchanged' | 'duplicate' | 'rejected' | 'ignored', number>;
const truth = JSON.parse(readFileSync(join(FOLDER, 'truth.json'), 'utf8')) as {
  files: { name: string }[];
  sheets: (Counts & { file: string; sheet: string })[];
  faults: Fault[];
  employersUnderBothCodes: { organisationCode: string; unifiedCode: string }[];
};
const COUNTED = ['rowsIn', 'created', 'updated', 'unchanged', 'duplicate', 'rejected', 'ignored'] as const;
/** Everything that an import may fill, its own books left out. */
const TABLES = [
  'person',
  'person_presence',
  'bank_account',
  'employer',
  'employer_alias',
  'household',
  'household_member',
  'hardship_file',
  'dispute',
  'dispute_party',
  'mass_incident',
  'petition',
  'legal_aid_matter',
  'disbursement',
  'import_key',
  'activity',
  'clock',
];
const wrong: string[] = [];
const expectSame = (what: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${what}: ${JSON.stringify(expected)}, but ${JSON.stringify(found)}`);
};
const undisturbed: Running = { progress: () => Promise.resolve(), signal: new AbortController().signal };

async function begin(work: Work, fileName: string): Promise<string> {
  const { id } = await uploadImport(work, { fileName, bytes: readFileSync(join(FOLDER, fileName)) });
  await startImport(work, { importId: id, version: 1 });
  return id;
}

/** Stops after every few stretches, as a kill would, and takes the job up again. */
async function runWithStops(work: Work, importId: string): Promise<{ statement: Statement; stops: number }> {
  for (let stops = 0; ; stops += 1) {
    const stop = new AbortController();
    let stretches = 0;
    const running: Running = {
      signal: stop.signal,
      progress: async () => void ((stretches += 1) === 3 && stop.abort(new Error('stopped'))),
    };
    try {
      return { statement: (await runImport(work, { importId }, running))!, stops };
    } catch (error) {
      if ((error as Error).message !== 'stopped') throw error;
    }
  }
}

function checkBalance(fileName: string, { balanced, total, sheets }: Statement, again: boolean): void {
  expectSame(`${fileName} balances`, balanced, true);
  expectSame(
    `${fileName} amounts`,
    total.amounts.inFen,
    rowOutcomes.reduce((sum, outcome) => sum + total.amounts[`${outcome}Fen`], 0),
  );
  const expected = truth.sheets.filter(({ file }) => file === fileName);
  expectSame(`${fileName} sheets`, sheets.length, expected.length);
  for (const sheet of expected) {
    const found = sheets.find(({ sheet: name }) => name === sheet.sheet);
    const counts = again ? { ...sheet, created: 0, unchanged: sheet.created } : sheet;
    for (const count of COUNTED) expectSame(`${fileName} ${sheet.sheet} ${count}`, found?.[count], counts[count]);
  }
}

interface KeptRow {
  kind: LedgerKindCode;
  outcome: string;
  findings: Finding[] | null;
}

async function checkFaults(db: TestDatabase, imports: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  const handled = new Map<string, number>();
  const rows = new Map<string, KeptRow>();
  for (const [fileName, id] of imports) {
    const kept = await db.owner.query<KeptRow & { sheet: string; row_number: number }>(
      'SELECT sheet, row_number, kind, outcome, findings FROM import_row WHERE import_id = $1',
      [id],
    );
    for (const row of kept.rows) rows.set(`${fileName} ${row.sheet} ${row.row_number}`, row);
  }
  for (const fault of truth.faults) {
    const fits =
      fault.row === null ? await sheetFaultFits(fault) : rowFaultFits(fault, rows.get(`${fault.file} ${fault.sheet} ${fault.row}`));
    if (fits) handled.set(fault.class, (handled.get(fault.class) ?? 0) + 1);
    else wrong.push(`${fault.class} ${fault.file} ${fault.sheet} ${fault.row ?? ''}: not handled as ${fault.handling}`);
  }
  return handled;
}

async function sheetFaultFits(fault: Fault): Promise<boolean> {
  const workbook = await readWorkbook(fault.file, readFileSync(join(FOLDER, fault.file)));
  const recognised = recogniseSheet((await workbook.outline(fault.sheet)).firstRows);
  return fault.class === 'SHEET_WITHOUT_TABLE'
    ? recognised === undefined
    : recognised!.unmapped.some(({ header }) => header === fault.column);
}

function rowFaultFits(fault: Fault, row: KeptRow | undefined): boolean {
  if (fault.handling === 'ignore') return (row?.outcome ?? 'ignored') === 'ignored';
  if (!row) return false;
  const findings = row.findings ?? [];
  const inColumn = (finding: Finding): boolean => fault.column === undefined || headersOf(row.kind, finding.column).has(bare(fault.column));
  switch (fault.handling) {
    case 'accept':
      return row.outcome === 'created' && findings.length === 0;
    case 'accept-warn':
      return row.outcome === 'created' && findings.length === 1 && inColumn(findings[0]!);
    case 'reject':
      return row.outcome === 'rejected' && findings.filter(refuses).length === 1 && inColumn(findings.find(refuses)!);
    case 'duplicate':
      return (
        row.outcome === 'duplicate' &&
        findings.some(
          ({ code, details }) =>
            code === 'note.duplicate-of' && details?.['sheet'] === fault.sheet && details['row'] === fault.duplicateOfRow,
        )
      );
  }
}

const bare = (header: string): string => header.replace(/\s|\([^)]*\)/g, '');
function headersOf(kind: LedgerKindCode, column: string): Set<string> {
  const { zh, also } = ledgerKindOf(kind).columns[column]!;
  return new Set([zh, ...also].map(bare));
}

async function countAll(db: TestDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES)
    counts[table] = Number((await db.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n);
  return counts;
}

/** One firm under two codes is one employer, with both. */
async function checkEmployers(db: TestDatabase): Promise<void> {
  for (const { organisationCode, unifiedCode } of truth.employersUnderBothCodes) {
    const found = await db.owner.query('SELECT org_code, uscc FROM employer WHERE org_code = $1 OR uscc = $2', [
      organisationCode.replace('-', ''),
      unifiedCode,
    ]);
    expectSame(`employer ${organisationCode}`, found.rows, [{ org_code: organisationCode.replace('-', ''), uscc: unifiedCode }]);
  }
}

/** Whoever takes an open case over sees its deadlines; of one that has ended none is left. */
async function checkClocks(db: TestDatabase): Promise<void> {
  const { rows } = await db.owner.query<{ what: string; n: string }>(`
    WITH open AS (
      SELECT id, CASE WHEN accepted_on IS NULL THEN 'M2' ELSE 'M5' END AS code FROM dispute WHERE closed_on IS NULL AND outcome IS NULL
      UNION ALL SELECT id, CASE WHEN accepted_on IS NULL THEN 'X1' ELSE 'X3' END FROM petition WHERE status IN ('registered', 'accepted') AND result IS NULL
    )
    SELECT 'open cases' AS what, count(*) AS n FROM open
    UNION ALL SELECT 'open without', count(*) FROM open o WHERE NOT EXISTS (SELECT FROM clock k WHERE k.subject_id = o.id AND k.code = o.code AND k.state = 'running')
    UNION ALL SELECT 'ended with', count(*) FROM clock k WHERE NOT EXISTS (SELECT FROM open o WHERE o.id = k.subject_id)`);
  const counted = Object.fromEntries(rows.map(({ what, n }) => [what, Number(n)]));
  expectSame('open cases without their clock', counted['open without'], 0);
  expectSame('clocks of cases that have ended', counted['ended with'], 0);
  if (!counted['open cases']) wrong.push('the ledgers hold no open case');
}

async function main(): Promise<void> {
  const db = await aDatabase();
  try {
    const work = await aWorker(db, 'statistician', ROOT_ORGANISATION);
    const empty = await countAll(db);
    const first = new Map<string, string>();
    let rowsIn = 0;
    let stops = 0;
    for (const { name } of truth.files) {
      const id = await begin(work, name);
      const run = await runWithStops(work, id);
      first.set(name, id);
      stops += run.stops;
      rowsIn += run.statement.total.rowsIn;
      checkBalance(name, run.statement, false);
    }
    const handled = await checkFaults(db, first);
    await checkEmployers(db);
    await checkClocks(db);
    const full = await countAll(db);

    let changed = 0;
    for (const { name } of truth.files) {
      const statement = await runImport(work, { importId: await begin(work, name) }, undisturbed);
      checkBalance(name, statement!, true);
      changed += statement!.total.created + statement!.total.updated;
    }
    expectSame('rows changed by the second import', changed, 0);
    expectSame('tables after the second import', await countAll(db), full);

    for (const { name } of [...truth.files].reverse()) {
      const importId = first.get(name)!;
      const { rows } = await db.owner.query<{ version: number }>('SELECT version FROM import WHERE id = $1', [importId]);
      await reverseImport(work, { importId, version: rows[0]!.version });
      await takeBackImport(work, { importId }, undisturbed);
    }
    expectSame('tables after all imports are taken back', await countAll(db), empty);

    for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
    console.log(
      `workbooks ${first.size}, sheets ${truth.sheets.length}, rows in ${rowsIn}, stops on the way ${stops}; rows changed the second time ${changed}`,
    );
    console.log(
      `planted faults ${truth.faults.length} of ${handled.size} classes, handled as expected ${[...handled.values()].reduce((a, b) => a + b, 0)}`,
    );
    console.log(`wrong ${wrong.length}`);
    console.log(`imports: ${wrong.length === 0 ? 'holds' : 'falls short'}`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}

await main();
