/** Every table × every role as raw SQL under the role's session: which rows are seen, changed and removed, and which may be added. */
import type pg from 'pg';
import { newId } from '#runtime/ids';
import type { Holder } from './access-roles-oracle.js';
import { tables, type Json, type Judge, type Truth } from './access-tables-oracle.js';
import type { Tally } from './access-tally-support.js';
import { readTree, relation, type World } from './access-world-support.js';

interface Table {
  name: string;
  sql: string;
  key: string[];
  /** columns of type uuid in the key: a new row gets new ones */
  fresh: string[];
}

export const NOBODY: Holder = { id: '', role: null, place: '' };

export class RowMatrix {
  private tables: Table[] = [];
  truth: Truth = new Map();
  parents: Judge['parents'] = new Map();

  constructor(
    private readonly world: World,
    private readonly tally: Tally,
  ) {}

  async prepare(): Promise<void> {
    const { owner } = this.world.db;
    const { rows } = await owner.query<{ schema: string; name: string; key: string[]; fresh: string[]; secured: boolean }>(
      `SELECT n.nspname AS schema, c.relname AS name, c.relrowsecurity AS secured,
         coalesce((SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '{id,recorded_at}') AS key,
         coalesce((SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype), '{}') AS fresh
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname IN ('public', 'history', 'bangfu') AND c.relname <> '_prisma_migrations'`,
    );
    this.tables = rows.map(({ schema, name, key, fresh }) => ({
      name: schema === 'public' ? name : `${schema}.${name}`,
      sql: `${schema}."${name}"`,
      key,
      fresh,
    }));
    for (const { schema, name, secured } of rows) if (!secured) this.tally.wrong('tables', `${schema}.${name} has no row-level security`);
    for (const { name } of this.tables) if (!tables[name]) this.tally.wrong('tables', `${name} has no row in the table of tables`);
    this.tables = this.tables.filter(({ name }) => tables[name]);
    this.parents = await readTree(owner);
    this.truth = new Map(
      await Promise.all(
        this.tables.map(async ({ name, sql }): Promise<[string, Json[]]> => [
          name,
          (await owner.query<{ row: Json }>(`SELECT to_jsonb(t) AS row FROM ${sql} t`)).rows.map(({ row }) => row),
        ]),
      ),
    );
  }

  get size(): { tables: number; rows: number } {
    return { tables: this.tables.length, rows: [...this.truth.values()].reduce((sum, rows) => sum + rows.length, 0) };
  }

