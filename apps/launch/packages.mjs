// Programs of the operating system: found on PATH, or installed where we may (root on Debian and its relatives).
import { spawnSync } from 'node:child_process';
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

const apt = (...args) =>
  spawnSync('apt-get', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Installs packages; whether they are there afterwards is for the caller to see. A bare machine has no package lists yet. */
export function install(...packages) {
  const line = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  return apt(...line) || (apt('update', '-q') && apt(...line));
}
