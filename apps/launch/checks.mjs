// The fast part of the checking: format, lint, types, arrows, rules. In order; the first fault ends it.
import { step, Stop } from './say.mjs';
import { tool } from './tools.mjs';

const ARROWS = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'libs', 'apps/api', 'apps/worker', 'apps/web', 'prisma'];

const format = { title: 'format · prettier', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'], mend: 'npm run format' };
const lint = { title: 'lint · oxlint', command: 'oxlint', args: ['--deny-warnings', '--format', 'stylish'] };
const types = { title: 'types · tsc', command: 'tsc', args: ['-p', 'tsconfig.json', '--noEmit'] };
const webTypes = { title: 'types of the web app · tsc', command: 'tsc', args: ['-p', 'apps/web', '--noEmit'] };
const arrows = { title: 'arrows · dependency-cruiser', command: 'depcruise', args: ARROWS };
const rules = { title: 'rules · vitest', command: 'vitest', args: ['run', 'libs/rules', '--reporter=dot'] };

/** `built`: the server has just been compiled and every test will run, so its types and rules need no turn of their own. */
export const checks = ({ built = false } = {}) =>
  built ? [format, lint, webTypes, arrows] : [format, lint, types, webTypes, arrows, rules];

export async function check({ title, command, args, mend }) {
  await step(title, async () => {
    if ((await tool(command, args, { quiet: true })) === 0) return;
    throw new Stop(
      `检查未通过:${title}${mend ? `(可运行 ${mend})` : ''}`,
      `The check did not pass: ${title}${mend ? ` (${mend} mends it)` : ''}`,
    );
  });
}
