import pg from 'pg';
import type { Statement } from './sql.js';

/** What @types/pg leaves out of the driver's own Query: the hooks of the wire protocol that a subclass may stand on. */
interface Wire {
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: unknown[] }): void;
  execute(message: { portal?: string }): void;
}
interface QueryBase {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
}
const Query = (
  pg as unknown as {
    Query: new (config: unknown, values: unknown, done: (error: Error | null, result: pg.QueryArrayResult) => void) => QueryBase;
  }
).Query;

interface Context {
  name: string;
  text: string;
  /** connections that know it */
  prepared: WeakSet<object>;
}
export const READING: Context = { name: 'bangfu_context', text: `SELECT set_config('bangfu.actor', $1, true)`, prepared: new WeakSet() };
/** For a write that need not wait until it is on the disk. */
export const NOTING: Context = {
  name: 'bangfu_note',
  text: `SELECT set_config('bangfu.actor', $1, true), set_config('synchronous_commit', 'off', true)`,
  prepared: new WeakSet(),
};

/**
 * One statement together with the person it is for, in one round trip: the context is bound and executed just before the
 * statement, without a Sync between them, so that both run in one implicit transaction and the context ends with it.
 * Nothing stays on the connection, which also keeps a transaction-mode pooler usable.
 */
class ScopedQuery extends Query {
  private inContext = true;

  constructor(
    private readonly actorId: string,
    private readonly context: Context,
    config: object,
    done: (error: Error | null, result: pg.QueryArrayResult) => void,
  ) {
    super(config, undefined, done);
  }

  override prepare(connection: Wire): void {
    const { name, text, prepared } = this.context;
    if (!prepared.has(connection)) {
      connection.parse({ name, text });
      prepared.add(connection);
    }
    connection.bind({ statement: name, values: [this.actorId] });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.inContext) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.inContext) this.inContext = false;
    else super.handleCommandComplete(message, connection);
  }

  override handleError(error: Error, connection: Wire): void {
    // The context's own statement may be what failed to parse: let the next query parse it again.
    if (this.inContext) this.context.prepared.delete(connection);
    super.handleError(error, connection);
  }
}

export function scopedQuery(client: pg.PoolClient, actorId: string, statement: Statement, context = READING): Promise<pg.QueryArrayResult> {
  return new Promise((resolve, reject) => {
    const query = new ScopedQuery(actorId, context, { ...statement, rowMode: 'array' }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    client.query(query as unknown as pg.Submittable);
  });
}
