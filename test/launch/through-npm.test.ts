// npm puts a shell between itself and the program, and a machine's own Node hands over to the pinned one: asking either to end
// must still end everything.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aFolder, isRunning, until } from './launcher.js';

const folder = aFolder();
const otherNode = join(folder, 'node');
copyFileSync(process.execPath, otherNode); // not the pinned one, as far as the launcher can tell
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Note {
  launcher: { pid: number };
  children: { pid: number }[];
}

/** Every process a start leaves in its note, once PostgreSQL and Redis are up. */
async function started(data: string): Promise<number[]> {
  const note = (): Note | undefined =>
    existsSync(join(data, 'running.json')) ? (JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as Note) : undefined;
  expect(await until(() => note()?.children.length === 2, 30_000)).toBe(true);
  const { launcher, children } = note()!;
  return [launcher.pid, ...children.map(({ pid }) => pid)];
}

describe('a start that was handed over to the pinned Node', () => {
  it('ends with the shell that npm put between', async () => {
    const data = join(folder, 'by-shell');
    const script = `"${otherNode}" apps/launch/services.mjs --data "${data}" --forgetful; true`;
    const shell = spawn('/bin/sh', ['-c', script], { env: { ...process.env, npm_lifecycle_event: 'services' }, stdio: 'ignore' });
    const pids = await started(data);
    shell.kill('SIGTERM');
    expect(await until(() => !pids.some(isRunning))).toBe(true);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('ends when the one that handed over gets %s', async (signal) => {
    const data = join(folder, signal);
    const first = spawn(otherNode, ['apps/launch/services.mjs', '--data', data, '--forgetful'], { stdio: 'ignore' });
    const pids = await started(data);
    expect(pids).not.toContain(first.pid);
    first.kill(signal);
    expect(await until(() => !pids.some(isRunning))).toBe(true);
  });
});
