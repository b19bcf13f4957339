// What the launcher says: one line per step with its time, and one sentence, Chinese first, when something stands in the way.

/** Something the reader can put right. Printed as it is, without a stack. */
export class Stop extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
    this.name = 'Stop';
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

export const say = (line) => process.stdout.write(`${line}\n`);

/** Does one thing and prints it with the time it took. The thing may return a remark to print behind the name. */
export async function step(name, work) {
  const since = performance.now();
  try {
    const result = await work();
    const remark = typeof result === 'string' ? ` · ${result}` : '';
    say(`[${seconds(since).padStart(7)}] ${name}${remark}`);
    return result;
  } catch (error) {
    say(`[${seconds(since).padStart(7)}] ${name} ✗`);
    throw error;
  }
}

const FULL_DISK = ['磁盘已满,无法继续写入。请腾出空间后重新启动。', 'The disk is full, nothing more can be written. Free some space and start again.'];
const NOT_ALLOWED = (where) => [`没有权限写入 ${where}。请换一个文件夹(BANGFU_DATA)或调整权限。`, `No permission to write ${where}. Choose another folder (BANGFU_DATA) or change the permissions.`];

/** The sentence for an error, or the error itself when it is one nobody foresaw. */
export function sentence(error) {
  if (error instanceof Stop) return error.message;
  if (error?.code === 'ENOSPC' || error?.code === '53100' || /No space left on device/.test(error?.message)) return FULL_DISK.join('\n');
  if ((error?.code === 'EACCES' || error?.code === 'EROFS') && error.path) return NOT_ALLOWED(error.path).join('\n');
  return error?.stack ?? String(error);
}

/** Prints the sentence and leaves with a code that is not 0. */
export function leave(error) {
  process.stderr.write(`\n${sentence(error)}\n`);
  process.exit(1);
}
