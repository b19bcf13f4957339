// Programs of the operating system: found on PATH, or installed where we may (root on Debian and its relatives).
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is, or undefined. */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // not here: look in the next folder
    }
  }
  return undefined;
}

export const installable = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/** Not spawnSync: builds go on beside it and want to be heard. */
function apt(...args) {
  const child = spawn('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return new Promise((resolve) => child.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0)));
}

/** Installs packages; whether they are there afterwards is for the caller to see. A bare machine has no package lists yet. */
export async function install(...packages) {
  const line = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  return (await apt(...line)) || ((await apt('update', '-q')) && (await apt(...line)));
}
