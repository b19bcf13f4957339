/** The web app in a real browser: what the first page costs to load, when it can be used, and whether a list ever holds it up. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { accounts, PASSWORD } from './fill/ids.js';
import type { Row } from './row.js';
import type { Scene } from './scene.js';

const browserPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Counts what crosses the wire, headers included, as the browser itself tells it. */
async function bytesOf(page: Page, doing: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await doing();
  await page.waitForLoadState('networkidle');
  return bytes;
}

/** In the browser; as text, because it is no code of ours that runs there. */
const LONGEST_TASK = `new Promise((told) => {
  new PerformanceObserver((list) => told(Math.max(0, ...list.getEntries().map((entry) => entry.duration)))).observe({ type: 'longtask', buffered: true });
  setTimeout(() => told(0), 500);
})`;

export async function measureWeb({ ours }: Scene): Promise<Row[]> {
  if (!existsSync(resolve('dist/web/index.html')) || !existsSync(browserPath)) return [];
  const url = `http://127.0.0.1:${ours.api.port}`;
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const began = performance.now();
    let usable = 0;
    const bytes = await bytesOf(page, async () => {
      await page.goto(url);
      await page.locator('input[type=password]').waitFor();
      usable = performance.now() - began;
    });
    await page.locator('input:not([type=password])').first().fill(accounts.reviewer.username);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    await page.goto(`${url}/disputes`);
    await page.locator('tbody tr').nth(5).waitFor();
    await page.waitForLoadState('networkidle');
    const task = await page.evaluate<number>(LONGEST_TASK);
    const [kilobytes, seconds] = [bytes / 1000, usable / 1000];
    return [
      {
        name: 'web: first page on a cold cache, kB over the wire',
        ours: `${kilobytes.toFixed(0)} kB`,
        beside: '',
        ratio: kilobytes,
        most: 350,
      },
      { name: 'web: first page can be used after, s', ours: `${seconds.toFixed(2)} s`, beside: '', ratio: seconds, most: 1.5 },
      { name: 'web: longest task of a list page, ms', ours: `${task.toFixed(0)} ms`, beside: '', ratio: task, most: 200 },
    ];
  } finally {
    await browser.close();
  }
}
