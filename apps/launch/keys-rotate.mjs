// `npm run keys:rotate`: a new data key, and everything that is sealed is sealed again with it, while the programs run.
// The database is the one of DATABASE_URL, or the one that `npm start` keeps in the data folder, while it runs.
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { ownDatabase, ownKey } from './own-database.mjs';
import { leave, sentence } from './say.mjs';
import { wayOut } from './stopping.mjs';
import { tool } from './tools.mjs';

async function run(folder) {
  await build(folder, ['client', 'server']);
  const DATABASE_URL = process.env.DATABASE_URL || ownDatabase();
  const BANGFU_KEY = process.env.BANGFU_KEY || ownKey();
  const env = { ...process.env, ...(DATABASE_URL && { DATABASE_URL }), ...(BANGFU_KEY && { BANGFU_KEY }) };
  return tool('node', ['--enable-source-maps', 'dist/prisma/seed/rotate-keys.js'], { env });
}

await onPinnedNode(import.meta.filename).catch(leave);
const folder = await openDataFolder(undefined).catch(leave);
const leaveWith = wayOut(folder.close);
await leaveWith(await run(folder).catch((error) => (process.stderr.write(`\n${sentence(error)}\n`), 2)));
