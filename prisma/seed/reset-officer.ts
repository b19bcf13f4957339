/**
 * `npm run officers:reset -- USERNAME`: a one-time password for an officer (三员) who lost the own, printed this once. Ends with 0 when
 * it was set, with 2 when nothing was changed.
 */
import { hostname, userInfo } from 'node:os';
import { Data } from '#data/data';
import { resetOfficer } from '#casework/access/reset-officer';
import { Refusal } from '#rules/shared/refusal';

/** Something to put right, in both languages. */
class Fault extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

function inBoth(error: unknown): string {
  if (error instanceof Fault) return error.message;
  if (error instanceof Refusal) return `${error.sentence('zh')}\n${error.sentence('en')}`;
  const why = error instanceof Error ? error.message : String(error);
  return `数据库未能办理，未作任何更改。请检查 DATABASE_URL 及数据库版本：${why}\nThe database did not do it, and nothing was changed. Check DATABASE_URL and that the database is migrated: ${why}`;
}

/** Somebody without a line in the system's list of users has a number all the same. */
function whoIsHere(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return `${process.getuid?.() ?? '?'}@${hostname()}`;
  }
}

async function reset(): Promise<void> {
  const [username, ...more] = process.argv.slice(2);
  if (!username || more.length > 0 || username.startsWith('-'))
    throw new Fault('请给出一个用户名：npm run officers:reset -- USERNAME', 'Name one user name: npm run officers:reset -- USERNAME');
  const url = process.env['DATABASE_URL'];
  if (!url)
    throw new Fault(
      '请设置 DATABASE_URL，或在 npm start 运行时执行（数据文件夹见 BANGFU_DATA）。',
      'Set DATABASE_URL, or run this while npm start is running (its data folder: BANGFU_DATA).',
    );
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Fault('DATABASE_URL 不是有效的地址。', 'DATABASE_URL is not a valid address.');
  const data = new Data({ url, pool: 2, program: 'bangfu officers' });
  try {
    const password = await resetOfficer(data, { username, by: whoIsHere() }, new Date());
    process.stdout.write(
      `“${username}”的一次性密码（仅显示这一次，首次登录须修改）：\nThe one-time password of “${username}”, shown this once, to be changed at the first sign-in:\n\n${password}\n`,
    );
  } finally {
    await data.close();
  }
}

try {
  await reset();
} catch (error) {
  process.stderr.write(`${inBoth(error)}\n`);
  process.exitCode = 2;
}
