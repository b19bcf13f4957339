// Tools of the project (prettier, tsc, vitest …) and our own programs, run to their end in the foreground.
import { spawn } from 'node:child_process';
import { root, toolPath } from './project.mjs';
import { say } from './say.mjs';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGTERM')));

/** Runs a command and resolves to its exit code. Quiet ones speak only when they fail. */
export function tool(command, args, { env = process.env, quiet = false } = {}) {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd: root,
    env: { ...env, PATH: toolPath(env), ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }) },
    stdio: ['ignore', output, output],
  });
  running.add(child);
  let said = '';
  child.stdout?.on('data', (data) => (said += data));
  child.stderr?.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code !== 0 && said) say(said.trim());
      resolve(code ?? 1);
    });
  });
}
