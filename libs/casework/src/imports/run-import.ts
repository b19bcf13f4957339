import { sql } from '#data/sql';
import { statementBalances, statementOf, type RowOutcome, type Statement } from '#rules/imports/statement';
import { Refusal, refuseIf } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { plannedSheets, readImport, workbookOf, type ImportRecord } from './import-record.js';
import { judgeWorkbook, type JudgedStretch, type PlannedSheet } from './judge-workbook.js';
import { judgingFor, mustBePermittedTo } from './judging-for.js';
import { Places } from './places.js';
import { takeStretch, type Taking } from './taking/take-stretch.js';
import { Tally } from './tally.js';

/** How a job says that it goes on, and hears that it should leave off. */
export interface Running {
  progress(percent: number): Promise<void>;
  readonly signal: AbortSignal;
}

/** Another worker is at it, or somebody stopped it: no failure of the import itself. */
class Overtaken extends Error {
  constructor() {
    super('The import was stopped, or another worker is running it');
  }
}

/**
 * Takes a ledger in, one stretch a transaction. A stretch and the count of rows done are committed together, so whoever
 * takes the job up again, after a kill at any moment, reads the file from the top and writes from where the count stands.
 */
export async function runImport(work: Work, { importId }: { importId: string }, running: Running): Promise<Statement | undefined> {
  const record = await takeUp(work, importId);
  if (!record) return undefined;
  try {
    return await takeIn(work, record, running);
  } catch (error) {
    if (!(error instanceof Overtaken)) await noteFailure(work, importId, error);
    throw error;
  }
}

/** Nothing where the import is done already: a bell may ring twice. */
async function takeUp(work: Work, importId: string): Promise<ImportRecord | undefined> {
  const { organisationId } = await readImport(work, importId);
  mustBePermitted(work.actor, 'import.run', { organisationId });
  return inTransaction(work, (tx) =>
    tx.find<ImportRecord>(
      sql`UPDATE import SET status = 'running', error = NULL WHERE id = ${importId} AND status IN ('running', 'failed') RETURNING *`,
    ),
  );
}

async function takeIn(work: Work, record: ImportRecord, running: Running): Promise<Statement> {
  const planned = plannedSheets(record);
  mustBePermittedTo(work, planned);
  const places = await Places.read(work);
  const taking: Taking = { importId: record.id, organisationId: record.organisationId, fileName: record.fileName, places };
  const tally = new Tally(planned);
  let read = 0;
  for await (const stretch of ahead(judgeWorkbook(await workbookOf(work, record), planned, judgingFor(work, record, places)))) {
    tally.read(stretch);
    const before = read;
    read += stretch.rows.length;
    // Done before the job was taken up again.
    if (read <= record.rowsDone) continue;
    running.signal.throwIfAborted();
    await take(work, taking, stretch, before, read);
    await running.progress(Math.min(99, (read / Math.max(read, record.rowsTotal ?? read * 2)) * 100));
  }
  return finish(work, record, planned, tally, read);
}

/** Judges the next stretch while the database writes this one. */
async function* ahead(stretches: AsyncGenerator<JudgedStretch>): AsyncGenerator<JudgedStretch> {
  let next = stretches.next();
  // Whoever stops in between has its own error; this one would only end the process.
  next.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = stretches.next();
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await stretches.return(undefined);
  }
}

function take(work: Work, taking: Taking, stretch: JudgedStretch, before: number, after: number): Promise<void> {
  return inTransaction(work, async (tx) => {
    // The count is the fence: it moves once for every stretch, whoever is at work, and not at all once the import was stopped.
    const [moved] = await tx.rows(
      sql`UPDATE import SET rows_done = ${after} WHERE id = ${taking.importId} AND status = 'running' AND rows_done = ${before} RETURNING id`,
    );
    if (!moved) throw new Overtaken();
    // Plans made while the tables were small would be kept while the import makes them large.
    await tx.rows(sql`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`);
    await takeStretch(tx, work, taking, stretch);
  });
}

interface Outcome {
  sheet: string;
  outcome: RowOutcome | 'ignored';
  rows: number;
  fen: number;
  warned: number;
}

async function finish(work: Work, record: ImportRecord, planned: readonly PlannedSheet[], tally: Tally, read: number): Promise<Statement> {
  return inTransaction(work, async (tx) => {
    const outcomes = await tx.rows<Outcome>(sql`
      SELECT sheet, outcome, count(*) AS rows, coalesce(sum(amount_fen), 0)::bigint AS fen, count(findings) FILTER (WHERE outcome IN ('created', 'updated', 'unchanged')) AS warned
      FROM import_row WHERE import_id = ${record.id} GROUP BY sheet, outcome`);
    for (const { sheet, outcome, rows, fen, warned } of outcomes) {
      if (outcome === 'ignored') continue;
      tally.add(sheet, outcome, rows, fen);
      tally.warned(sheet, warned);
    }
    const statement = statementOf(
      tally.counts().filter(({ sheet }) => planned.some((plan) => plan.sheet === sheet)),
      false,
    );
    refuseIf(statementBalances(statement));
    const { created, updated, unchanged, duplicate, rejected } = statement.total;
    const [done] = await tx.rows(sql`
      UPDATE import SET status = 'done', statement = ${JSON.stringify(statement)}, rows_total = ${read}, finished_at = ${work.now}, version = version + 1
      WHERE id = ${record.id} AND status = 'running' AND rows_done = ${read} RETURNING id`);
    if (!done) throw new Overtaken();
    tx.audit({
      type: 'import.finished',
      subject: { noun: 'import', id: record.id },
      organisationId: record.organisationId,
      details: { created, updated, unchanged, duplicate, rejected },
    });
    return statement;
  });
}

/** The import says why it stopped; it can be started again from there, or taken back. */
async function noteFailure(work: Work, importId: string, error: unknown): Promise<void> {
  const sentence = error instanceof Refusal ? error.sentence(work.actor.language) : '导入中断，可重新开始，已导入的部分不会重复。';
  await inTransaction(work, (tx) =>
    tx.rows(
      sql`UPDATE import SET status = 'failed', error = ${sentence}, version = version + 1 WHERE id = ${importId} AND status = 'running'`,
    ),
  ).catch(() => undefined);
}
