// Processes seen from outside: by number and by the moment they began, because the system gives numbers out again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The fields of /proc/PID/stat: the name, then everything behind it. Undefined when there is no such process, or no /proc. */
function stat(pid) {
  try {
    const [, name, rest] = /\((.*)\)\s(.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { name, fields: rest.trim().split(' ') };
  } catch {
    return undefined;
  }
}

export const nameOf = (pid) => stat(pid)?.name;
export const parentOf = (pid) => stat(pid)?.fields[1];

/** When a process began, as an opaque text; undefined when there is none (a zombie counts as none). */
export function beganAt(pid) {
  if (existsSync('/proc/self/stat')) {
    const found = stat(pid);
    return found && found.fields[0] !== 'Z' ? found.fields[19] : undefined;
  }
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() || undefined;
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
  for (const until = Date.now() + patience; there() && Date.now() < until;) await pause(20);
  send(-pid, 'SIGKILL');
}
