// Processes seen from outside: by number and by the moment they began, because the system gives numbers out again.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** When a process began, as an opaque text; null when there is none (a zombie counts as none). */
export function beganAt(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
      return afterName[0] === 'Z' ? null : afterName[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}

export const isSame = ({ pid, began }) => began !== undefined && beganAt(pid) === began;

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Asks a process to end, insists after a while, and takes the rest of its group along. */
export async function endProcess({ pid, began, signal = 'SIGTERM', patience = 10_000 }) {
  const there = () => isSame({ pid, began });
  if (!there()) return;
  send(pid, signal);
  for (const until = Date.now() + patience; there() && Date.now() < until; ) await pause(20);
  send(-pid, 'SIGKILL');
}
