/** The first day of whoever sits at the window: a new person, one who is known, a petition, a dispute. */
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { residentNumber } from '../support/resident-number.js';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand, tell } from './a-hand.js';
import type { World } from './world.js';

export function caseworkersDay(world: World): void {
  describe('the caseworker’s first day', () => {
    let sitting: Sitting;
    let hand: Hand;
    let personUrl = '';
    const n = Number(String(Date.now()).slice(-6));
    const known = { name: '闻人舒窈', id: residentNumber(n), phone: `139${String(10_000_000 + n).slice(-8)}` };

    beforeAll(async () => {
      sitting = await sitDown(world.browser, world.url);
      await signIn(sitting, world.url, 'window01');
      hand = new Hand(sitting.page);
    });
    afterAll(async () => {
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    });

    it('registers a person who was not known, from the number up', async () => {
      const { page } = sitting;
      await hand.type(page.getByLabel('身份证号、手机号或姓名'), known.id);
      await hand.click(hand.button('登记人员'));
      await page.waitForURL('**/people/new');
      expect(await hand.field('身份证号').inputValue()).toBe(known.id);
      await expect
        .poll(() => hand.field('出生日期').inputValue())
        .toBe(`${known.id.slice(6, 10)}-${known.id.slice(10, 12)}-${known.id.slice(12, 14)}`);
      await hand.type(hand.field('姓名'), known.name);
      await hand.type(hand.field('联系电话'), known.phone);
      await page.getByText('没有找到相近的档案').waitFor();
      await hand.click(hand.button('建立档案'));
      await page.waitForURL(/people\/[0-9a-f-]{36}$/);
      personUrl = page.url();
      await page.getByRole('heading', { name: '基本信息' }).waitFor();
      const shown = await page.locator('main').innerText();
      expect(shown).toContain(`${known.id.slice(0, 6)}********${known.id.slice(-4)}`);
      expect(shown).not.toContain(known.id);
    });

    it('is stopped from registering the same person twice', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/people/new`);
      await hand.type(hand.field('姓名'), known.name);
      await hand.type(hand.field('身份证号'), known.id);
      await page.getByText('此身份证号已有档案').waitFor();
      expect(await hand.button('建立档案').isDisabled()).toBe(true);
      await page.getByRole('link', { name: '就是此人，打开档案' }).click();
      await page.waitForURL(/people\/[0-9a-f-]{36}$/);
    });

    it('looks at a masked number only after saying what for', async () => {
      const { page } = sitting;
      await page.getByRole('button', { name: '查看完整身份证号' }).click();
      await page.getByText('将记入审计日志').waitFor();
      await page.getByRole('button', { name: '核对身份' }).click();
      await page.getByText(known.id).waitFor();
      await page.getByRole('button', { name: '隐藏身份证号' }).click();
      await expect.poll(() => page.locator('main').innerText()).not.toContain(known.id);
    });

    it('takes up a known person again in at most 12 steps', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/`);
      hand = new Hand(page);
      await hand.type(page.getByLabel('身份证号、手机号或姓名'), known.id);
      await hand.click(page.getByRole('link', { name: '登记信访' }));
      await page.waitForURL('**/petitions/new');
      await page.getByText('已关联档案').waitFor();
      await hand.click(hand.field('内容分类'));
      await hand.click(hand.option('生活困难帮扶救助'));
      await hand.type(hand.field('信访内容'), '子女大病，家庭困难，询问可以申请哪些帮扶。');
      await hand.click(hand.button('登记'));
      await page.waitForURL(/petitions\/[0-9a-f-]{36}$/);
      await page.getByText('已登记', { exact: true }).first().waitFor();
      tell(`known person taken up again: ${hand.count} interactions`);
      expect(hand.count).toBeLessThanOrEqual(12);
    });

    it('registers a petition from the keyboard in at most 10 steps', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/petitions`);
      await page.getByRole('table').waitFor();
      hand = new Hand(page);
      await hand.press('Alt+n');
      await page.waitForURL('**/petitions/new');
      await hand.type(hand.field('信访人'), '端木青云');
      await hand.type(hand.field('联系电话'), '13900001234');
      await hand.click(hand.field('内容分类'));
      await hand.click(hand.option('政策法规咨询'));
      await hand.type(hand.field('信访内容'), '咨询年休假天数如何计算。');
      await hand.press('Control+Enter');
      await page.waitForURL(/petitions\/[0-9a-f-]{36}$/);
      // The clocks stand where they are seen without scrolling.
      const clocks = page.getByRole('region', { name: '办理期限' });
      expect((await clocks.boundingBox())!.y).toBeLessThan(500);
      expect(await clocks.getByText(/剩 \d+ 个工作日|今天到期/).count()).toBeGreaterThanOrEqual(2);
      tell(`petition registered: ${hand.count} interactions`);
      expect(hand.count).toBeLessThanOrEqual(10);
    });

    it('is told in words what is missing, with the fields marked', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/petitions/new`);
      await hand.click(hand.button('登记'));
      await expect.poll(() => page.getByText('请填写此项。').count()).toBe(2);
      await page.getByRole('link', { name: '工作台' }).click();
      expect(page.url()).toContain('/'); // nothing typed, nothing asked
    });

    it('calls a party from the page of the dispute, and says what for', async () => {
      const { page } = sitting;
      await page.goto(personUrl);
      await hand.click(hand.button('登记争议'));
      await page.waitForURL('**/disputes/new');
      await hand.type(hand.field('用人单位'), `苏州云汀织造有限公司${n}`);
      await hand.click(hand.field('争议类型'));
      await hand.click(hand.option('劳动报酬'));
      await hand.click(hand.button('登记'));
      await page.waitForURL(/disputes\/[0-9a-f-]{36}$/);
      const parties = page.getByRole('table', { name: '当事人' });
      await expectShown(parties.getByText(`${known.phone.slice(0, 3)}****${known.phone.slice(-4)}`));
      await hand.click(parties.getByRole('button', { name: '查看完整联系电话' }));
      await hand.click(hand.button('联系当事人'));
      await expectShown(parties.getByText(known.phone));
    });

    it('registers a dispute and its application, which starts the clocks', async () => {
      const { page } = sitting;
      await page.goto(`${world.url}/disputes/new`);
      await hand.type(hand.field('劳动者'), world.worker);
      await hand.type(hand.field('用人单位'), `苏州云汀织造有限公司${n}`);
      await hand.click(hand.field('争议类型'));
      await hand.click(hand.option('劳动报酬'));
      await hand.type(hand.field('申请事项'), '请求支付2026年9月至10月拖欠的工资。');
      await hand.type(hand.field('主张金额'), '1.86万');
      await hand.click(hand.button('登记'));
      await page.waitForURL(/disputes\/[0-9a-f-]{36}$/);
      await page.getByText('18,600.00').waitFor();
      world.disputeUrl = page.url();
      await hand.click(hand.button('登记调解申请'));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '登记调解申请' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('已申请', { exact: true }).waitFor();
      const clocks = page.getByRole('region', { name: '办理期限' });
      await clocks.getByRole('button', { name: /^依据/ }).first().click();
      await expectShown(page.getByText('《企业劳动争议协商调解规定》'));
    });
  });
}
