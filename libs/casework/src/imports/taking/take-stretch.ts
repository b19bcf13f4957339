import { insertFresh, insertMany, updateMany } from '#data/bulk';
import { sql } from '#data/sql';
import type { NewRow } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { found, type Finding } from '#rules/imports/findings';
import { amountOf, type JudgedRow, type LedgerRecord } from '#rules/imports/judge-sheet';
import type { RowOutcome } from '#rules/imports/statement';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import type { JudgedStretch } from '../judge-workbook.js';
import type { Place, Places } from '../places.js';
import { dropLedgerClocks, runLedgerClocks } from './clocks-of-ledger.js';
import { oneSeatEach } from './one-seat.js';
import { recognise, type AcceptedRow, type Recognised } from './recognise-records.js';
import { meetAccounts } from './meet-accounts.js';
import { meetEmployers } from './meet-employers.js';
import { meetPeople, type Completed } from './meet-people.js';
import type { Arriving, Found, HouseholdPlace, TakenTable, Taker } from './taker.js';
import { takerOf } from './takers.js';

export interface Taking {
  readonly importId: string;
  readonly organisationId: string;
  readonly fileName: string;
  readonly places: Places;
}

type KeptRow = NewRow<'import_row'> & { id: string; outcome: RowOutcome | 'ignored' };

/**
 * Takes one judged stretch into the tables: the records, the people, employers and accounts they name, and for every row
 * what became of it. All in the caller's transaction, set by set, so that a stretch is there whole or not at all.
 */
export async function takeStretch(tx: Transaction, work: Work, taking: Taking, { sheet, kind, rows }: JudgedStretch): Promise<void> {
  const taker = takerOf(kind.code);
  const kept = rows.map(({ judged }) => keptRow(taking, sheet, kind.code, judged, taker));
  const accepted = rows.flatMap(({ judged }, i) => (judged.outcome === 'accepted' ? [{ rowId: kept[i]!.id, judged }] : []));
  const households = await taker.households?.(
    tx,
    work,
    accepted.map(({ judged }) => judged.record),
  );
  const { rows: recognised, there } = await oneSeatEach(tx, work, taker, await recognise(tx, work.secrets, taker, accepted), households);
  const coming = recognised.filter(({ outcome, rowId }) => (outcome === 'created' && !there.has(rowId)) || outcome === 'updated');
  const arriving = await meet(tx, work, taking, taker, coming, households);
  const written = await write(tx, work, taking, taker, arriving.rows);
  // Not waited for one by one: the next rows are made ready while the database writes these.
  const remembered = remember(tx, taking, taker, recognised, written);
  const outcomes = new Map(recognised.map((row) => [row.rowId, row]));
  for (const row of kept) {
    const here = outcomes.get(row.id);
    if (here) settle(work, row, here, written.get(row.id), arriving.completed.get(row.id));
  }
  await Promise.all([remembered, insertMany(tx, 'import_row', kept)]);
  tellTimelines(tx, work, taking, taker, sheet, accepted, arriving.rows, written);
}

function keptRow(taking: Taking, sheet: string, kind: string, judged: JudgedRow, taker: Taker): KeptRow {
  const base = { id: newId(), importId: taking.importId, organisationId: taking.organisationId, sheet, rowNumber: judged.row, kind };
  const nothing = { noun: null, recordId: null, recordVersion: null, keyHash: null, contentHash: null, beforeCipher: null };
  if (judged.outcome === 'ignored') return { ...base, ...nothing, outcome: 'ignored', amountFen: null, findings: null };
  const findings: Finding[] = [...judged.findings];
  if (judged.outcome === 'duplicate')
    findings.push({ column: '', ...found('note.duplicate-of', { sheet: judged.of.sheet, row: judged.of.row }) });
  const outcome = judged.outcome === 'accepted' ? 'created' : judged.outcome;
  return { ...base, ...nothing, outcome, amountFen: amountOf(taker.kind, judged.record), findings: asJson(findings) };
}

const asJson = (findings: readonly Finding[]) =>
  findings.length > 0 ? (findings as unknown as NewRow<'import_row'>['findings'] & object) : null;

interface Met {
  rows: readonly Arriving<LedgerRecord, TakenTable>[];
  completed: ReadonlyMap<string, Completed>;
}

