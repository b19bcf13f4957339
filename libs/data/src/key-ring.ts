import type { Data } from './data.js';
import { Secrets } from './secrets.js';
import { sql } from './sql.js';
import { GATE } from '#rules/access/system-actors';

const LOOK_EVERY_MS = 20_000;

/** Opens the data keys with the master key, and keeps looking for new ones: a rotation waits until every program knows its key. */
export async function openKeyRing(data: Data, masterKey: string): Promise<Secrets> {
  const secrets = new Secrets(Buffer.from(masterKey, 'base64'));
  const look = async (): Promise<void> =>
    secrets.learn(await data.read(GATE, sql`SELECT id, wrapped, retired_at FROM data_key ORDER BY id`));
  await look();
  // A look that fails is made up for by the next one.
  setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS).unref();
  return secrets;
}
