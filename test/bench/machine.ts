/** The machine under the figures: what it is, and who runs on which core. */
import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const hasTaskset = ((): boolean => {
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return availableParallelism() > 1;
  } catch {
    return false;
  }
})();

/** The program that is measured has the first core for itself; PostgreSQL and the load have the others. */
export type Side = 'server' | 'rest' | 'both';
const coresOf = (side: Side): string =>
  side === 'server' ? '0' : side === 'rest' ? `1-${availableParallelism() - 1}` : `0-${availableParallelism() - 1}`;

interface Started {
  side: Side;
  env?: Record<string, string>;
  args?: readonly string[];
  node?: readonly string[];
}

/** Starts one of our own modules on its cores, with a channel to talk over. */
export function startModule(module: URL, { side, env = {}, args = [], node = [] }: Started): ChildProcess {
  const file = fileURLToPath(module);
  const options = { stdio: ['pipe', 'inherit', 'inherit', 'ipc'] as ('pipe' | 'inherit' | 'ipc')[], env: { ...process.env, ...env } };
  return hasTaskset
    ? spawn('taskset', ['-c', coresOf(side), process.execPath, ...node, file, ...args], options)
    : fork(file, [...args], { ...options, execArgv: [...node] });
}

/** Moves a running process and all its threads to its side of the machine. */
export function settle(pid: number, side: Side): void {
  if (hasTaskset) execFileSync('taskset', ['-a', '-c', '-p', coresOf(side), String(pid)], { stdio: 'ignore' });
}

/** Resident memory in MB. */
export function memoryOf(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

export const describeMachine = (): string =>
  `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}${hasTaskset ? ', server on one core, PostgreSQL and the load on the rest' : ', cores not pinned'}`;
