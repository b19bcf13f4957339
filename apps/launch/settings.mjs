// What the launcher is told from outside, checked before anything is started.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { secret } from './secrets.mjs';
import { Stop } from './say.mjs';

const refuse = (zh, en) => {
  throw new Stop(zh, en);
};

function port(text = '8080') {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 65_535 && text.trim() !== '') return number;
  return refuse(`端口 PORT=${text} 无效,应为 1 到 65535 的整数。`, `PORT=${text} is not a port: give a whole number from 1 to 65535.`);
}

function address(name, text, protocols) {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const form = `${protocols[0]}//user:password@host:port/name`;
  if (!url || !protocols.includes(url.protocol))
    refuse(`${name} 不是有效的地址,应形如 ${form}。`, `${name} is not a valid address: it should look like ${form}.`);
  return url.href;
}

const isKey = (text) => /^[A-Za-z0-9+/]{43}=$/.test(text);

/** The master key: given, or made once and kept in the data folder. In production somebody must have decided on it. */
export function masterKey(folder, { key: given, production }) {
  const key = given ?? (production ? keyFile(folder) : secret(folder, 'key', 32, 'base64'));
  if (isKey(key)) return key;
  const where = given ? 'BANGFU_KEY' : join(folder, 'key');
  return refuse(
    `主密钥(${where})无效,应为 32 字节的 base64(可用 openssl rand -base64 32 生成)。`,
    `The master key (${where}) is not valid: it is 32 bytes in base64 (make one with: openssl rand -base64 32).`,
  );
}

function keyFile(folder) {
  try {
    return readFileSync(join(folder, 'key'), 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return refuse(
      '正式环境(NODE_ENV=production)必须用 BANGFU_KEY 指定主密钥(openssl rand -base64 32),并另行妥善保管。',
      'In production (NODE_ENV=production) name the master key with BANGFU_KEY (openssl rand -base64 32) and keep a copy elsewhere.',
    );
  }
}

/** In production nothing is taken for granted: a database without backups, or demo people, would be. */
function refuseDefaults(settings) {
  if (!settings.empty)
    refuse(
      '正式环境(NODE_ENV=production)不能装入演示数据,请用 npm start -- --empty 启动。',
      'Demo data is never loaded in production (NODE_ENV=production): start with npm start -- --empty.',
    );
  const missing = [!settings.databaseUrl && 'DATABASE_URL', !settings.redisUrl && 'REDIS_URL'].filter(Boolean);
  if (missing.length === 0) return;
  refuse(
    `正式环境(NODE_ENV=production)必须指定 ${missing.join(' 和 ')};内置的数据库只供试用。`,
    `In production (NODE_ENV=production) name ${missing.join(' and ')}; the built-in ones are for trying out.`,
  );
}

export function readSettings({ empty = false }, env = process.env) {
  const settings = {
    empty,
    production: env.NODE_ENV === 'production',
    port: port(env.PORT || undefined),
    host: env.HOST || '0.0.0.0',
    data: resolve(env.BANGFU_DATA || '.data'),
    databaseUrl: address('DATABASE_URL', env.DATABASE_URL, ['postgresql:', 'postgres:']),
    redisUrl: address('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:']),
    key: env.BANGFU_KEY || undefined,
  };
  if (settings.production) refuseDefaults(settings);
  return settings;
}
