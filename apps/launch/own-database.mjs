// The database and key that `npm start` keeps in the data folder, for commands that work beside it while it runs.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = () => resolve(process.env.BANGFU_DATA || '.data');

/** The built-in PostgreSQL writes its port into the fourth line of postmaster.pid while it runs. */
export function ownDatabase() {
  try {
    const port = Number(readFileSync(join(folder(), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
    const password = readFileSync(join(folder(), 'postgres-password'), 'utf8').trim();
    return `postgresql://postgres:${password}@127.0.0.1:${port}/bangfu`;
  } catch {
    return undefined; // not running: the program says what it needs
  }
}

export const ownKey = () => (existsSync(join(folder(), 'key')) ? readFileSync(join(folder(), 'key'), 'utf8').trim() : undefined);
