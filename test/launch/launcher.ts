// Runs a program of apps/launch as a person would: another process, seen by what it prints and how it ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Launched {
  pid: number;
  said: () => string;
  /** resolves when it has printed this */
  says: (pattern: RegExp) => Promise<string>;
  ended: Promise<number>;
  kill: (signal: NodeJS.Signals) => void;
}

export type Surroundings = Record<string, string | undefined>;

/** Nothing that the test run itself was told reaches the program: only what the test says. */
const bare = (): Surroundings => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] });

export function launch(program: string, args: string[] = [], env: Surroundings = {}): Launched {
  const child = spawn(process.execPath, [`apps/launch/${program}`, ...args], {
    env: { ...bare(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  let over = false;
  void ended.then(() => (over = true));
  const says = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(said)) {
      if (over) throw new Error(`${program} ended without saying ${pattern}:\n${said}`);
      await pause(30);
    }
    return said;
  };
  return { pid: child.pid ?? -1, said: () => said, says, ended, kill: (signal) => child.kill(signal) };
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'bangfu-test-'));

/** A port with a listener on it, or (closed at once) one without. */
export async function aPort(): Promise<{ port: number; close: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => server.close() };
}

export async function freePort(): Promise<number> {
  const { port, close } = await aPort();
  close();
  return port;
}

/** Whether a process lives; one that only waits for its parent to notice its end does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export async function until(fact: () => boolean, patience = 10_000): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (fact()) return true;
  return fact();
}
