// Builds what has changed since the last time: the Prisma client, the server programs, the web app.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prismaEnvironment } from './prisma.mjs';
import { inProject, root } from './project.mjs';
import { step } from './say.mjs';

const GENERATED = inProject('libs', 'data', 'src', 'generated');
const STAMPS = inProject('dist', '.stamps');

const client = {
  name: 'client',
  title: '数据库客户端已生成 · Prisma client generated',
  from: ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts'],
  to: 'libs/data/src/generated/client.ts',
  command: ['prisma', 'generate'],
};
const server = {
  name: 'server',
  title: '服务端已编译 · server built',
  from: ['libs', 'apps/api', 'apps/worker', 'prisma', 'tsconfig.json', 'tsconfig.build.json'],
  to: 'dist/apps/api/src/main.js',
  command: ['tsc', '-p', 'tsconfig.build.json'],
};
const everything = {
  ...server,
  name: 'everything',
  title: '服务端与测试已编译 · server and tests built',
  from: [...server.from, 'test'],
  command: ['tsc', '-p', 'tsconfig.json'],
};
const web = {
  name: 'web',
  title: '网页已构建 · web app built',
  from: ['apps/web', 'libs/contract', 'libs/rules'],
  to: 'dist/web/index.html',
  command: ['vite', 'build', 'apps/web', '--logLevel', 'warn'],
};

function filesBelow(path) {
  const full = inProject(path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [full] : [];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.parentPath !== GENERATED).map((entry) => join(entry.parentPath, entry.name));
}

function fingerprint({ from, command }) {
  const hash = createHash('sha256').update(command.join(' '));
  for (const file of ['package.json', 'package-lock.json', ...from].flatMap(filesBelow).sort())
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const stampOf = ({ name }) => join(STAMPS, name);
const isBuilt = (target, print) =>
  existsSync(inProject(target.to)) && existsSync(stampOf(target)) && readFileSync(stampOf(target), 'utf8') === print;

function stamp(target, print) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampOf(target), print);
}

/** Server and everything write into one folder: what one has built, the other must know. */
function noteBuilt(target, print) {
  stamp(target, print);
  if (target === everything) stamp(server, fingerprint(server));
  if (target === server) rmSync(stampOf(everything), { force: true });
}

async function bring(target, folder) {
  const print = fingerprint(target);
  if (isBuilt(target, print)) return;
  if (!existsSync(inProject(target.to))) rmSync(inProject('dist', 'tsconfig.tsbuildinfo'), { force: true });
  const [command, ...args] = target.command;
  // A development build of React is several times slower: what NODE_ENV says is for the running programs.
  const env = { ...prismaEnvironment(), NODE_ENV: 'production', NO_COLOR: '1' };
  const log = join(folder.path, 'logs', `build-${target.name}.log`);
  await step(target.title, () =>
    folder.children.run({ name: `building the ${target.name}`, zh: `构建 ${target.name} `, command, args, cwd: root, env, log }),
  );
  noteBuilt(target, print);
}

const TARGETS = { client, server, everything, web };

/** Brings the named targets up to date. The web app needs nothing of the others and is built beside them. */
export async function build(folder, names) {
  const programs = Object.values(TARGETS).filter((target) => names.includes(target.name) && target !== web);
  const inTurn = async () => {
    for (const target of programs) await bring(target, folder);
  };
  await Promise.all([inTurn(), names.includes('web') && bring(web, folder)]);
}
