// @prisma/adapter-pg as the schema engine needs it. Four things are mended here:
// a script is sent whole (the adapter cuts at every `;`, which breaks function bodies and loses atomicity);
// catalogue types `name`, `"char"` and `name[]` are read as text (the adapter refuses them);
// a shadow database is dropped after its own pool has ended (the adapter drops it while connected);
// the `schema` of the address is kept apart from what pg understands.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import Result from 'pg/lib/result.js';

const READ_AS_TEXT = new Map([
  [18, 25],
  [19, 25],
  [1003, 1009],
]);

const addFields = Result.prototype.addFields;
Result.prototype.addFields = function (fields) {
  for (const field of fields) field.dataTypeID = READ_AS_TEXT.get(field.dataTypeID) ?? field.dataTypeID;
  return addFields.call(this, fields);
};

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

function sendScriptsWhole(connection) {
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

class WholeScripts extends PrismaPg {
  #database;
  #schema;

  constructor(database, schema) {
    super({ connectionString: database.href }, { schema });
    this.#database = database;
    this.#schema = schema;
  }

  async connect() {
    return sendScriptsWhole(await super.connect());
  }

  async connectToShadowDb() {
    const main = await this.connect();
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await main.executeScript(`CREATE DATABASE ${quoted(name)}`);
    const shadow = await new WholeScripts(elsewhere(this.#database, name), this.#schema).connect();
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
    adapter: new WholeScripts(url, schema),
    canConnect: () => ask(name, 'SELECT 1'),
    drop: () => ask('postgres', `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`),
    create: () =>
      ask('postgres', `CREATE DATABASE ${quoted(name)}`).catch((error) => {
        if (error.code !== '42P04') throw error; // it is there: that is all we wanted
      }),
  };
}
