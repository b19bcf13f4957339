import pg from 'pg';
import { Shape } from './rows.js';
import type { Statement } from './sql.js';

/** What @types/pg leaves out of the driver's own Query: the hooks of the wire protocol that a subclass may stand on. */
interface Wire {
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: unknown[] }): void;
  execute(message: { portal?: string }): void;
  describe(message: { type: string; name?: string }): void;
}
interface QueryBase {
  name?: string | undefined;
  values: unknown[];
  requiresPreparation(): boolean;
  prepare(connection: Wire): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
}
const Query = (
  pg as unknown as {
    Query: new (text: string, values: undefined, done: (error: Error | null) => void) => QueryBase;
  }
).Query;

/** What is executed just before a statement: for whom, and how. */
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
interface Scope {
  actorId: string;
  context: Context;
}

/**
 * What a connection has told of the rows of its named statements. It is asked once a statement: PostgreSQL refuses to execute one
 * whose rows have changed since it was parsed. `silent` is the connection itself, except that it asks nothing.
 */
class Told {
  readonly shapes = new Map<string, Shape>();
  readonly silent: Wire;

  constructor(connection: Wire) {
    this.silent = Object.create(connection, { describe: { value: () => undefined } }) as Wire;
  }
}
const told = new WeakMap<Wire, Told>();

/**
 * One statement, in one round trip together with the person it is for: the context is bound and executed just before the
 * statement, without a Sync between them, so that both run in one implicit transaction and the context ends with it.
 * Nothing stays on the connection, which also keeps a transaction-mode pooler usable.
 */
class Question extends Query {
  readonly found: object[] = [];
  private inContext: boolean;
  private shapes: Map<string, Shape> | undefined;
  private shape: Shape | undefined;

  constructor(
    { name, text, values }: Statement,
    private readonly scope: Scope | undefined,
    done: (error: Error | null) => void,
  ) {
    super(text, undefined, done);
    this.name = name;
    this.values = values;
    this.inContext = scope !== undefined;
  }

  /** Also where there is neither a name nor a value: only so does the context go before it. */
  override requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: Wire): void {
    if (this.scope) this.prepareContext(connection, this.scope);
    let known = told.get(connection);
    if (!known) told.set(connection, (known = new Told(connection)));
    this.shapes = known.shapes;
    this.shape = this.name === undefined ? undefined : known.shapes.get(this.name);
    super.prepare(this.shape ? known.silent : connection);
  }

  private prepareContext(connection: Wire, { actorId, context: { name, text, prepared } }: Scope): void {
    if (!prepared.has(connection)) {
      connection.parse({ name, text });
      prepared.add(connection);
    }
    connection.bind({ statement: name, values: [actorId] });
    connection.execute({});
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.shape = new Shape(fields);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (!this.inContext) this.found.push(this.shape!.read(fields));
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.inContext) {
      this.inContext = false;
      return;
    }
    // A statement that answers no rows has not been described as anything.
    if (this.name !== undefined) this.shapes!.set(this.name, (this.shape ??= new Shape([])));
    super.handleCommandComplete(message, connection);
  }

  override handleError(error: Error, connection: Wire): void {
    // The context's own statement may be what failed to parse: let the next query parse it again.
    if (this.inContext) this.scope!.context.prepared.delete(connection);
    super.handleError(error, connection);
  }
}

/** The rows of a statement: for somebody, or within a transaction that has said for whom. */
export async function ask<Row>(client: pg.PoolClient, statement: Statement, scope?: Scope): Promise<Row[]> {
  try {
    return await new Promise((resolve, reject) => {
      const question = new Question(statement, scope, (error) => (error ? reject(error) : resolve(question.found as Row[])));
      client.query(question as unknown as pg.Submittable);
    });
  } catch (error) {
    // The driver's trace ends at the socket; what helps is who asked.
    Error.captureStackTrace(error as Error);
    throw error;
  }
}
