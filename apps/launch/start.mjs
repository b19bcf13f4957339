// `npm start`: from a bare machine (Node >= 20.19 and npm) to a page one can sign in to.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { migrate } from './database.mjs';
import { onPinnedNode } from './install.mjs';
import { refuseTakenPort } from './ports.mjs';
import { crash, demoAccounts, firstAdministrators, loadReferenceData, startApi, startDemoCity, startWorker, untilReady } from './programs.mjs';
import { say, sentence, step, Stop } from './say.mjs';
import { masterKey, readSettings } from './settings.mjs';
import { wayOut } from './stopping.mjs';
import { inspectStores, openStores } from './stores.mjs';

const HELP = `npm start [-- --empty]

  --empty       不装入演示数据 · without the demo city
  --help        显示本说明 · this text

  PORT          网页端口,默认 8080 · port of the web app, 8080 when not set
  HOST          监听地址,默认全部 · address to listen on, all when not set
  BANGFU_DATA   数据文件夹,默认 ./.data · data folder, ./.data when not set
  DATABASE_URL  PostgreSQL 15 或更新,不设则用内置的 · PostgreSQL 15 or newer, the built-in one when not set
  REDIS_URL     Redis 6.2 或更新,不设则用本机的 · Redis 6.2 or newer, this machine's when not set
  BANGFU_KEY    主密钥(base64,32 字节),不设则生成在数据文件夹 · master key, made in the data folder when not set
  NODE_ENV      production 时以上三项都要指定,且不装演示数据 · production wants these three set and no demo data
`;

function readFlags() {
  try {
    return parseArgs({ options: { empty: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    throw new Stop(
      `不认识的参数:${process.argv.slice(2).join(' ')}。用法:npm start -- --help`,
      `${error.message.split('. ')[0]}. See: npm start -- --help`,
    );
  }
}

function showProgress(share) {
  if (!process.stdout.isTTY) return;
  const filled = Math.round(share * 30);
  process.stdout.write(
    `\r演示数据 · demo year ${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${Math.round(share * 100)}%${share >= 1 ? '\n' : ''}`,
  );
}

function welcome(url, accounts, since, demo) {
  say(`\n帮扶 Bangfu  ${url}   (${((performance.now() - since) / 1000).toFixed(0)} s)`);
  if (accounts.length > 0)
    say(
      `\n${demo ? '演示账号 · demo accounts' : '首任三员(口令只显示这一次,首次登录须修改) · the first three administrators (passwords shown this once)'}\n${accounts.map(({ username, password, role }) => `  ${username.padEnd(14)} ${password.padEnd(18)} ${role}`).join('\n')}`,
    );
  say('\nCtrl-C 停止 · Ctrl-C stops everything\n');
}

/** The year may go on loading while people already sign in. */
function tellWhenWhole(city) {
  const since = performance.now();
  city.ended.then(({ code }) => code === 0 && performance.now() - since > 100 && say('演示数据已全部载入 · the demo year is complete'));
}

/** Brings everything up; resolves with the parts to watch. */
async function bringUp(settings, folder) {
  const since = performance.now();
  const url = `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`;
  const key = masterKey(folder.path, settings);
  await inspectStores(settings);
  const [stores] = await Promise.all([openStores(folder, settings), build(folder, ['client', 'server', 'web'])]);
  const env = {
    ...process.env,
    DATABASE_URL: stores.database,
    REDIS_URL: stores.redis,
    BANGFU_KEY: key,
    BANGFU_DATA: folder.path,
    PORT: String(settings.port),
  };

  await step('数据库结构 · migrations', () => migrate(folder, stores.database));
  await step('基础数据 · reference data', () => loadReferenceData(folder, env));
  const administrators = settings.empty ? await step('首任三员 · first administrators', () => firstAdministrators(env)) : [];
  const city = settings.empty ? undefined : startDemoCity(folder, env, showProgress);
  if (city) await step('演示城市的账号 · people of the demo city', () => city.ready);
  const api = startApi(folder, env);
  const worker = startWorker(folder, env);
  await step('服务就绪 · ready', () => untilReady(api, url));
  folder.announce(url);
  welcome(url, city ? await demoAccounts() : administrators, since, Boolean(city));
  if (city) tellWhenWhole(city);
  return { parts: [...stores.started, api, worker], city };
}

/** Resolves with the story of the first part that stops by itself. */
function firstCrash({ parts, city }) {
  const watched = parts.map((part) => part.ended.then((how) => crash(part, how)));
  const failing = city?.ended.then((how) => (how.code === 0 ? new Promise(() => {}) : crash(city, how)));
  return Promise.race(failing ? [...watched, failing] : watched);
}

const complain = (error) => process.stderr.write(`\n${sentence(error)}\n`);

try {
  const flags = readFlags();
  if (flags.help) {
    say(HELP);
    process.exit(0);
  }
  const settings = readSettings(flags);
  await refuseTakenPort(settings);
  await onPinnedNode(import.meta.filename);
  const folder = await openDataFolder(settings.data);
  const close = () => (say('\n正在停止 · stopping'), folder.close());
  const leaveWith = wayOut(close, { SIGINT: 0, SIGTERM: 0, SIGHUP: 0 });
  const story = await bringUp(settings, folder)
    .then(firstCrash)
    .catch((error) => error);
  if (!leaveWith.asked) complain(story);
  await leaveWith(1);
} catch (error) {
  complain(error);
  process.exit(1);
}
