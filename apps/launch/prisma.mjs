// The Prisma CLI with the schema engine of schema-engine.mjs: `node apps/launch/prisma.mjs migrate deploy`.
// It calls nobody outside. On an ordinary network plain `npx prisma` does the same with the native engine.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root, toolPath } from './project.mjs';

export const prismaEnvironment = (env = process.env) => ({
  ...env,
  PATH: toolPath(env),
  PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL('schema-engine.mjs', import.meta.url)),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
});

/** Runs the CLI. Resolves to its exit code and, unless it speaks for itself, what it said. */
export function prisma(args, { env = process.env, stdio = 'inherit' } = {}) {
  const child = spawn('prisma', args, { cwd: root, env: prismaEnvironment(env), stdio });
  let said = '';
  child.stdout?.on('data', (data) => (said += data));
  child.stderr?.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, said })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await prisma(process.argv.slice(2))).code;
