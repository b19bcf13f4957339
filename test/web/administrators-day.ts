/** Those who look after the system: a new user with a role, the first password, the second factor, a merge that is undone. */
import { describe, expect, it } from 'vitest';
import { codeAt } from '#casework/access/totp';
import { residentNumber } from '../support/resident-number.js';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand } from './a-hand.js';
import type { World } from './world.js';

export function administratorsDay(world: World): void {
  describe('the administrators’ day', () => {
    const n = Number(String(Date.now()).slice(-6));
    const username = `clerk${n}`;
    const ownPassword = `Lantern-over-${n}-rivers`;
    let firstPassword = '';

    it('creates a user, hands over a first password that is shown once, and gives a role', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      const hand = new Hand(page);
      await signIn(sitting, world.url, 'security01');
      await page.goto(`${world.url}/users`);
      await hand.click(hand.button('新建用户'));
      await hand.type(hand.field('用户名'), username);
      await hand.type(hand.field('姓名'), '公冶长风');
      await page.getByRole('dialog').getByLabel('所属组织').click();
      await page.locator('.ant-select-tree-title', { hasText: '姑苏区' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      firstPassword = (await page.getByRole('dialog').locator('code').innerText()).trim();
      expect(firstPassword.length).toBeGreaterThanOrEqual(12);
      await hand.click(hand.button('已记下'));
      await page.waitForURL(/users\/[0-9a-f-]{36}$/);
      await expectShown(page.getByText('还没有角色'));
      await hand.click(hand.button('授予角色'));
      await page.getByRole('dialog').getByLabel('角色').click();
      await hand.click(hand.option('窗口受理员'));
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
      await expectShown(page.getByRole('table', { name: '已授角色' }).getByText('窗口受理员'));
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    });

    it('makes the new user change that password before anything else', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      const hand = new Hand(page);
      await enter(sitting, username, firstPassword);
      await page.waitForURL(`${world.url}/me`);
      await page.goto(`${world.url}/petitions`);
      await page.waitForURL(`${world.url}/me`);
      await hand.type(hand.field('当前密码'), firstPassword);
      await hand.type(hand.field('新密码'), 'short');
      await hand.type(hand.field('再输一次新密码'), 'short');
      await hand.click(hand.button('修改密码'));
      await expectShown(page.getByRole('alert').getByText(/至少 \d+ 个字符/));
      await hand.type(hand.field('新密码'), ownPassword);
      await hand.type(hand.field('再输一次新密码'), ownPassword);
      await hand.click(hand.button('修改密码'));
      await expectShown(page.getByRole('heading', { name: '登录会话' }));
      await page.goto(`${world.url}/petitions`);
      await expectShown(hand.button('登记信访'));
      await sitting.close();
    });

    it('asks for the second factor once it is turned on', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      const hand = new Hand(page);
      await enter(sitting, username, ownPassword);
      await page.goto(`${world.url}/me`);
      await hand.click(hand.button('开始启用'));
      const secret = (await page.locator('code').innerText()).trim();
      await hand.type(page.getByLabel('动态验证码', { exact: true }), codeAt(secret, Math.floor(Date.now() / 30_000)));
      await hand.click(hand.button('确认启用'));
      await expectShown(page.getByText('已启用。登录时除密码外'));
      await sitting.close();

      const again = await sitDown(world.browser, world.url);
      await enter(again, username, ownPassword);
      await expectShown(again.page.getByLabel('动态验证码'));
      await again.close();
    });

    it('merges two records of one person and takes it back', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      const hand = new Hand(page);
      await signIn(sitting, world.url, 'aid01');
      const numbers = [residentNumber(1_000_000 + n), residentNumber(2_000_000 + n)];
      for (const [at, number] of numbers.entries()) {
        await page.goto(`${world.url}/people/new`);
        await hand.type(hand.field('姓名'), `濮阳${world.worker.slice(2)}`);
        await hand.type(hand.field('身份证号'), number);
        await expectShown(page.getByText(/证件显示/));
        if (at === 1) await hand.click(page.getByRole('checkbox', { name: '已核对，以上都不是同一人' }));
        await hand.click(hand.button('建立档案'));
        await page.waitForURL(/people\/[0-9a-f-]{36}$/);
      }
      const kept = page.url();
      await hand.click(hand.button('合并重复档案'));
      await hand.type(page.getByRole('dialog').getByLabel('要并入的档案'), numbers[0]!);
      await page.locator('.ant-select-item-option').first().click();
      await hand.type(page.getByRole('dialog').getByLabel('理由'), '同一人，证件号录错。');
      await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click();
      await expectShown(page.getByRole('heading', { name: '合并记录' }));
      await hand.click(hand.button('撤销合并'));
      await page.locator('.ant-popconfirm').getByRole('button', { name: '撤销合并' }).click();
      await expectShown(page.getByText(/已于 .* 撤销/));
      expect(page.url()).toBe(kept);
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    });

    const enter = async ({ page }: Sitting, name: string, password: string): Promise<void> => {
      await page.goto(`${world.url}/sign-in`);
      await page.fill('[name=username]', name);
      await page.fill('[name=password]', password);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname !== '/sign-in').catch(() => undefined);
    };
  });
}