  /** `holder` undefined: nobody has said on whose behalf. */
  async tryHolder(holder: (Holder & { name: string }) | undefined): Promise<void> {
    const client = await this.world.db.owner.connect();
    try {
      // Foreign keys and triggers sleep, so that only the policies answer; the role has no way to put them to sleep itself.
      await client.query(
        `BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${holder?.id ?? ''}', true)`,
      );
      const judge: Judge = { holder: holder ?? NOBODY, parents: this.parents, truth: this.truth };
      const who = holder ? holder.name : 'nobody';
      for (const table of this.tables) {
        for (const verb of ['see', 'change', 'remove'] as const) await this.trySet(client, table, verb, judge, who, holder !== undefined);
        await this.tryAdding(client, table, judge, who, holder !== undefined);
      }
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  private async trySet(
    client: pg.PoolClient,
    table: Table,
    verb: 'see' | 'change' | 'remove',
    judge: Judge,
    who: string,
    somebody: boolean,
  ): Promise<void> {
    const keys = table.key.map((column) => `"${column}"`).join(', ');
    const statement = {
      see: `SELECT ${keys} FROM ${table.sql}`,
      change: `UPDATE ${table.sql} SET "${table.key[0]}" = "${table.key[0]}" RETURNING ${keys}`,
      remove: `DELETE FROM ${table.sql} RETURNING ${keys}`,
    }[verb];
    const keyOf = (row: Json): string => table.key.map((column) => String(row[column])).join(' ');
    const reached = new Set((await attempt(client, `WITH r AS (${statement}) SELECT to_jsonb(r) AS row FROM r`)).map(keyOf));
    const rules = tables[table.name]!;
    const due = (row: Json): boolean => somebody && rules.see(judge, row) && rules[verb](judge, row);
    for (const row of this.truth.get(table.name)!) {
      const [is, should] = [reached.delete(keyOf(row)), due(row)];
      this.tally.cell(
        `SQL ${verb}`,
        somebody ? this.how(judge.holder, row) : 'nobody',
        should ? 'reached' : 'not reached',
        is === should,
        () => `${who} ${is ? 'can' : 'cannot'} ${verb} ${table.name} ${JSON.stringify(row).slice(0, 300)}`,
      );
    }
    if (reached.size > 0)
      this.tally.wrong(`SQL ${verb}`, `${who} reaches rows of ${table.name} that were not there: ${[...reached].slice(0, 3).join(', ')}`);
  }

  /** A copy of one row of each place, with a number of its own. */
  private async tryAdding(client: pg.PoolClient, table: Table, judge: Judge, who: string, somebody: boolean): Promise<void> {
    for (const row of this.samples(table, judge)) {
      const added = { ...row, ...Object.fromEntries(table.fresh.map((column) => [column, newId()])) };
      const is = await isAllowed(client, `INSERT INTO ${table.sql} SELECT (jsonb_populate_record(NULL::${table.sql}, $1::jsonb)).*`, [
        JSON.stringify(added),
      ]);
      const should = somebody && tables[table.name]!.add(judge, added);
      this.tally.cell(
        'SQL add',
        somebody ? this.how(judge.holder, row) : 'nobody',
        should ? 'allowed' : 'refused',
        is === should,
        () => `${who} ${is ? 'can' : 'cannot'} add to ${table.name} ${JSON.stringify(added).slice(0, 300)}`,
      );
    }
    if (somebody) await this.tryMoving(client, table, judge, who);
  }

  /** What is in reach must not be carried out of it, nor anything else into it. */
  private async tryMoving(client: pg.PoolClient, table: Table, judge: Judge, who: string): Promise<void> {
    const rules = tables[table.name]!;
    const row = this.truth
      .get(table.name)!
      .find(
        (one) =>
          one['organisation_id'] &&
          !one['mediator_id'] &&
          !one['handler_id'] &&
          !one['lawyer_id'] &&
          !one['owner_id'] &&
          rules.see(judge, one) &&
          rules.change(judge, one) &&
          one['id'] !== judge.holder.id &&
          one['user_id'] !== judge.holder.id,
      );
    if (!row) return;
    for (const place of Object.values(this.world.places)) {
      const moved = { ...row, organisation_id: place };
      const is = await isAllowed(
        client,
        `UPDATE ${table.sql} SET organisation_id = $1 WHERE ${table.key.map((column, i) => `"${column}"::text = $${i + 2}`).join(' AND ')}`,
        [place, ...table.key.map((column) => String(row[column]))],
      );
      const should = rules.change(judge, moved);
      this.tally.cell(
        'SQL move',
        relation(place, judge.holder, this.parents),
        should ? 'allowed' : 'refused',
        is === should,
        () => `${who} ${is ? 'can' : 'cannot'} move ${table.name} to another place ${JSON.stringify(moved).slice(0, 300)}`,
      );
    }
  }

  /** Rows of every place, that may and may not be seen and added, of oneself and of others, and the same drawn to one's own place. */
  private samples(table: Table, judge: Judge): Json[] {
    const { holder } = judge;
    const rules = tables[table.name]!;
    const found = new Map<string, Json>();
    for (const row of this.truth.get(table.name)!) {
      const drawn =
        'parent_id' in row
          ? { ...row, parent_id: holder.place, valid_to: '2099-12-31' }
          : 'organisation_id' in row
            ? { ...row, organisation_id: holder.place }
            : row;
      const owned = ['user_id', 'actor_id', 'requested_by']
        .filter((column) => column in row)
        .map((column) => ({ ...row, [column]: holder.id || null }));
      for (const one of [row, ...(holder.place ? [drawn] : []), ...owned]) {
        const key = JSON.stringify([
          one['organisation_id'],
          one['parent_id'],
          rules.see(judge, one),
          rules.add(judge, one),
          owned.includes(one),
          rules.see(judge, row),
        ]);
        if (!found.has(key)) found.set(key, one);
      }
    }
    return [...found.values()].slice(0, 40);
  }

  how(holder: Holder, row: Json): string {
    const place = row['organisation_id'];
    return typeof place === 'string' && this.parents.has(place) ? relation(place, holder, this.parents) : 'of no place';
  }
}

/** Rows, or none where the statement is refused; the transaction goes on. */
async function attempt(client: pg.PoolClient, statement: string): Promise<Json[]> {
  await client.query('SAVEPOINT here');
  try {
    return (await client.query<{ row: Json }>(statement)).rows.map(({ row }) => row);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return [];
  } finally {
    await client.query('ROLLBACK TO here');
  }
}

/** A row that meets another of its kind has got past the policy: it is asked first. */
async function isAllowed(client: pg.PoolClient, statement: string, values: unknown[]): Promise<boolean> {
  await client.query('SAVEPOINT here');
  try {
    await client.query(statement, values);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '23505' || code === '23514' || code === '23P01') return true;
    if (code !== '42501') throw error;
    return false;
  } finally {
    await client.query('ROLLBACK TO here');
  }
}