async function meet(
  tx: Transaction,
  work: Work,
  taking: Taking,
  taker: Taker,
  rows: readonly Recognised[],
  households: ReadonlyMap<string, HouseholdPlace> | undefined,
): Promise<Met> {
  const placed = rows.map((row) => ({
    ...row,
    place: placeOf(taking, row.judged.record, households?.get(taker.kind.head?.(row.judged.record) ?? '')),
  }));
  const employers = await meetEmployers(
    tx,
    work,
    taking.importId,
    placed.flatMap(({ rowId, judged }) => {
      const claim = taker.employer?.(judged.record);
      return claim ? [{ rowId, claim }] : [];
    }),
  );
  const claims = placed.flatMap(({ rowId, judged, place, current }) => {
    const claim = taker.person?.(judged.record);
    // Of someone without an ID number who is there already, the record knows who it is.
    return claim && (claim.id || !current) ? [{ rowId, organisationId: place.organisationId, claim }] : [];
  });
  const people = await meetPeople(tx, work, taking.importId, claims, {
    withoutId: taker.personWithoutId === true,
    complete: taker.completesPeople === true,
  });
  const personOf = ({ rowId, current }: Recognised): string | null => people.ids.get(rowId) ?? currentPerson(current);
  const accounts = await meetAccounts(
    tx,
    work,
    taking.importId,
    placed.flatMap((row) => {
      const claim = taker.account?.(row.judged.record);
      const personId = personOf(row);
      return claim && personId ? [{ rowId: row.rowId, personId, claim }] : [];
    }),
  );
  const arriving = placed.map((row): Arriving<LedgerRecord, TakenTable> => {
    const { rowId, recordId, judged, place, current } = row;
    const foundHere: Found = {
      ...place,
      personId: personOf(row),
      employerId: employers.get(rowId) ?? null,
      accountId: accounts.get(rowId) ?? null,
    };
    return { rowId, recordId, record: judged.record, found: foundHere, ...(current && { current }) };
  });
  return { rows: arriving, completed: people.completed };
}

/** Whoever belongs to a household is kept where the household is. */
function placeOf(taking: Taking, record: LedgerRecord, household: HouseholdPlace | undefined): Place & { householdId: string | null } {
  const place = taking.places.of(record, taking.organisationId);
  return {
    divisionCode: place.divisionCode,
    organisationId: household?.organisationId ?? place.organisationId,
    householdId: household?.householdId ?? null,
  };
}

function currentPerson(current: Recognised['current']): string | null {
  const person = current as
    { personId?: string | null; applicantId?: string | null; petitionerId?: string | null; holderId?: string | null } | undefined;
  return person?.personId ?? person?.applicantId ?? person?.petitionerId ?? person?.holderId ?? null;
}

export interface Written {
  readonly recordId: string;
  readonly version: number;
  /** The columns that a change overwrote, as they were. */
  readonly before?: Record<string, unknown>;
}

/** Row → what was written. A new row that is missing from the answer met a record that no ledger brought. */
async function write(
  tx: Transaction,
  work: Work,
  { importId }: Taking,
  taker: Taker,
  arriving: readonly Arriving<LedgerRecord, TakenTable>[],
): Promise<Map<string, Written>> {
  const written = new Map<string, Written>();
  const completing = (await taker.complete?.(tx, work, arriving, importId)) ?? new Map<string, NewRow<TakenTable>>();
  const columnsOf = new Map(
    arriving.map((one) => [one.rowId, { ...taker.columns(one.record, one.found), ...completing.get(one.rowId) }] as const),
  );
  const columns = (one: Arriving<LedgerRecord, TakenTable>): Record<string, unknown> => columnsOf.get(one.rowId)!;
  const stamps =
    taker.table === 'household_member' ? { recordedAt: work.now } : { createdAt: work.now, createdBy: work.actor.id, updatedAt: work.now };

  const fresh = arriving.filter(({ current }) => !current);
  if (fresh.length > 0) {
    const there = await insertFresh(
      tx,
      taker.table,
      fresh.map((one) => ({ id: one.recordId, ...columns(one), importRowId: one.rowId, ...stamps })) as never,
    );
    const made = fresh.filter(({ recordId }) => there.has(recordId));
    for (const { rowId, recordId } of made) written.set(rowId, { recordId, version: 1 });
    await taker.accompany?.(tx, made);
  }
  const changed = arriving.filter(({ current }) => current);
  if (changed.length > 0) {
    await dropLedgerClocks(
      tx,
      importId,
      taker,
      changed.map(({ recordId }) => recordId),
    );
    const rows = changed.map((one) => ({
      id: one.recordId,
      ...columns(one),
      // Says that a ledger speaks: what it corrects is the past, and needs no notice.
      ...(taker.table === 'hardship_file' && { importRowId: one.rowId }),
      ...(taker.table !== 'household_member' && { updatedAt: work.now }),
    }));
    const versions = new Map((await updateMany(tx, taker.table, rows as never)).map(({ id, version }) => [id, version]));
    changed.forEach((one, i) => {
      const was = one.current as unknown as Record<string, unknown>;
      const before = Object.fromEntries(
        Object.keys(rows[i]!)
          .filter((column) => column !== 'id' && column !== 'updatedAt')
          .map((column) => [column, was[column] ?? null]),
      );
      written.set(one.rowId, { recordId: one.recordId, version: versions.get(one.recordId)!, before });
    });
  }
  const told = arriving.filter(({ rowId }) => written.has(rowId));
  await runLedgerClocks(
    tx,
    work,
    taker,
    told.map(({ rowId, recordId }) => ({ rowId, recordId, row: columnsOf.get(rowId)! })),
  );
  return written;
}

