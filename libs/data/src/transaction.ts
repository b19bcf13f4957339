import type pg from 'pg';
import type { AuditEvent } from '#rules/audit/audit-events';
import { newId } from '#runtime/ids';
import { refuseData } from './refusals.js';
import { ask } from './ask.js';
import { snake } from './rows.js';
import { raw, sql, joined, type Sql } from './sql.js';
import type { NewRow, TableName, Tables, Versioned } from './tables.js';

/** Who acts, on whose behalf the database judges every row, and from where. */
export interface ActingFor {
  id: string;
  name: string;
  organisationId: string | null;
  address?: string;
  requestId?: string;
}

type Line = Omit<NewRow<'activity'>, 'id' | 'actorId' | 'actorName' | 'recordedAt' | 'noun' | 'note' | 'noteCipher'>;
/** What is said of a family in hardship is said under seal; what is said of any other case is not. */
export type NewActivity = Line &
  (
    | { noun: 'hardship' | 'candidate'; noteCipher?: Buffer | null }
    | {
        noun: 'dispute' | 'petition' | 'mass-incident' | 'legal-aid' | 'disbursement' | 'household-member' | 'person';
        note?: string | null;
      }
  );

/**
 * One transaction, as casework sees it. Rows are read with `rows`/`one`/`find` over tagged SQL, locked with `lock`, written with
 * `insert`/`update`. What has to be told (audit, timeline, work for later) is collected and written in one statement
 * just before the commit, so it is there exactly when the change is.
 */
export class Transaction {
  private readonly audits: unknown[] = [];
  private readonly activities: unknown[] = [];
  private readonly works: unknown[] = [];

  constructor(
    private readonly client: pg.PoolClient,
    readonly actor: ActingFor,
    readonly now: Date,
  ) {}

  rows<Row>(statement: Sql): Promise<Row[]> {
    return ask<Row>(this.client, statement.statement);
  }

  /** The one row that must be there; otherwise not found, which looks the same as not allowed. */
  async one<Row>(statement: Sql): Promise<Row> {
    const row = await this.find<Row>(statement);
    if (!row) throw refuseData('data.not-found');
    return row;
  }

