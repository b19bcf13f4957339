// The guard of the architecture, guarded: each forbidden import, planted in a copy of the tree, must be found.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** file → what it imports, and the rule that forbids it. Each file exists for this test alone. */
const PLANTS = [
  ['libs/rules/src/shared/planted.ts', 'node:crypto', 'rules-stand-alone'],
  ['libs/rules/src/disputes/planted.ts', '#data/data', 'rules-stand-alone'],
  ['libs/rules/src/disputes/planted-package.ts', 'zod', 'rules-stand-alone'],
  ['libs/contract/src/planted.ts', '#casework/work', 'contract-on-rules'],
  ['libs/jobs/src/planted.ts', 'bullmq', 'jobs-on-rules'],
  ['libs/runtime/src/planted.ts', '#data/data', 'runtime-on-rules'],
  ['libs/data/src/planted.ts', '#casework/work', 'data-below-casework'],
  ['libs/casework/src/disputes/planted.ts', '#contract/disputes', 'casework-knows-no-edge'],
  ['libs/casework/src/disputes/planted-nest.ts', '@nestjs/common', 'casework-knows-no-edge'],
  ['libs/casework/src/disputes/planted-queue.ts', 'bullmq', 'casework-knows-no-edge'],
  ['apps/api/src/disputes/planted.ts', '../../../worker/src/planted-worker.js', 'api-imports-no-app'],
  ['apps/worker/src/planted.ts', '#contract/disputes', 'worker-imports-no-app'],
  ['apps/web/src/kit/planted.ts', '#casework/work', 'web-sees-contract-and-rules'],
  ['libs/casework/src/petitions/planted.ts', '../disputes/planted.js', 'case-areas-apart'],
  ['apps/api/src/petitions/planted.ts', '../disputes/planted.js', 'case-areas-apart'],
  ['libs/casework/src/people/planted.ts', '#casework/reports/planted-report', 'reports-read-by-none'],
  ['libs/casework/src/people/planted-database.ts', 'pg', 'only-data-speaks-to-the-database'],
  ['apps/api/src/people/planted.ts', '@prisma/client', 'only-data-speaks-to-the-database'],
  ['libs/data/src/planted-test.ts', '../../../test/planted.js', 'programs-import-no-tests'],
  ['libs/runtime/src/planted-tool.ts', 'fast-check', 'nothing-unlisted-at-run-time'],
  ['libs/data/src/planted-cycle-back.ts', './planted-cycle.js', 'no-cycles'],
  ['libs/data/src/planted-gone.ts', './no-such-file.js', 'nothing-missing'],
] as const;
const TARGETS = ['apps/worker/src/planted-worker.ts', 'libs/casework/src/reports/planted-report.ts', 'test/planted.ts'];
/** Whoever may borrow a type from a tool may not need it at run time. */
const AT_RUN_TIME = 'libs/runtime/src/planted-tool.ts';

interface Violation {
  from: string;
  rule: { name: string };
}

const copy = mkdtempSync(join(tmpdir(), 'bangfu-arrows-'));
let found: Violation[];

beforeAll(() => {
  for (const path of ['libs', 'apps', 'prisma', '.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
    cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  };
  for (const file of TARGETS) plant(file, 'export const nothing = 0;\n');
  // `import type` crosses a border as surely as a value does
  for (const [file, target] of PLANTS) {
    const type = file === AT_RUN_TIME ? '' : 'type ';
    plant(file, `import ${type}* as planted from '${target}';\nexport type Planted = typeof planted;\n`);
  }
  plant('libs/data/src/planted-cycle.ts', "import type { Planted } from './planted-cycle-back.js';\nexport type Back = Planted;\n");
  const cruise = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'libs',
    'apps/api',
    'apps/worker',
    'apps/web/src',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, cruise, { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout) throw new Error(stderr);
  found = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('an arrow that points the wrong way', () => {
  it.each(PLANTS)('%s → %s', (file, _target, rule) => {
    expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(rule);
  });
});

describe('an arrow that points down', () => {
  it('is left alone: nothing is found but what was planted', () => {
    expect(
      found.filter((violation) => !violation.from.includes('planted')).map((violation) => `${violation.rule.name}: ${violation.from}`),
    ).toEqual([]);
  });
});

describe("BullMQ's Worker", () => {
  it('is used by the worker alone: everyone else asks for work by writing an outbox row', () => {
    const sources = ['libs', 'apps/api', 'apps/web'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file)),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => /import [^;]*\bWorker\b[^;]* from 'bullmq'/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