/** Keeps for every key which record it stands for and what the ledger last said of it. */
async function remember(
  tx: Transaction,
  { importId }: Taking,
  taker: Taker,
  recognised: readonly Recognised[],
  written: ReadonlyMap<string, Written>,
): Promise<void> {
  const keys = recognised.flatMap(({ rowId, keyHashes, contentHash }) => {
    const record = written.get(rowId);
    return record
      ? keyHashes.map((keyHash) => ({ kind: taker.kind.code, keyHash, noun: taker.noun, recordId: record.recordId, contentHash, importId }))
      : [];
  });
  await insertMany(
    tx,
    'import_key',
    keys,
    sql`ON CONFLICT (kind, key_hash) DO UPDATE SET record_id = excluded.record_id, content_hash = excluded.content_hash, import_id = excluded.import_id`,
  );
}

function settle(work: Work, row: KeptRow, here: Recognised, written: Written | undefined, completed: Completed | undefined): void {
  Object.assign(row, { keyHash: here.keyHashes[0] ?? null, contentHash: here.contentHash, noun: here.noun });
  if (here.outcome === 'rejected')
    Object.assign(row, { outcome: 'rejected', noun: null, findings: [...here.judged.findings, here.against!] });
  else if (here.outcome === 'unchanged') Object.assign(row, { outcome: 'unchanged', recordId: here.recordId });
  else if (!written)
    Object.assign(row, { outcome: 'duplicate', findings: [...here.judged.findings, { column: '', ...found('note.already-registered') }] });
  else {
    const before = {
      ...(written.before && { record: written.before, contentHash: here.lastContentHash?.toString('hex') }),
      ...(completed && { completed }),
    };
    Object.assign(row, { outcome: here.outcome, recordId: written.recordId, recordVersion: written.version });
    if (Object.keys(before).length > 0) row.beforeCipher = work.secrets.seal(JSON.stringify(before));
  }
}

function tellTimelines(
  tx: Transaction,
  work: Work,
  taking: Taking,
  taker: Taker,
  sheet: string,
  accepted: readonly AcceptedRow[],
  arriving: readonly Arriving<LedgerRecord, TakenTable>[],
  written: ReadonlyMap<string, Written>,
): void {
  if (!taker.day) return;
  const rowNumbers = new Map(accepted.map(({ rowId, judged }) => [rowId, judged.row]));
  for (const { rowId, recordId, record, found: whom, current } of arriving) {
    if (!written.has(rowId)) continue;
    const note = `${taking.fileName} · ${sheet} · ${rowNumbers.get(rowId)}`;
    tx.tell({
      ...(taker.noun === 'hardship' || taker.noun === 'candidate'
        ? { noun: taker.noun, noteCipher: work.secrets.seal(note) }
        : { noun: taker.noun, note }),
      subjectId: recordId,
      organisationId: whom.organisationId,
      personId: whom.personId,
      kind: current ? `${taker.noun}.import-changed` : `${taker.noun}.imported`,
      happenedOn: taker.day(record),
      fromStatus: null,
      toStatus: null,
      details: null,
    });
  }
}
