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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const child = spawn('prisma', process.argv.slice(2), { cwd: root, env: prismaEnvironment(), stdio: 'inherit' });
  child.once('close', (code) => (process.exitCode = code ?? 1));
}
