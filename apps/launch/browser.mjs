// The browser for the browser tests: Chromium with Chinese fonts, from the system's packages.
import { spawnSync } from 'node:child_process';
import { installable, install, onPath } from './packages.mjs';
import { Stop } from './say.mjs';

const find = () => process.env.CHROMIUM_PATH || ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean);

/** Without a Chinese font the pages are boxes: tests would pass and screenshots would be worthless. */
const hasChinese = () =>
  onPath('fc-list') !== undefined && spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout.trim() !== '';

/** The path of the browser, installed first where that is possible. */
export async function chromium() {
  const missing = [!find() && 'chromium', !hasChinese() && 'fonts-noto-cjk'].filter(Boolean);
  if (missing.length > 0 && installable()) await install(...missing, 'fontconfig');
  if (find() && hasChinese()) return find();
  throw new Stop(
    `浏览器测试需要 ${missing.join(' 和 ')}。请先安装(Debian/Ubuntu:apt-get install ${missing.join(' ')}),或用 CHROMIUM_PATH 指定浏览器。`,
    `The browser tests need ${missing.join(' and ')}. Install them first (Debian/Ubuntu: apt-get install ${missing.join(' ')}), or name a browser with CHROMIUM_PATH.`,
  );
}
