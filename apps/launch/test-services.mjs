// What tests, proofs and benches stand on: a throw-away PostgreSQL and Redis, and a key of their own.
import { randomBytes } from 'node:crypto';
import { openStores } from './stores.mjs';

/** The environment for them. `given`: stores named in DATABASE_URL and REDIS_URL are used instead, when both are. */
export async function testEnvironment(folder, { given = false, durable = false } = {}) {
  const { DATABASE_URL, REDIS_URL } = process.env;
  const named = given && DATABASE_URL && REDIS_URL ? { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL } : {};
  const { database, redis } = await openStores(folder, named, { durable });
  const key = process.env.BANGFU_KEY || randomBytes(32).toString('base64');
  return { ...process.env, NODE_ENV: 'test', DATABASE_URL: database, REDIS_URL: redis, BANGFU_KEY: key, BANGFU_DATA: folder.path };
}
