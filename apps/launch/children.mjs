// The programs the launcher starts. Each has a process group of its own, so that Ctrl-C reaches the launcher alone, which then stops them in order.
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { beganAt, endProcess } from './processes.mjs';
import { FULL_DISK, Stop } from './say.mjs';

const LOG_LIMIT = 20_000_000;

export class Children {
  #running = [];
  #guard;

  /** @param {(running: object[]) => void} record called whenever the list changes, so that a later start can clean up */
  constructor(record = () => {}) {
    this.record = record;
    this.#guard = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url))], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    });
    this.#guard.stdin.on('error', () => {});
    this.#guard.unref();
    this.#guard.stdin.unref?.();
  }

  /** Starts a program. `ended` resolves when it ends; `tail()` gives the last lines of its log; `onLine` hears what it says. */
  start({ name, command, args, env = process.env, cwd, log, input, onLine, signal = 'SIGTERM', uid, gid }) {
    const output = openLog(log);
    const stdio = [input === undefined ? 'ignore' : 'pipe', onLine ? 'pipe' : output, output];
    const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio });
    closeSync(output);
    if (onLine)
      createInterface({ input: child.stdout }).on('line', (line) => {
        appendFileSync(log, `${line}\n`);
        onLine(line);
      });
    const entry = { name, pid: child.pid, began: child.pid && beganAt(child.pid), signal };
    const ended = new Promise((resolve) => {
      child.once('error', (error) => resolve({ error }));
      child.once('close', (code, by) => resolve({ code, signal: by })); // after its last line has been heard
    }).then((how) => {
      this.#forget(entry);
      return how;
    });
    if (child.pid) this.#remember(entry);
    if (input !== undefined) child.stdin.on('error', () => {}).end(input);
    return { name, pid: child.pid, ended, tail: (lines = 15) => lastLines(log, lines), stop: () => endProcess(entry).then(() => ended) };
  }

  /** Runs a program to its end. What it prints is for the log, and for the reader when it fails. */
  async run({ name, zh, ...how }) {
    rmSync(how.log, { force: true });
    const child = this.start({ name, ...how });
    const { code, error } = await child.ended;
    if (code === 0) return;
    const said = error?.message ?? child.tail(40);
    if (FULL_DISK.test(said)) throw Object.assign(new Error(said), { code: 'ENOSPC' });
    throw new Stop(`${zh}失败,输出末尾:\n${said}`, `${name} failed; the end of its output is above (all of it: ${how.log}).`);
  }

  /** A folder to delete even when the launcher is killed. */
  throwAway(folder) {
    this.#tell({ throwaway: folder });
  }

  /** Stops everything, the last started first: programs before the services they use. */
  async stop() {
    for (const entry of [...this.#running].reverse()) await endProcess(entry);
  }

  #remember(entry) {
    this.#running.push(entry);
    this.#tell({ started: entry });
    this.record(this.#running);
  }

  #forget(entry) {
    this.#running = this.#running.filter((other) => other !== entry);
    this.#tell({ ended: entry.pid });
    this.record(this.#running);
  }

  #tell(message) {
    this.#guard.stdin.write(`${JSON.stringify(message)}\n`);
  }
}

function openLog(path) {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function lastLines(path, lines) {
  return stripVTControlCharacters(readFileSync(path, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');
}
