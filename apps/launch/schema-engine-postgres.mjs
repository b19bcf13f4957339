// @prisma/adapter-pg as the schema engine needs it. Four things are mended here:
// a script is sent whole (the adapter cuts at every `;`, which breaks function bodies and loses atomicity);
// the catalogue's types `name`, `name[]` and `"char"` can be read (the adapter refuses the last two, and the engine wants
// a character, not a text, where PostgreSQL 18 lists its NOT NULL constraints);
// a shadow database is dropped after its own pool has ended (the adapter drops it while connected);
// the `schema` of the address is kept apart from what pg understands.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const { builtins: type } = pg.types;
const CHAR = 18;
const NAME_ARRAY = 1003;
const TEXT_ARRAY = 1009;
const known = (field) => ({
  ...field,
  dataTypeID: field.dataTypeID === CHAR ? type.TEXT : field.dataTypeID === NAME_ARRAY ? TEXT_ARRAY : field.dataTypeID,
});

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

function mended(connection) {
  const queryRaw = connection.queryRaw;
  connection.queryRaw = async (query) => {
    const { fields, rows } = await connection.performIO(query);
    const given = Object.assign(Object.create(connection), { performIO: async () => ({ fields: fields.map(known), rows }) });
    const answer = await queryRaw.call(given, query);
    for (const [column, field] of fields.entries()) {
      if (field.dataTypeID !== CHAR) continue;
      answer.columnTypes[column] = ColumnTypeEnum.Character;
      for (const row of answer.rows) if (row[column] === '') row[column] = '\0'; // PostgreSQL's empty "char" is its zero byte
    }
    return answer;
  };
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

class Mended extends PrismaPg {
  #database;
  #schema;

  constructor(database, schema) {
    super({ connectionString: database.href }, { schema });
    this.#database = database;
    this.#schema = schema;
  }

  async connect() {
    return mended(await super.connect());
  }

  async connectToShadowDb() {
    const main = await this.connect();
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await main.executeScript(`CREATE DATABASE ${quoted(name)}`);
    const shadow = await new Mended(elsewhere(this.#database, name), this.#schema).connect();
    const end = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await end();
      await main.executeScript(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

function elsewhere(url, database) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other;
}

/** The database at an address, for the engine (`adapter`) and for what must be done from outside it. */
export function postgresAt(address) {
  const url = new URL(address);
  const schema = url.searchParams.get('schema') ?? undefined;
  url.searchParams.delete('schema');
  const name = decodeURIComponent(url.pathname.slice(1));

  async function ask(database, sql) {
    const client = new pg.Client({ connectionString: elsewhere(url, database).href });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  return {
    name,
    adapter: new Mended(url, schema),
    canConnect: () => ask(name, 'SELECT 1'),
    drop: () => ask('postgres', `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`),
    create: () =>
      ask('postgres', `CREATE DATABASE ${quoted(name)}`).catch((error) => {
        if (error.code !== '42P04') throw error; // it is there: that is all we wanted
      }),
  };
}
