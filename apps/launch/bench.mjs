// `npm run bench`: the speed table of the README, the limit measured in the same run. Arguments go to test/bench/main.ts.
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { leave, sentence } from './say.mjs';
import { wayOut } from './stopping.mjs';
import { testEnvironment } from './test-services.mjs';
import { tool } from './tools.mjs';

async function run(folder) {
  await build(folder, ['client', 'everything', 'web']);
  const env = { ...(await testEnvironment(folder, { given: true, durable: true })), NODE_ENV: 'production' };
  return tool('node', ['--enable-source-maps', 'dist/test/bench/main.js', ...process.argv.slice(2)], { env });
}

await onPinnedNode(import.meta.filename).catch(leave);
const folder = await openDataFolder(undefined).catch(leave);
const leaveWith = wayOut(folder.close);
await leaveWith(await run(folder).catch((error) => (process.stderr.write(`\n${sentence(error)}\n`), 1)));
