// What `npm start` says when all goes well: how to use it, where to go, who can sign in, how far the demo year has come.
import { say } from './say.mjs';

export const HELP = `npm start [-- --empty]

  --empty       不装入演示数据 · without the demo city
  --help        显示本说明 · this text

  PORT          网页端口,默认 8080 · port of the web app, 8080 when not set
  HOST          监听地址,默认全部 · address to listen on, all when not set
  BANGFU_DATA   数据文件夹,默认 ./.data · data folder, ./.data when not set
  DATABASE_URL  PostgreSQL 15 或更新,不设则用内置的 · PostgreSQL 15 or newer, the built-in one when not set
  REDIS_URL     Redis 6.2 或更新,不设则用本机的 · Redis 6.2 or newer, this machine's when not set
  BANGFU_KEY    主密钥(base64,32 字节),不设则生成在数据文件夹 · master key, made in the data folder when not set
  NODE_ENV      production 时以上三项都要指定,且不装演示数据 · production wants these three set and no demo data
`;

export function welcome(url, since) {
  say(`\n帮扶 Bangfu  ${url}   (${((performance.now() - since) / 1000).toFixed(0)} s)`);
  say('Ctrl-C 停止 · Ctrl-C stops everything');
}

export const DEMO = '演示账号 · demo accounts';
export const FIRST = '首任三员(口令只显示这一次,首次登录须修改) · the first three administrators (passwords shown this once)';

export function showAccounts(title, accounts) {
  if (accounts.length === 0) return;
  say(`\n${title}`);
  for (const { username, password, role } of accounts) say(`  ${username.padEnd(15)} ${password.padEnd(18)} ${role}`);
}

const BAR = 30;

export function showProgress(share) {
  if (!process.stdout.isTTY) return;
  const filled = Math.round(share * BAR);
  process.stdout.write(`\r演示数据 · demo year ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.round(share * 100)}%`);
}

/** The year may go on loading while people already sign in. */
export function tellWhenWhole(city) {
  const since = performance.now();
  city.ended.then(({ code }) => {
    if (code === 0 && performance.now() - since > 100) say('\n演示数据已全部载入 · the demo year is complete');
  });
}
