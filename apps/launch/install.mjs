// From whatever Node started us to the pinned one: install what package-lock.json names, then run the same program on Node 24.
// This file and all it imports must run on Node 20.19 with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { inProject, root, toolPath } from './project.mjs';
import { step, Stop } from './say.mjs';
import { whenOrphaned } from './stopping.mjs';

const OLDEST = [20, 19];

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined; // absent or cut off: not installed
  }
};

/** Whether node_modules holds exactly what package-lock.json asks for; npm writes its own list there when it has finished. */
function installed() {
  const wanted = packagesOf(inProject('package-lock.json'));
  const here = packagesOf(inProject('node_modules', '.package-lock.json'));
  if (!here || !existsSync(pinnedNode())) return false;
  const right = ([path, { version }]) => here[path]?.version === version;
  return Object.entries(wanted).every(([path, entry]) => path === '' || right([path, entry]) || (entry.optional && !here[path]));
}

const pinnedNode = () => inProject('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

function npmCi() {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', SCARF_ANALYTICS: 'false', PRISMA_SKIP_POSTINSTALL_GENERATE: '1' };
  const { status, error, stdout, stderr } = spawnSync(npm[0], args, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return;
  const said = `${stdout ?? ''}${stderr ?? error?.message ?? ''}`.trim().split('\n').slice(-25).join('\n');
  if (/ENOSPC/.test(said)) throw Object.assign(new Error(said), { code: 'ENOSPC' });
  throw new Stop(
    `安装依赖失败(npm ci)。请检查网络或 npm 镜像(离线安装见 docs/operate.md)。输出末尾:\n${said}`,
    'Installing the packages failed (npm ci). Check the network or the npm registry (offline: docs/operate.md). The end of its output is above.',
  );
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const oldest = OLDEST.join('.');
  throw new Stop(
    `Node 版本过低:${process.version}。请安装 Node ${oldest} 或更新版本。`,
    `Node ${process.version} is too old. Install Node ${oldest} or newer.`,
  );
}

const onPinned = () => existsSync(pinnedNode()) && realpathSync(process.execPath) === realpathSync(pinnedNode());

/** Returns when we run on the pinned Node with everything installed; elsewhere it hands over and never returns. */
export async function onPinnedNode(program) {
  refuseOldNode();
  if (!installed()) await step('安装依赖 · packages installed (npm ci)', npmCi);
  if (onPinned()) return;
  const child = spawn(pinnedNode(), [...process.execArgv, program, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'], // the channel's end tells the child that we are gone
    env: { ...process.env, PATH: toolPath() },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenOrphaned(() => child.kill('SIGTERM'));
  await new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => process.exit(code ?? 1));
  });
}
