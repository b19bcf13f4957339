#!/usr/bin/env node
// Prisma's schema engine without its native binary, which a closed network cannot download: the same JSON-RPC on stdin and
// stdout, served by the WebAssembly build of the same commit. prisma.mjs names this file in PRISMA_SCHEMA_ENGINE_BINARY.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { postgresAt } from './schema-engine-postgres.mjs';

const require = createRequire(import.meta.url);

if (process.argv.includes('--version')) {
  process.stdout.write(`schema-engine-cli ${require('@prisma/schema-engine-wasm/package.json').version}\n`);
  process.exit(0);
}

const argument = (name) => process.argv.flatMap((given, at) => (given === name ? [process.argv[at + 1]] : []));
const address = JSON.parse(argument('--datasource')[0] ?? '{}').url || process.env.DATABASE_URL || 'postgresql://127.0.0.1/postgres';
const database = postgresAt(address);

// A panic inside WebAssembly surfaces as an uncaught trap in nobody's call: without this the CLI would read silence as success.
const panicked = new Promise((resolve, reject) => {
  let message;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (said) => (message = said) };
  process.on('uncaughtException', (error) => reject(new Error(message ?? error.message)));
});
panicked.catch(() => {});

const asked = process.argv.indexOf('cli');
if (asked > 0) await answerOnce(process.argv[asked + 1]);
else serve();

/** `schema-engine cli <question>`: the answer is the exit code. */
async function answerOnce(question) {
  const answers = { 'can-connect-to-database': database.canConnect, 'create-database': database.create, 'drop-database': database.drop };
  const codes = { '3D000': 'P1003', '28P01': 'P1000' };
  try {
    if (!answers[question]) throw new Error(`unknown question: ${question}`);
    await answers[question]();
    process.exit(0);
  } catch (error) {
    const fields = { message: error.message, error_code: codes[error.code] ?? 'P1001' };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', fields, target: 'schema_engine::logger' })}\n`);
    process.exit(1);
  }
}

async function startEngine() {
  const folder = require.resolve('@prisma/schema-engine-wasm').replace(/[^/\\]+$/, '');
  const bindings = await import(new URL(`file://${folder}schema_engine_bg.js`));
  const wasm = new WebAssembly.Module(readFileSync(`${folder}schema_engine_bg.wasm`));
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  const files = argument('--datamodels').map((file) => [file, readFileSync(file, 'utf8')]);
  const datamodels = files.length > 0 ? files : undefined;
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(database.adapter));
}

/** JSON-RPC, one call per line, answered in order. */
function serve() {
  const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let engine;
  let queue = Promise.resolve();

  async function call({ id, method, params }) {
    if (method === 'createDatabase') {
      await database.create();
      return { databaseName: database.name };
    }
    engine ??= startEngine();
    const result = (await (await engine)[method](params)) ?? null;
    if (method !== 'diff' || !result?.stdout) return result;
    write({ id: `print-${id}`, method: 'print', params: { content: result.stdout } }); // the native engine has the CLI print it
    return { ...result, stdout: null };
  }

  async function answer(line) {
    const request = JSON.parse(line);
    if (!request.method) return; // the CLI's answer to our own `print`
    try {
      write({ id: request.id, result: await Promise.race([call(request), panicked]) });
    } catch (error) {
      const data = { is_panic: false, message: String(error?.message ?? error), error_code: error?.code ?? null, meta: error?.meta ?? {} };
      write({ id: request.id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
    }
  }

  createInterface({ input: process.stdin })
    .on('line', (line) => (queue = queue.then(() => answer(line))))
    .on('close', () => queue.then(() => process.exit(0)));
}
