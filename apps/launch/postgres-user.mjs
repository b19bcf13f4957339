// PostgreSQL refuses to run as root: root starts it as the user `postgres`, made when missing.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { onPath } from './packages.mjs';
import { Stop } from './say.mjs';

function lookUp() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function create() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Stop(
      `无法建立系统用户 postgres(${error.message.split('\n')[0]})。请手工建立,或用 DATABASE_URL 指定数据库,或不以 root 身份启动。`,
      'The system user "postgres" could not be made. Make it by hand, or name a database with DATABASE_URL, or do not start as root.',
    );
  }
}

/** The user to run PostgreSQL as: undefined means the one we already are. */
export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp() ?? (create(), lookUp());
}

/**
 * How to run a program as that user. A folder below, say, /root is closed to everyone else: there the program keeps
 * root's right to pass closed folders (and nothing else), which needs setpriv.
 */
export function asUser(user, program, folder) {
  if (!user) return { command: program, before: [] };
  const reaches = spawnSync('/bin/sh', ['-c', 'test -x "$0" && cd "$1"', program, folder], { ...user, cwd: '/' }).status === 0;
  if (reaches) return { command: program, before: [], ...user };
  const setpriv = onPath('setpriv');
  if (!setpriv)
    throw new Stop(
      `系统用户 postgres 进不了 ${folder} 或 ${program}。请把项目放到人人可进入的文件夹(如 /srv),或用 DATABASE_URL 指定数据库。`,
      `The system user "postgres" cannot enter ${folder} or ${program}. Put the project where everyone may pass (such as /srv), or name a database with DATABASE_URL.`,
    );
  return {
    command: setpriv,
    before: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=-all,+dac_override',
      program,
    ],
  };
}
