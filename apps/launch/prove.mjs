// `npm run prove` lists the proofs; `npm run prove -- NAME…` runs them on a database of their own.
//   --size test|full|nightly   full when not said
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { proofs, runProof } from './proofs.mjs';
import { leave, say, sentence, step, Stop } from './say.mjs';
import { wayOut } from './stopping.mjs';
import { testEnvironment } from './test-services.mjs';

const SIZES = ['test', 'full', 'nightly'];

function asked() {
  const { values, positionals } = parseArgs({ options: { size: { type: 'string', default: 'full' } }, allowPositionals: true });
  const unknown = positionals.find((name) => !proofs().some((proof) => proof.name === name));
  if (unknown)
    throw new Stop(`没有名为 ${unknown} 的证明;npm run prove 列出全部。`, `There is no proof named ${unknown}; npm run prove lists them.`);
  if (!SIZES.includes(values.size)) throw new Stop(`--size 应为 ${SIZES.join('、')} 之一。`, `--size is one of ${SIZES.join(', ')}.`);
  return { names: positionals, size: values.size };
}

async function run({ names, size }, folder) {
  await build(folder, ['client', 'everything', 'web']);
  const env = await testEnvironment(folder, { given: true, durable: true });
  const codes = [];
  for (const name of names) codes.push(await step(`proof · ${name}`, () => runProof(name, size, env)));
  return Math.max(...codes);
}

try {
  const wanted = asked();
  if (wanted.names.length === 0) {
    for (const { name, about } of proofs()) say(`  ${name.padEnd(14)} ${about}`);
    process.exit(0);
  }
  await onPinnedNode(import.meta.filename);
  const folder = await openDataFolder(undefined);
  const leaveWith = wayOut(folder.close);
  const code = await run(wanted, folder).catch((error) => (process.stderr.write(`\n${sentence(error)}\n`), 1));
  await leaveWith(code);
} catch (error) {
  leave(error);
}
