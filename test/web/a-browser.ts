/** A real Chromium at the size of an office screen, and people who sit before it. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#rules/access/demo-accounts';

export const SCREEN = { width: 1366, height: 768 };
export type Language = 'zh' | 'en';

export const BROWSER = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  // Ledgers and reports have Chinese names: without UTF-8 in its surroundings the browser neither reads nor saves such files.
  env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
};

export const aBrowser = (): Promise<Browser> => chromium.launch(BROWSER);

export interface Sitting {
  page: Page;
  /** What must not happen on any page: requests to other hosts, script errors, breaches of the content security policy. */
  faults: string[];
  close(): Promise<void>;
}

/** A new browser profile, not signed in. */
export async function sitDown(browser: Browser, url: string, language: Language = 'zh'): Promise<Sitting> {
  const context = await browser.newContext({ viewport: SCREEN, locale: language === 'en' ? 'en-GB' : 'zh-CN', acceptDownloads: true });
  await context.addInitScript(`localStorage.setItem('bangfu.language', '${language}')`);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const home = new URL(url).host;
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && host !== home) faults.push(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A refusal that the page shows in words is also reported by the browser: that is no fault of the page.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Signs in by typing, and speaks the language asked for. */
export async function signIn({ page }: Sitting, url: string, username: string, language: Language = 'zh'): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/`);
  const other = page.getByRole('button', { name: language === 'en' ? 'English' : '中文', exact: true });
  await page.locator('nav').first().waitFor();
  if (await other.isVisible()) await other.click();
  await page.getByRole('button', { name: language === 'en' ? '中文' : 'English', exact: true }).waitFor();
}
