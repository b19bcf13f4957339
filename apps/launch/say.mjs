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

let leaving = false;
/** From here on, steps that fail because everything is being stopped are not worth a line. */
export const hush = () => {
  leaving = true;
};

/** Does one thing and prints it with the time it took. The thing may return a remark to print behind the name. */
export async function step(name, work) {
  const since = performance.now();
  const tell = (mark) => leaving || say(`[${seconds(since).padStart(7)}] ${name}${mark}`);
  try {
    const result = await work();
    tell(typeof result === 'string' ? ` · ${result}` : '');
    return result;
  } catch (error) {
    tell(' ✗');
    throw error;
  }
}

export const FULL_DISK = /No space left on device|ENOSPC|53100/;

const diskIsFull =
  '磁盘已满,无法继续写入。请腾出空间后重新启动。\nThe disk is full, nothing more can be written. Free some space and start again.';
const mayNotWrite = (path) =>
  `无法写入 ${path}。请用 BANGFU_DATA 换一个文件夹,或调整权限。\n${path} cannot be written. Choose another folder with BANGFU_DATA, or change the permissions.`;

/** The sentence for an error, or the error itself when it is one nobody foresaw. */
export function sentence(error) {
  if (error instanceof Stop) return error.message;
  if (FULL_DISK.test(`${error?.code} ${error?.message}`)) return diskIsFull;
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(error?.code) && error.path) return mayNotWrite(error.path);
  return error?.stack ?? String(error);
}

/** Prints the sentence and leaves with a code that is not 0. */
export function leave(error) {
  process.stderr.write(`\n${sentence(error)}\n`);
  process.exit(1);
}
