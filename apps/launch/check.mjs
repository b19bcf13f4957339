// `npm run check`: the fast part of `npm test`, without a database.
import { build } from './build.mjs';
import { check, checks } from './checks.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { leave } from './say.mjs';
import { wayOut } from './stopping.mjs';

await onPinnedNode(import.meta.filename).catch(leave);
const folder = await openDataFolder(undefined).catch(leave);
const leaveWith = wayOut(folder.close);
try {
  await build(folder, ['client']);
  for (const each of checks()) await check(each);
  await leaveWith(0);
} catch (error) {
  await folder.close();
  leave(error);
}
