/** The first day of a mediator: the reviewer accepts and assigns, the mediator mediates, the agreement takes effect. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand, tell } from './a-hand.js';
import type { World } from './world.js';

export function mediatorsDay(world: World): void {
  describe('the mediator’s first day', () => {
    let reviewer: Sitting;
    let mediator: Sitting;
    let number: string;

    beforeAll(async () => {
      [reviewer, mediator] = await Promise.all([sitDown(world.browser, world.url), sitDown(world.browser, world.url)]);
      await signIn(reviewer, world.url, 'reviewer01');
      await signIn(mediator, world.url, 'mediator01');
    });
    afterAll(async () => {
      expect([...reviewer.faults, ...mediator.faults]).toEqual([]);
      await Promise.all([reviewer.close(), mediator.close()]);
    });

    it('has the dispute accepted in at most 8 steps, from the search box', async () => {
      const { page } = reviewer;
      const hand = new Hand(page);
      await hand.press('/');
      await hand.type(page.getByRole('combobox', { name: '全局搜索' }), world.worker);
      await page
        .getByRole('option', { name: new RegExp(world.worker) })
        .first()
        .waitFor();
      await hand.press('Enter');
      await page.waitForURL(/disputes\/[0-9a-f-]{36}$/);
      await hand.click(hand.button('受理'));
      for (const statement of ['属于劳动争议受理范围', '申请人同意调解', '被申请人同意调解']) await hand.click(hand.tick(statement));
      await hand.press('Control+Enter');
      await page.getByText('已受理', { exact: true }).waitFor();
      tell(`dispute accepted: ${hand.count} interactions`);
      expect(hand.count).toBeLessThanOrEqual(8);
    });

    it('is told that a mediator with an interest has to stand aside, and loses nothing typed', async () => {
      const { page } = reviewer;
      const hand = new Hand(page);
      await hand.click(hand.button('指派调解员'));
      const dialog = page.getByRole('dialog');
      await hand.click(dialog.getByLabel('调解员', { exact: true }));
      const name = await mediator.page
        .getByRole('button', { expanded: false, name: /^.{2,4}$/ })
        .last()
        .innerText();
      await hand.click(hand.option(name.trim()));
      await dialog.getByRole('button', { name: '指派调解员' }).click();
      await dialog.getByRole('alert').waitFor();
      expect(await dialog.getByRole('alert').innerText()).toContain('回避');
      await hand.click(hand.tick('与当事人没有利害关系，无须回避'));
      await dialog.getByRole('button', { name: '指派调解员' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('已指派', { exact: true }).waitFor();
      number = (await page.locator('header p .number').first().innerText()).trim();
    });

    it('finds the case on the mediator’s workbench and begins mediation', async () => {
      const { page } = mediator;
      const hand = new Hand(page);
      await page.goto(`${world.url}/`);
      await page
        .getByRole('table', { name: '我的待办' })
        .getByRole('link', { name: new RegExp(world.worker) })
        .click();
      await page.waitForURL(/disputes\/[0-9a-f-]{36}$/);
      await hand.click(hand.button('开始调解'));
      await hand.click(hand.tick('已将时间、地点通知双方当事人'));
      await hand.press('Control+Enter');
      await expectShown(page.getByText('调解中', { exact: true }));
    });

    it('is offered the new state when somebody else was quicker', async () => {
      const { page } = mediator;
      const hand = new Hand(page);
      const second = await mediator.page.context().newPage();
      await second.goto(page.url());
      await new Hand(second).click(new Hand(second).button('延期'));
      await hand.click(hand.button('达成协议'));
      for (const statement of ['申请人已签字', '被申请人已签字（盖章）', '调解员已签字', '已加盖调解组织印章'])
        await hand.click(hand.tick(statement));
      await hand.type(page.getByRole('dialog').getByLabel('协议金额'), '15000');
      await hand.press('Control+Enter');
      await page.getByText('协议生效', { exact: true }).first().waitFor();

      const late = second.getByRole('dialog');
      await late.getByLabel('延长至').fill('2027-12-31');
      await second.keyboard.press('Enter');
      for (const statement of ['申请人已签字', '被申请人已签字（盖章）']) await new Hand(second).click(new Hand(second).tick(statement));
      await late.getByRole('button', { name: '延期' }).click();
      await late.getByRole('button', { name: '载入最新内容' }).waitFor();
      expect(await late.getByLabel('延长至').inputValue()).toBe('2027-12-31');
      await second.close();
    });

    it('sees the agreement in effect, its sum, and no clock running', async () => {
      const { page } = mediator;
      await page.reload();
      await page.getByText('15,000.00').waitFor();
      expect(
        await page
          .getByRole('region', { name: '办理期限' })
          .getByText(/剩 \d+/)
          .count(),
      ).toBe(0);
      expect(number).toMatch(/〔\d{4}〕/);
    });
  });
}
