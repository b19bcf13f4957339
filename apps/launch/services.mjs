// PostgreSQL and Redis alone, for developers: `npm run services` prints their addresses and runs until Ctrl-C.
//   --data FOLDER    keep the data there (default: a folder that is deleted at the end)
//   --exports FILE   also write the addresses to this file, for `. FILE`
//   --forgetful      no fsync: faster, for data that need not survive a power cut
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { leave, say, sentence } from './say.mjs';
import { secret } from './secrets.mjs';
import { wayOut } from './stopping.mjs';

await onPinnedNode(import.meta.filename).catch(leave);
const { values: flags } = parseArgs({ options: { data: { type: 'string' }, exports: { type: 'string' }, forgetful: { type: 'boolean' } } });
const folder = await openDataFolder(flags.data).catch(leave);
const leaveWith = wayOut(folder.close);
try {
  const postgres = await startPostgres(folder, { durable: !flags.forgetful });
  const redis = await startRedis(folder);
  const exports = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    BANGFU_KEY: secret(folder.path, 'key', 32, 'base64'),
    BANGFU_DATA: folder.path,
  };
  const lines = Object.entries(exports).map(([name, value]) => `export ${name}='${value}'`);
  say(lines.join('\n'));
  if (flags.exports) writeFileSync(flags.exports, `${lines.join('\n')}\n`, { mode: 0o600 });
  await Promise.race([postgres.ended, redis.ended]);
} catch (error) {
  process.stderr.write(`\n${sentence(error)}\n`);
}
await leaveWith(1);
