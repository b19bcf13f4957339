// Redis: a bell, not a memory. It keeps nothing on disk and must never drop a job to make room.
import { chmodSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installable, install, onPath } from './packages.mjs';
import { freePort } from './ports.mjs';
import { Stop } from './say.mjs';
import { secret } from './secrets.mjs';

const found = () => onPath('redis-server') ?? onPath('valkey-server');

/** The program that serves Redis, installed first where that is possible. */
export async function redisServer() {
  const here = found();
  if (here) return here;
  if (installable()) await install('redis-server');
  const now = found();
  if (now) return now;
  throw new Stop(
    '本机没有 redis-server 或 valkey-server,也无法自动安装。请先安装(Debian/Ubuntu:apt-get install redis-server;openEuler/RHEL:dnf install redis),或用 REDIS_URL 指定一个 Redis。',
    'There is no redis-server or valkey-server here and it cannot be installed automatically. Install one (Debian/Ubuntu: apt-get install redis-server; openEuler/RHEL: dnf install redis) or name a Redis with REDIS_URL.',
  );
}

/** Asks a Redis for a sign of life. The answer is the first line it sends, or an error. */
export function ping(url, patience = 3000) {
  const { hostname, port, username, password, protocol } = new URL(url);
  if (protocol !== 'redis:') return Promise.resolve('+PONG'); // TLS: the programs themselves will say
  const words = [];
  if (password) words.push(['AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password)]);
  words.push(['PING']);
  const request = words
    .map((parts) => `*${parts.length}\r\n${parts.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`)
    .join('');
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379), timeout: patience }, () =>
      socket.write(request),
    );
    const end = (settle, value) => (socket.destroy(), settle(value));
    socket.on('data', (data) => {
      answer += data;
      if (/(^|\r\n)-/.test(answer)) end(reject, new Error(answer.trim()));
      else if (answer.includes('+PONG')) end(resolve, '+PONG');
    });
    socket.once('timeout', () => end(reject, new Error('timeout')));
    socket.once('error', (error) => end(reject, error));
    socket.once('close', () => reject(new Error('closed')));
  });
}

async function untilReady(redis, url) {
  let ended;
  redis.ended.then((how) => (ended = how));
  for (let last, until = Date.now() + 20_000; ; await pause(30)) {
    try {
      return await ping(url);
    } catch (error) {
      last = error;
    }
    if (!ended && Date.now() < until) continue;
    throw new Stop(
      `Redis 没有启动成功。日志末尾:\n${redis.tail()}`,
      `Redis did not start (${ended?.error?.message ?? last.message}). The end of its log is above.`,
    );
  }
}

/** Starts a Redis of our own. Its settings go in over a pipe, so that the password shows in no list of processes. */
export async function startRedis({ children, path: folder }, { port: given } = {}) {
  const command = await redisServer();
  const password = secret(folder, 'redis-password', 24, 'base64url');
  const port = given ?? (await freePort());
  const home = join(folder, 'redis');
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o700);
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
    'daemonize no',
  ];
  const redis = children.start({
    name: 'redis',
    command,
    args: ['-'],
    cwd: home,
    log: join(folder, 'logs', 'redis.log'),
    input: `${settings.join('\n')}\n`,
  });
  const url = `redis://:${password}@127.0.0.1:${port}/0`;
  await untilReady(redis, url);
  return { url, ...redis };
}
