/** A ledger taken in through the page: what was recognised, a trial, the run, a statement that balances, and the rows sent back. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand } from './a-hand.js';
import type { World } from './world.js';

const LEDGER = resolve('test/data/suzhou-2012/法律援助台账.xlsx');

export function ledgersThroughThePage(world: World): void {
  describe('a ledger through the page', () => {
    let sitting: Sitting;
    let hand: Hand;
    beforeAll(async () => {
      sitting = await sitDown(world.browser, world.url);
      await signIn(sitting, world.url, 'statistician01');
      hand = new Hand(sitting.page);
    });
    afterAll(async () => {
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    });

    /** The statement's equation as it stands on the page: rows in, then what became of them. */
    const equation = async (): Promise<number[]> => {
      const figures = await sitting.page.locator('p strong').allInnerTexts();
      return figures.slice(0, 6).map((figure) => Number(figure.replace(/,/g, '')));
    };

    it('is recognised, sheet by sheet and column by column', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/imports`);
      await page.locator('input[type=file]').setInputFiles(LEDGER);
      await page.waitForURL(/imports\/[0-9a-f-]{36}$/);
      const mapping = page.getByRole('region', { name: '列对应' });
      await expectShown(mapping.getByText('法律服务台账'));
      await expectShown(mapping.getByText('法律援助案件台账'));
      expect(await mapping.getByText('缺少必需的列').count()).toBe(0);
    });

    it('is tried without changing anything, and balances', async () => {
      const { page } = sitting;
      await hand.click(hand.button('试算'));
      await page.getByRole('heading', { name: '试算对账单' }).waitFor();
      const [rowsIn = 0, ...became] = await equation();
      expect(rowsIn).toBeGreaterThan(50);
      expect(became.reduce((sum, rows) => sum + rows, 0)).toBe(rowsIn);
    });

    it('changes nothing when it is imported a second time', async () => {
      const { page } = sitting;
      await hand.click(hand.button('正式导入'));
      await page.getByRole('heading', { name: '导入对账单' }).waitFor();
      await expectShown(page.getByText('两边相等'));
      const [rowsIn = 0, created, updated, unchanged = 0, duplicate = 0, rejected = 0] = await equation();
      expect([created, updated]).toEqual([0, 0]);
      expect(unchanged + duplicate + rejected).toBe(rowsIn);
    });

    it('gives the rejected rows back as a workbook, each with its reason', async () => {
      const { page } = sitting;
      await expectShown(page.getByRole('table', { name: '逐行结果' }).getByText('退回'));
      const [file] = await Promise.all([page.waitForEvent('download'), hand.click(hand.button('下载退回行'))]);
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    });

    it('has a template for every kind of ledger', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/imports`);
      await hand.click(hand.button('下载模板'));
      const entries = page.getByRole('menuitem');
      await expect.poll(() => entries.count()).toBe(10);
      const [file] = await Promise.all([page.waitForEvent('download'), entries.first().click()]);
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    });
  });
}
