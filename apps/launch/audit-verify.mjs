// `npm run audit:verify`: whether the audit chain is whole, in the running database; with `-- FILE`, in an export, without any database.
// The database is the one of DATABASE_URL, or the one that `npm start` keeps in the data folder, while it runs.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { leave, sentence } from './say.mjs';
import { wayOut } from './stopping.mjs';
import { tool } from './tools.mjs';

/** The built-in PostgreSQL writes its port into the fourth line of postmaster.pid while it runs. */
function ownDatabase() {
  const folder = resolve(process.env.BANGFU_DATA || '.data');
  try {
    const port = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
    const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
    return `postgresql://postgres:${password}@127.0.0.1:${port}/bangfu`;
  } catch {
    return undefined; // not running: the program says what it needs
  }
}

async function run(folder) {
  await build(folder, ['client', 'server']);
  const DATABASE_URL = process.env.DATABASE_URL || ownDatabase();
  const env = { ...process.env, ...(DATABASE_URL && { DATABASE_URL }) };
  return tool('node', ['--enable-source-maps', 'dist/apps/worker/src/audit/verify.js', ...process.argv.slice(2)], { env });
}

await onPinnedNode(import.meta.filename).catch(leave);
const folder = await openDataFolder(undefined).catch(leave);
const leaveWith = wayOut(folder.close);
await leaveWith(await run(folder).catch((error) => (process.stderr.write(`\n${sentence(error)}\n`), 2)));
