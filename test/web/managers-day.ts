/** The first day of a manager: what is overdue, the month's report, and the rows behind one of its figures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand } from './a-hand.js';
import type { World } from './world.js';

export function managersDay(world: World): void {
  describe('the manager’s first day', () => {
    let sitting: Sitting;
    let hand: Hand;

    beforeAll(async () => {
      sitting = await sitDown(world.browser, world.url);
      await signIn(sitting, world.url, 'manager01');
      hand = new Hand(sitting.page);
    });
    afterAll(async () => {
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    });

    it('opens from a tile the very rows that it counts', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/`);
      const tile = page.locator('ul a:has(strong)').filter({ hasText: '信访超期' });
      const counted = Number((await tile.locator('strong').innerText()).replace(/,/g, ''));
      await hand.click(tile);
      await page
        .getByText(/共 [\d,]+ 条/)
        .or(page.getByText('没有符合条件的记录'))
        .waitFor();
      const total = /共 ([\d,]+) 条/.exec(await page.locator('main').innerText())?.[1] ?? '0';
      expect(Number(total.replace(/,/g, ''))).toBe(counted);
    });

    it('keeps filters in the address and finds them again on the way back', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/disputes`);
      await hand.click(hand.button('办理中'));
      await hand.type(page.getByLabel('案号、姓名、单位'), '有限公司');
      await hand.press('Enter');
      await page.waitForURL(/view=open.*q=|q=.*view=open/);
      await page.locator('section[aria-busy=false]').first().waitFor();
      await page.getByRole('table').locator('[data-key-link]').first().click();
      await page.waitForURL(/disputes\/[0-9a-f-]{36}$/);
      await page.goBack();
      await page.getByRole('table').waitFor();
      expect(await page.getByLabel('案号、姓名、单位').inputValue()).toBe('有限公司');
      expect(await hand.button('办理中').getAttribute('aria-pressed')).toBe('true');
    });

    it('keeps what is half typed when another filter is set meanwhile', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/disputes`);
      const words = page.getByLabel('案号、姓名、单位');
      await hand.type(words, '有限公司');
      await hand.click(hand.button('办理中'));
      await page.waitForURL(/view=open/);
      await page.locator('section[aria-busy=false]').first().waitFor();
      expect(await words.inputValue()).toBe('有限公司');
      await hand.click(hand.button('重置'));
      await expect.poll(() => words.inputValue()).toBe('');
    });

    it('has the report of a month made and opens the rows of its figures', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/reports`);
      await hand.button('生成报告').waitFor();
      await hand.press('Alt+n');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('期间').fill('2012-03');
      await hand.press('Enter');
      await page.waitForURL(/reports\/[0-9a-f-]{36}$/);
      await page.getByText('已生成', { exact: true }).waitFor({ timeout: 90_000 });
      world.reportUrl = page.url();
      await expectShown(page.getByRole('heading', { name: /2012年3月/ }));
      const figures = page.locator('button[title="查看这个数字包含的记录"]');
      expect(await figures.count()).toBeGreaterThan(20);
      const figure = figures.filter({ hasText: /^[1-9][\d,]*$/ }).first();
      const value = (await figure.innerText()).replace(/,/g, '');
      await figure.click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(/共 [\d,]+ 条记录/).waitFor();
      expect((await drawer.locator('p strong').first().innerText()).replace(/,/g, '')).toBe(value);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    });

    it('takes the report away as a document and as a workbook', async () => {
      const { page } = sitting;
      for (const [button, ending] of [
        ['下载报告（DOCX）', '.docx'],
        ['下载附表（XLSX）', '.xlsx'],
      ] as const) {
        const [file] = await Promise.all([page.waitForEvent('download'), hand.click(hand.button(button))]);
        expect(file.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
      }
    });
  });
}
