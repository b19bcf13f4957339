// PostgreSQL and Redis: the ones named in the settings, or our own.
import { refuseFullDisk } from './data-folder.mjs';
import { inspectDatabase } from './database.mjs';
import { startPostgres } from './postgres.mjs';
import { ping, startRedis } from './redis.mjs';
import { step, Stop } from './say.mjs';

async function redisAnswers(url) {
  await ping(url).catch((error) => {
    const { host } = new URL(url);
    throw new Stop(
      `连接不上 REDIS_URL 指定的 Redis ${host}(${error.message})。`,
      `Cannot connect to the Redis of REDIS_URL, ${host} (${error.message}).`,
    );
  });
}

/** Those that are named must answer and be fit, before anything is built or started. */
export async function inspectStores({ databaseUrl, redisUrl }) {
  if (databaseUrl) await step('数据库可用 · database found', async () => `PostgreSQL ${(await inspectDatabase(databaseUrl)).version}`);
  if (redisUrl) await step('Redis 可用 · Redis found', () => redisAnswers(redisUrl));
}

/** Their addresses, and `started`: those of our own, to be watched. */
export async function openStores(folder, { databaseUrl, redisUrl }, { durable = true } = {}) {
  const started = [];
  const own = async (title, start) => {
    const store = await step(title, start);
    started.push(store);
    return store.url;
  };
  refuseFullDisk(folder, databaseUrl ? 30 : 300);
  return {
    database: databaseUrl ?? (await own('PostgreSQL 已启动 · PostgreSQL started', () => startPostgres(folder, { durable }))),
    redis: redisUrl ?? (await own('Redis 已启动 · Redis started', () => startRedis(folder))),
    started,
  };
}
