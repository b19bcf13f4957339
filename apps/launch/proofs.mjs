// The proofs under test/prove: small programs that print their figure and `holds` or `falls short`.
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { tool } from './tools.mjs';

const FOLDER = inProject('test', 'prove');

/** The first sentence of the comment a proof begins with. */
function describe(file) {
  const comment = /^\s*(?:\/\*\*?([\s\S]*?)\*\/|((?:\/\/.*\n)+))/.exec(readFileSync(`${FOLDER}/${file}`, 'utf8'));
  const text = (comment?.[1] ?? comment?.[2] ?? '')
    .replace(/^\s*(\*|\/\/)\s?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.。](?=\s|$)/.exec(text)?.[0] ?? text;
}

/** Every proof with its description; files named …-oracle or …-support serve one. */
export function proofs() {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !/-(oracle|support)\.ts$|\.test\.ts$/.test(file));
  return files.sort().map((file) => ({ name: file.slice(0, -'.ts'.length), about: describe(file) }));
}

/** Runs one, in its size for a test (`test`), its proper size (`full`) or as long as a night allows (`nightly`). */
export const runProof = (name, size, env) =>
  tool('node', ['--enable-source-maps', `dist/test/prove/${name}.js`], { env: { ...env, PROVE_SIZE: size } });
