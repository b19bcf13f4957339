// `npm test`: everything, on the same bare machine as `npm start`. Its last line is `N passed, N failed`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './browser.mjs';
import { build } from './build.mjs';
import { check, checks } from './checks.mjs';
import { openDataFolder } from './data-folder.mjs';
import { onPinnedNode } from './install.mjs';
import { proofs, runProof } from './proofs.mjs';
import { redisServer } from './redis.mjs';
import { say, sentence, step, Stop } from './say.mjs';
import { wayOut } from './stopping.mjs';
import { testEnvironment } from './test-services.mjs';
import { tool } from './tools.mjs';

const tally = { passed: 0, failed: 0 };

/** Something that counts as one: passed when it returns, failed when it throws, and then nothing comes after it. */
async function counted(work) {
  try {
    await work();
    tally.passed += 1;
  } catch (error) {
    tally.failed += 1;
    throw error;
  }
}

async function vitest(folder, env) {
  const file = join(folder.path, 'vitest.json');
  const code = await tool('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], { env });
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  tally.passed += numPassedTests;
  tally.failed += numFailedTests + broken.length;
  if (code !== 0 && tally.failed === 0) tally.failed += 1; // an error outside every test
  if (code !== 0) throw new Stop('测试未通过,详见上文。', 'Tests failed; see above.');
}

async function prove(name, env) {
  await step(`proof · ${name}`, async () => {
    if ((await runProof(name, 'test', env)) !== 0) throw new Stop(`证明 ${name} 未成立。`, `The proof ${name} falls short.`);
  });
}

async function everything(folder) {
  const programs = async () => {
    await redisServer(); // one after the other: apt has one lock
    return chromium();
  };
  await Promise.all([
    counted(() => step('测试所需程序 · programs for tests', programs)),
    counted(() => build(folder, ['client', 'everything', 'web'])),
  ]);
  for (const each of checks({ built: true })) await counted(() => check(each));
  const env = { ...(await testEnvironment(folder)), CHROMIUM_PATH: await chromium() };
  await step('tests · vitest', () => vitest(folder, env));
  for (const { name } of proofs()) await counted(() => prove(name, env));
}

const tell = () => say(`\n${tally.passed} passed, ${tally.failed} failed`);
let leaveWith = async (code) => {
  tell();
  process.exit(code);
};
try {
  await onPinnedNode(import.meta.filename);
  const folder = await openDataFolder(undefined);
  leaveWith = wayOut(() => folder.close().then(tell));
  await everything(folder);
} catch (error) {
  process.stdout.write(`\n${sentence(error)}\n`);
  tally.failed ||= 1;
}
await leaveWith(tally.failed === 0 ? 0 : 1);
