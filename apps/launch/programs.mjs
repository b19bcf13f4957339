// Our own programs: the seeds, the api, the worker.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { inProject, root } from './project.mjs';
import { FULL_DISK, Stop } from './say.mjs';

const built = (path) => inProject('dist', path);
const node = (program, env, ...switches) => ({
  command: process.execPath,
  args: ['--enable-source-maps', ...switches, built(program)],
  cwd: root,
  env,
});
/** Of a request, as of a large ledger, nearly everything is soon gone: a small nursery keeps memory flat, and costs no time. */
const SMALL_NURSERY = '--max-semi-space-size=8';
const logOf = (folder, name) => join(folder.path, 'logs', `${name}.log`);

export const loadReferenceData = (folder, env) =>
  folder.children.run({
    name: 'loading the reference data',
    zh: '装入基础数据',
    log: logOf(folder, 'reference-data'),
    ...node('prisma/seed/reference-data.js', env),
  });

const heard = (line) => {
  try {
    return JSON.parse(line);
  } catch {
    return {}; // a remark for people, not for us
  }
};

/**
 * Starts the demo city. It prints `{"ready": true}` as soon as its people can sign in, then goes on with its year and prints
 * `{"progress": 0.4}` now and then. `ready` resolves at the first, or when it ends.
 */
export function startDemoCity(folder, env, onProgress) {
  let know;
  const ready = new Promise((resolve) => (know = resolve));
  const onLine = (line) => {
    const said = heard(line);
    if (said?.ready) know();
    if (typeof said?.progress === 'number') onProgress(said.progress);
  };
  const city = folder.children.start({
    name: 'demo city',
    log: logOf(folder, 'demo-city'),
    onLine,
    ...node('prisma/seed/demo-city.js', env),
  });
  const orFailed = city.ended.then((how) => {
    if (how.code !== 0) throw crash(city, how);
  });
  return { ...city, ready: Promise.race([ready, orFailed]) };
}

/** The accounts of the demo city: name, password, role in both languages. */
export async function demoAccounts() {
  const { demoAccounts: accounts, DEMO_PASSWORD } = await import(pathToFileURL(built('libs/rules/src/access/demo-accounts.js')));
  return accounts.map(({ username, nameZh, nameEn }) => ({ username, password: DEMO_PASSWORD, role: `${nameZh} · ${nameEn}` }));
}

/** The three administrators of an empty installation. Read from the program's mouth, not from a log: their first passwords are told once. */
export async function firstAdministrators(env) {
  const { stdout } = await promisify(execFile)(process.execPath, [built('prisma/seed/first-administrators.js')], { cwd: root, env });
  return heard(stdout)?.accounts ?? [];
}

export function startApi(folder, env) {
  return folder.children.start({ name: 'api', log: logOf(folder, 'api'), ...node('apps/api/src/main.js', env, SMALL_NURSERY) });
}

export function startWorker(folder, env) {
  return folder.children.start({ name: 'worker', log: logOf(folder, 'worker'), ...node('apps/worker/src/main.js', env, SMALL_NURSERY) });
}

/** The story of a part that stopped by itself. */
export function crash(part, { code, signal, error }) {
  const log = part.tail();
  if (FULL_DISK.test(log)) return Object.assign(new Error(log), { code: 'ENOSPC' });
  const how = { zh: error?.message ?? signal ?? `退出码 ${code}`, en: error?.message ?? signal ?? `exit code ${code}` };
  return new Stop(
    `${part.name} 意外停止(${how.zh}),其余部分一并停止。日志末尾:\n${log}`,
    `The ${part.name} stopped unexpectedly (${how.en}), and everything else with it; the end of its log is above.`,
  );
}

/** Waits until the api says it is ready for people. */
export async function untilReady(api, url, patience = 60_000) {
  let ended;
  api.ended.then((how) => (ended = how));
  let last = 'no answer';
  for (const until = Date.now() + patience; Date.now() < until; await pause(100)) {
    if (ended) throw crash(api, ended);
    try {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.message;
    }
  }
  throw new Stop(
    `api 在 ${patience / 1000} 秒内没有就绪(${last})。日志末尾:\n${api.tail()}`,
    `The api was not ready within ${patience / 1000} s; the end of its log is above.`,
  );
}
