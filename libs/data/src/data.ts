import pg from 'pg';
import { refuseData } from './refusals.js';
import { inOurWords, worthAnotherTry } from './database-errors.js';
import { ask, NOTING, READING } from './ask.js';
import { types } from './rows.js';
import type { Sql } from './sql.js';
import { Transaction, type ActingFor } from './transaction.js';

export interface DataSettings {
  url: string;
  readUrl?: string;
  /** Connections for the window; reports and imports have a smaller pool of their own, so that they never starve it. */
  pool: number;
  program: string;
}

/** The database as a program sees it: reads and transactions, always on somebody's behalf. */
export class Data {
  private readonly window: pg.Pool;
  private readonly reading: pg.Pool;
  private readonly reports: pg.Pool;

  constructor(settings: DataSettings) {
    const pool = (
      url: string,
      max: number,
      name: string,
      statementTimeout: number,
      plans: 'force_custom_plan' | 'force_generic_plan',
    ): pg.Pool => {
      const made = new pg.Pool({
        connectionString: url,
        max,
        types,
        application_name: `${settings.program} ${name}`,
        // The role without rights of its own, from the first statement on.
        options: `-c role=bangfu_app -c statement_timeout=${statementTimeout} -c plan_cache_mode=${plans} -c timezone=Asia/Shanghai -c idle_in_transaction_session_timeout=60000`,
        connectionTimeoutMillis: 5_000,
        idleTimeoutMillis: 60_000,
        keepAlive: true,
        pipeline: true,
      });
      // A connection that dies is replaced by the pool, and who uses it is told by the statement; without listeners, for idle ones
      // and for those in use, it would end the process.
      made.on('error', () => undefined);
      made.on('connect', (client) => client.on('error', () => undefined));
      return made;
    };
    // With the policies of row-level security inside, planning a list costs ten times what running it does: at the window every
    // statement is planned once a connection. A report is planned for its own period.
    this.window = pool(settings.url, settings.pool, 'window', 15_000, 'force_generic_plan');
    this.reading = settings.readUrl ? pool(settings.readUrl, settings.pool, 'reading', 15_000, 'force_generic_plan') : this.window;
    this.reports = pool(
      settings.readUrl ?? settings.url,
      Math.max(2, Math.ceil(settings.pool / 4)),
      'reports',
      600_000,
      'force_custom_plan',
    );
  }

  /** Reads for a person, in one round trip. */
  read<Row>(actor: Pick<ActingFor, 'id'>, statement: Sql): Promise<Row[]> {
    return this.readFrom<Row>(this.reading, actor, statement);
  }

  /** The same for work that may take minutes. */
  readSlowly<Row>(actor: Pick<ActingFor, 'id'>, statement: Sql): Promise<Row[]> {
    return this.readFrom<Row>(this.reports, actor, statement);
  }

  async readOne<Row>(actor: Pick<ActingFor, 'id'>, statement: Sql): Promise<Row> {
    const [row] = await this.read<Row>(actor, statement);
    if (!row) throw refuseData('data.not-found');
    return row;
  }

  private async readFrom<Row>(pool: pg.Pool, actor: Pick<ActingFor, 'id'>, statement: Sql, context = READING): Promise<Row[]> {
    const client = await pool.connect().catch((error: unknown) => {
      throw inOurWords(error);
    });
    let failed: unknown;
    try {
      return await ask<Row>(client, statement.statement, { actorId: actor.id, context });
    } catch (error) {
      failed = error;
      throw inOurWords(error);
    } finally {
      client.release(isBroken(failed));
    }
  }

  /** One small write in one round trip, which a power cut may take back: for what can be worked out again. */
  async note(actor: Pick<ActingFor, 'id'>, statement: Sql): Promise<void> {
    await this.readFrom(this.window, actor, statement, NOTING);
  }

  /** Runs `work` in one transaction on behalf of `actor`; either all of it is kept, with its audit and outbox rows, or nothing. */
  async inTransaction<T>(actor: ActingFor, now: Date, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.tryTransaction(actor, now, work);
      } catch (error) {
        if (attempt < 4 && worthAnotherTry(error)) continue;
        throw inOurWords(error);
      }
    }
  }

  private async tryTransaction<T>(actor: ActingFor, now: Date, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!/^[0-9a-f-]{36}$/.test(actor.id)) throw new Error('An actor without an id');
    const client = await this.window.connect();
    let failed: unknown;
    try {
      // The first statement is sent right behind the beginning, and the end right behind the last.
      const begun = client.query(`BEGIN; SELECT set_config('bangfu.actor', '${actor.id}', true)`);
      begun.catch(() => undefined);
      const tx = new Transaction(client, actor, now);
      const result = await work(tx);
      await begun;
      const flushed = tx.flush();
      const [, ended] = await Promise.all([flushed, client.query('COMMIT')]);
      // A statement failed and the work went on all the same: PostgreSQL answers COMMIT with ROLLBACK, and nothing was kept.
      if (ended.command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed');
      return result;
    } catch (error) {
      failed = error;
      if (!isBroken(error)) await client.query('ROLLBACK').catch((lost: unknown) => (failed = lost));
      throw error;
    } finally {
      client.release(isBroken(failed));
    }
  }

  /**
   * Refuses to work under any role but the one that policies bind: a pooler that drops the start-up options would otherwise
   * leave a program with the owner's rights, and nobody would notice.
   */
  async mustBeBound(): Promise<void> {
    const { rows } = await this.window.query<{ role: string; free: boolean }>(
      `SELECT current_user AS role, (SELECT r.rolsuper OR r.rolbypassrls FROM pg_roles r WHERE r.rolname = current_user) AS free`,
    );
    if (rows[0]!.role !== 'bangfu_app' || rows[0]!.free) {
      throw new Error(
        `数据库会话的角色是 ${rows[0]!.role}，而不是受行级权限约束的 bangfu_app / The database session runs as ${rows[0]!.role}, not as bangfu_app, which row-level security binds`,
      );
    }
  }

  /** For health: whether a statement comes back. */
  async answers(): Promise<boolean> {
    try {
      await this.window.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...new Set([this.window, this.reading, this.reports])].map((pool) => pool.end()));
  }
}

/** A connection on which the conversation itself broke is thrown away, not given back. */
function isBroken(error: unknown): boolean {
  const code = (error as { code?: string } | undefined)?.code ?? '';
  return error !== undefined && (!/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code)) && !(error as { text?: unknown }).text;
}