  async find<Row>(statement: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(statement))[0];
  }

  /** Reads the row and holds it until the end of the transaction. Lock order where several are locked: person, employer, case, clock. */
  lock<Name extends TableName>(table: Name, id: string): Promise<Tables[Name]> {
    return this.one<Tables[Name]>(sql`SELECT * FROM ${tableName(table)} WHERE id = ${id} FOR UPDATE`);
  }

  /** One row or many, in one statement. Columns are those of the first row. */
  async insert<Name extends TableName>(table: Name, rows: NewRow<Name> | readonly NewRow<Name>[]): Promise<void> {
    const all = (Array.isArray(rows) ? rows : [rows]) as Record<string, unknown>[];
    if (all.length === 0) return;
    const columns = Object.keys(all[0]!);
    const names = raw(columns.map((column) => `"${snake(column)}"`).join(', '));
    const values = joined(
      all.map(
        (row) =>
          sql`(${joined(
            columns.map((column) => sql`${toColumn(row[column])}`),
            ', ',
          )})`,
      ),
      ', ',
    );
    await this.rows(sql`INSERT INTO ${tableName(table)} (${names}) VALUES ${values}`);
  }

  /** Changes a row that was read at `was.version`; if somebody was quicker, nothing changes and the answer is a conflict. */
  async update<Name extends Versioned>(table: Name, was: { id: string; version: number }, changes: Partial<Tables[Name]>): Promise<void> {
    const set = this.assignments({ ...changes, ...(REPORTED.has(table) && { updatedAt: this.now }) });
    const changed = await this.rows<{ id: string }>(
      sql`UPDATE ${tableName(table)} SET ${set}, version = version + 1 WHERE id = ${was.id} AND version = ${was.version} RETURNING id`,
    );
    if (changed.length !== 1) throw refuseData('data.changed-meanwhile');
  }

  private assignments(changes: Record<string, unknown>): Sql {
    return joined(
      Object.entries(changes).map(([column, value]) => sql`${raw(`"${snake(column)}"`)} = ${toColumn(value)}`),
      ', ',
    );
  }

  audit(event: AuditEvent): void {
    this.audits.push({
      id: newId(),
      at: this.now,
      type: event.type,
      actor_id: this.actor.id,
      actor_name: this.actor.name,
      organisation_id: event.organisationId ?? this.actor.organisationId,
      subject_noun: event.subject?.noun ?? null,
      subject_id: event.subject?.id ?? null,
      address: this.actor.address ?? null,
      request_id: this.actor.requestId ?? null,
      details: event.details,
    });
  }

  /** A line on the case's timeline. */
  tell(activity: NewActivity): void {
    const row: Record<string, unknown> = { id: newId(), actor_id: this.actor.id, actor_name: this.actor.name, recorded_at: this.now };
    for (const [column, value] of Object.entries(activity)) row[snake(column)] = value instanceof Uint8Array ? inHex(value) : value;
    this.activities.push(row);
  }

  /**
   * Asks for work after the commit. `key` names the effect: asked for twice, done once.
   */
  later(definition: { name: string }, payload: object, { key, runAt }: { key: string; runAt?: Date }): string {
    const id = newId();
    this.works.push({ id, job: definition.name, payload, key, run_at: runAt ?? this.now, requested_by: this.actor.id });
    return id;
  }

  /** Called by the data layer before COMMIT: one statement for whatever there is to tell, and none where there is nothing. */
  async flush(): Promise<void> {
    const told = [
      this.audits.length > 0 &&
        sql`INSERT INTO audit_entry (${raw(AUDIT)}) SELECT ${raw(AUDIT)} FROM jsonb_populate_recordset(NULL::audit_entry, ${JSON.stringify(this.audits)}::jsonb)`,
      this.works.length > 0 &&
        sql`INSERT INTO outbox (${raw(WORK)}) SELECT ${raw(WORK)} FROM jsonb_populate_recordset(NULL::outbox, ${JSON.stringify(this.works)}::jsonb) ON CONFLICT (key) DO NOTHING`,
      this.activities.length > 0 &&
        sql`INSERT INTO activity (${raw(ACTIVITY)}) SELECT ${raw(ACTIVITY)} FROM jsonb_populate_recordset(NULL::activity, ${JSON.stringify(this.activities)}::jsonb)`,
    ].filter((part) => part !== false);
    if (told.length === 0) return;
    const before = told.slice(0, -1).map((part, i) => sql`${raw(`part_${i}`)} AS (${part})`);
    await this.rows(before.length > 0 ? sql`WITH ${joined(before, ', ')} ${told.at(-1)!}` : told[0]!);
    this.audits.length = this.activities.length = this.works.length = 0;
  }
}

const AUDIT = 'id, at, type, actor_id, actor_name, organisation_id, subject_noun, subject_id, address, request_id, details';
const WORK = 'id, job, payload, key, run_at, requested_by';
const ACTIVITY =
  'id, noun, subject_id, organisation_id, person_id, kind, happened_on, recorded_at, actor_id, actor_name, from_status, to_status, note, note_cipher, details';

/** Tables of which every version is kept: their updated_at is the recorded time of the new version. */
const REPORTED: ReadonlySet<TableName> = new Set([
  'dispute',
  'mass_incident',
  'petition',
  'hardship_file',
  'disbursement',
  'legal_aid_matter',
]);

const tableName = (table: TableName): Sql => raw(`public."${table}"`);

/** Bytes inside a json value. */
export const inHex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;

/** Objects go into json columns; arrays, buffers and dates are the driver's business. */
function toColumn(value: unknown): unknown {
  if (value === undefined) return null;
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof Uint8Array))
    return JSON.stringify(value);
  return value;
}
