import { outlayKinds } from '#rules/hardship/worksheet/worksheet-kinds';
import type { Label } from '../../../kit/words.js';
import type { Assessment } from './assessment-types.js';

const onSheet = (input: string | undefined): boolean => input === 'income' || (input !== undefined && Object.hasOwn(outlayKinds, input));
const noSheet: Label = { zh: '缺少收支测算表', en: 'The worksheet is missing' };

/** What is to be supplied, each once: a worksheet that is not there is one thing, not a dozen. */
export function missingWords({ missing }: Assessment): Label[] {
  const others = missing.filter(({ input }) => !onSheet(input)).map(({ words }) => words);
  const all = others.length < missing.length ? [noSheet, ...others] : others;
  return [...new Map(all.map((words) => [words.zh, words])).values()];
}
