// `npm run officers:reset -- USERNAME`: a one-time password for one of the three officers (三员) who lost the own. Nobody in the product may set it.
// The database is the one of DATABASE_URL, or the one that `npm start` keeps in the data folder, while it runs.
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { ownDatabase } from './own-database.mjs';
import { leave, sentence } from './say.mjs';
import { wayOut } from './stopping.mjs';
import { tool } from './tools.mjs';

async function run(folder) {
  await build(folder, ['client', 'server']);
  const DATABASE_URL = process.env.DATABASE_URL || ownDatabase();
  const env = { ...process.env, ...(DATABASE_URL && { DATABASE_URL }) };
  return tool('node', ['--enable-source-maps', 'dist/prisma/seed/reset-officer.js', ...process.argv.slice(2)], { env });
}

await onPinnedNode(import.meta.filename).catch(leave);
const folder = await openDataFolder(undefined).catch(leave);
const leaveWith = wayOut(folder.close);
await leaveWith(await run(folder).catch((error) => (process.stderr.write(`\n${sentence(error)}\n`), 2)));
