// `npm start`: from a bare machine (Node >= 20.19 and npm) to a page one can sign in to.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { migrate } from './database.mjs';
import { onPinnedNode } from './install.mjs';
import { refuseTakenPort } from './ports.mjs';
import {
  crash,
  demoAccounts,
  firstAdministrators,
  loadReferenceData,
  startApi,
  startDemoCity,
  startWorker,
  untilReady,
} from './programs.mjs';
import { say, sentence, step, Stop } from './say.mjs';
import { DEMO, FIRST, HELP, showAccounts, showProgress, tellWhenWhole, welcome } from './greeting.mjs';
import { masterKey, readSettings } from './settings.mjs';
import { wayOut } from './stopping.mjs';
import { inspectStores, openStores } from './stores.mjs';

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
  await refuseTakenPort(settings); // again: building takes long enough for another program to take it, and its answer would pass for ours
  const api = startApi(folder, env);
  const worker = startWorker(folder, env);
  await step('服务就绪 · ready', () => untilReady(api, url));
  folder.announce(url);
  welcome(url, since);
  showAccounts(city ? DEMO : FIRST, city ? await demoAccounts() : administrators);
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
