import { Redis } from 'ioredis';

/** BullMQ wants requests that wait for Redis to come back rather than fail: Redis is a bell, and a bell may be away. */
export function connectRedis(url: string, name: string): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    enableReadyCheck: true,
    connectionName: name,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  // Without a listener a lost connection would end the process; the health page tells of it instead.
  redis.on('error', () => undefined);
  return redis;
}
