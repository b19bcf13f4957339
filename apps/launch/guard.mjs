// Outlives the launcher for as long as it takes to stop what the launcher started, so that even `kill -9` leaves nothing behind.
// The launcher tells it over a pipe what runs; the end of the pipe means the launcher is gone.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { endProcess } from './processes.mjs';

const running = new Map();
const throwAway = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { started, ended, throwaway } = JSON.parse(line);
  if (started) running.set(started.pid, started);
  if (ended) running.delete(ended);
  if (throwaway) throwAway.push(throwaway);
}

for (const child of [...running.values()].reverse()) await endProcess(child);
for (const folder of throwAway) rmSync(folder, { recursive: true, force: true });
