/** Those who keep the house, on their first day: an organisation, a user with a role and a second factor, and a trail that all of it is in. */
import { describe, expect, it } from 'vitest';
import { codeAt } from '#casework/access/totp';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand } from './a-hand.js';
import type { World } from './world.js';

export function administratorsDay(world: World): void {
  describe('the administrators’ day', () => {
    const n = Number(String(Date.now()).slice(-7));
    const organisation = `雨花行业工会${n}`;
    const username = `clerk${n}`;
    const ownPassword = `Lantern-over-${n}-rivers`;
    let firstPassword = '';
    let user = '';

    it('begins at the doors that are theirs, with a word on who does what', async () => {
      await asSomebody('system01', async (hand) => {
        const doors = hand.page.getByRole('region', { name: '从这里开始' });
        await expectShown(doors.getByText('三员分立'));
        for (const door of ['用户', '角色与权限', '系统运行']) await expectShown(doors.getByRole('link', { name: door }));
        expect(await hand.page.getByText('快速接待').count()).toBe(0);
        await hand.click(doors.getByRole('link', { name: '系统运行' }));
        await expectShown(hand.page.getByRole('table', { name: '定时任务' }).getByText('每日重新推算时限'));
        await expectShown(hand.page.getByRole('table', { name: '队列' }).getByText('后台作业'));
      });
    });

    it('has the centre’s administrator make an organisation, with the keyboard', async () => {
      await asSomebody('centre01', async (hand) => {
        const { page } = hand;
        await page.goto(`${world.url}/organisations`);
        await hand.button('新建下级').focus();
        await hand.press('Enter');
        await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('kind');
        await page.keyboard.type('行业');
        await expect.poll(() => page.locator('.ant-select-item-option').allInnerTexts()).toEqual(['行业工会']);
        await hand.press('Enter');
        await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
        await hand.press('Tab');
        await page.keyboard.type(organisation);
        await hand.press('Tab');
        await page.keyboard.type(`雨花${n}`);
        await hand.press('Control+Enter');
        await page.waitForURL(/organisations\/[0-9a-f-]{36}$/);
        await expectShown(page.getByRole('heading', { name: organisation }));
      });
    });

    it('has the system’s administrator make a user, whose first password is shown once; the role is another’s to give', async () => {
      await asSomebody('system01', async (hand) => {
        const { page } = hand;
        await page.goto(`${world.url}/users`);
        await hand.click(hand.button('新建用户'));
        const dialog = page.getByRole('dialog');
        await hand.type(hand.field('用户名'), username);
        await hand.type(dialog.getByLabel('姓名'), '公冶长风');
        await dialog.getByLabel('所属组织').fill(`雨花${n}`);
        await hand.click(page.locator('.ant-select-tree-title', { hasText: `雨花${n}` }).first());
        await hand.click(dialog.getByRole('button', { name: '确定' }));
        firstPassword = (await dialog.locator('code').innerText()).trim();
        expect(firstPassword.length).toBeGreaterThanOrEqual(12);
        await hand.click(hand.button('已记下'));
        await page.waitForURL(/users\/[0-9a-f-]{36}$/);
        user = page.url();
        await expectShown(page.getByText('还没有角色'));
        await hand.click(hand.button(/^更多/));
        await expectShown(page.getByRole('menuitem', { name: /授予角色.*联系安全管理员/ }));
        await expectShut(hand, 'audit', '审计日志');
      });
    });

    it('has the security administrator give the role, who can neither make users nor see jobs', async () => {
      await asSomebody('security01', async (hand) => {
        const { page } = hand;
        await page.goto(`${world.url}/users`);
        await expectShown(page.getByRole('table', { name: '用户列表' }));
        expect(await hand.button('新建用户').count()).toBe(0);
        await expectShut(hand, 'system', '系统运行');
        await page.goto(user);
        await hand.click(hand.button('授予角色'));
        const dialog = page.getByRole('dialog');
        await hand.type(dialog.getByLabel('角色'), '窗口');
        await hand.click(hand.option('窗口受理员'));
        await hand.click(dialog.getByRole('button', { name: '确定' }));
        await expectShown(page.getByRole('table', { name: '已授角色' }).getByText('窗口受理员'));
        await dialog.waitFor({ state: 'hidden' });
        // The keyboard is where it was, not at the top of the window.
        await expect.poll(() => page.evaluate('document.activeElement.innerText')).toBe('授予角色');
      });
    });

    it('makes the new user change that password before anything else, and asks for the second factor once it is on', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      const hand = new Hand(page);
      await enter(sitting, firstPassword);
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

      await page.goto(`${world.url}/me`);
      await hand.type(hand.field('当前密码'), ownPassword);
      await hand.click(hand.button('开始启用'));
      const secret = (await page.locator('code').innerText()).trim();
      const step = (): number => Math.floor(Date.now() / 30_000);
      await hand.type(hand.field('动态验证码'), codeAt(secret, step()));
      await hand.click(hand.button('确认启用'));
      await expectShown(page.getByText('已启用。登录时除密码外'));
      expect(sitting.faults).toEqual([]);
      await sitting.close();

      const again = await sitDown(world.browser, world.url);
      await enter(again, ownPassword);
      const code = again.page.getByLabel('动态验证码');
      await expectShown(code);
      // A code is good once: the next one is already good as well.
      await code.fill(codeAt(secret, step() + 1));
      await again.page.keyboard.press('Enter');
      await again.page.waitForURL(`${world.url}/`);
      await expectShown(again.page.getByRole('heading', { name: '公冶长风，您好' }));
      await again.close();
    });

    it('lets the audit administrator read and verify all of it, and nothing else', async () => {
      await asSomebody('audit01', async (hand) => {
        const { page } = hand;
        await hand.click(page.getByRole('region', { name: '从这里开始' }).getByRole('link', { name: '审计日志' }));
        const rows = page.getByRole('table', { name: '审计日志列表' }).locator('tbody tr');
        await expectShown(rows.filter({ hasText: username }).filter({ hasText: '登录' }));
        await page.goto(`${world.url}/audit?type=user.created`);
        const made = rows.filter({ hasText: username });
        await expectShown(made);
        await hand.click(made.getByRole('link', { name: '用户' }));
        await page.waitForURL(/subjectId=/);
        for (const event of ['新建用户', '授予角色', '修改密码', '启用动态验证码']) await expectShown(rows.filter({ hasText: event }));
        await hand.click(hand.button('核验完整性'));
        await expectShown(page.getByText(/完整：已核验 [\d,]+ 条/));
        await expectShut(hand, 'users', '用户');
        await expectShut(hand, 'system', '系统运行');
      });
    });

    async function asSomebody(name: string, does: (hand: Hand) => Promise<void>): Promise<void> {
      const sitting = await sitDown(world.browser, world.url);
      await signIn(sitting, world.url, name);
      await does(new Hand(sitting.page));
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    }

    /** No entry in the menu, and at the address the reason and whom to ask. */
    async function expectShut({ page }: Hand, path: string, entry: string): Promise<void> {
      expect(await page.locator('nav').first().getByRole('link', { name: entry, exact: true }).count()).toBe(0);
      await page.goto(`${world.url}/${path}`);
      await expectShown(page.getByText('您没有查看权限'));
    }

    async function enter({ page }: Sitting, password: string): Promise<void> {
      await page.goto(`${world.url}/sign-in`);
      await page.fill('[name=username]', username);
      await page.fill('[name=password]', password);
      await page.keyboard.press('Enter');
    }
  });
}
