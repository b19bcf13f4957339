/**
 * One family from the window to its printed certificate, by the hands of four people: who takes it down, who checks, who reviews,
 * who approves. The days of the public notice pass by an api whose clock is ahead; nothing in the database is dated back.
 */
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { TestApi } from '../support/api.js';
import { residentNumber } from '../support/resident-number.js';
import { signIn, sitDown } from './a-browser.js';
import { Desk, expectButtonSaysWhy, expectOwn, expectStatus, expectWaits } from './a-desk.js';
import { expectShown, Hand, tell } from './a-hand.js';
import { draft, expectNoCheckOfOwn, form, household, worksheet, type Family } from './hardship-intake.js';
import { visitTheFamily } from './hardship-visit.js';
import { readCode } from './read-code.js';
import type { World } from './world.js';

const BUDGET = 8 * 60;

export function hardshipStory(world: World): void {
  describe('the story of a hardship file', { timeout: 180_000 }, () => {
    const n = Number(String(Date.now()).slice(-6)) + 1_000_000;
    const given = world.worker.slice(2);
    const family: Family = {
      holder: { name: `欧阳${given}`, id: residentNumber(n), phone: `138${String(10_000_000 + n).slice(-8)}` },
      spouse: { name: `司徒${given}`, id: residentNumber(n + 1) },
      child: { name: `欧阳小${given}`, born: '2016-05-04' },
    };
    const desks: Desk[] = [];
    const seat = async (username: string, url = world.url, now?: Date): Promise<Desk> => {
      const desk = await Desk.of(world.browser, url, username, now);
      desks.push(desk);
      return desk;
    };
    let [caseworker, checker, reviewer, approver] = [] as unknown as [Desk, Desk, Desk, Desk];
    let later: TestApi | undefined;
    let noticeEnds = '';
    let begun = 0;

    beforeAll(async () => {
      await knownAlready(world, family.holder);
      begun = Date.now();
      caseworker = await seat('aid01');
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') for (const [i, desk] of desks.entries()) await desk.picture(`failed-${i}`);
    });
    afterAll(async () => {
      for (const { sitting } of desks) await sitting.close();
      await later?.stop();
    });

    it('begins with a person who is known, and a draft', async () => {
      await draft(caseworker, family);
      await expectStatus(caseworker, '填报中');
      await expectWaits(caseworker, '申报须由');
      await expectButtonSaysWhy(caseworker, '申报', /申报须由申请人签署/);
      await caseworker.picture('04-draft');
    });

    it('takes down the family, what it lives on and what it signs', async () => {
      await household(caseworker, family);
      await form(caseworker, family);
      await caseworker.picture('09-form-done');
      // It may be submitted now, and the page says what will be asked for later.
      await expectOwn(caseworker, '申报');
      await expectShown(caseworker.next.getByRole('link', { name: '收入支出测算表' }));
      await worksheet(caseworker, family);
      await expectShown(caseworker.page.getByText('待核算', { exact: true }));
      expect(await caseworker.page.getByText('-1,155.56').count()).toBeGreaterThan(0);
    });

    it('lets nobody check what they reckoned themselves', () => expectNoCheckOfOwn(caseworker));

    it('is submitted, and goes to somebody else', async () => {
      await expectOwn(caseworker, '申报');
      await caseworker.act('申报');
      await expectStatus(caseworker, '已申报');
      await caseworker.picture('14-submitted');
      checker = await seat('unit01');
      await checker.find(family.holder.name);
      await expectOwn(checker, '初审通过');
      await checker.tab('收支测算');
      await checker.act('核算', () => checker.picture('15-check-sheet'), '核算无误');
      await checker.act('初审通过');
      await expectStatus(checker, '初审通过');
      await checker.picture('16-first-check');
    });

    it('is visited at home, and verified', async () => {
      await caseworker.again();
      await expectStatus(caseworker, '初审通过');
      await expectWaits(caseworker, '入户调查表');
      await visitTheFamily(caseworker, family, '周宁');
      const listed = (heading: RegExp): Locator =>
        caseworker.page.locator('section', { has: caseworker.page.getByRole('heading', { name: heading }) });
      await expectShown(listed(/^已填写、待登记/).getByText(maskPersonName(family.holder.name)));
      expect(
        await listed(/^待走访/)
          .getByText(maskPersonName(family.holder.name))
          .count(),
      ).toBe(0);
      await caseworker.hand.click(caseworker.hand.link('打开档案'));
      await caseworker.next.waitFor();
      await expectOwn(caseworker, '登记入户调查');
      await caseworker.picture('24-after-visit');
      await caseworker.act('登记入户调查');
      await expectStatus(caseworker, '已入户');
      await expectOwn(caseworker, '提交核对');
      await caseworker.act('提交核对');
      await expectStatus(caseworker, '核对中');
      await expectOwn(caseworker, '登记核对报告');
      await caseworker.act('登记核对报告', async () => {
        await caseworker.hand.type(caseworker.hand.field('核对结果'), '名下无房产、车辆，无工商登记，存款不足三千元。');
        await caseworker.picture('25-verification');
      });
      await expectStatus(caseworker, '已核对');
      await expectWaits(caseworker, '先补齐： 认定结论');
      await caseworker.picture('26-verified');
    });

    it('is assessed; what no published threshold says, two people decide', async () => {
      const { page, hand } = caseworker;
      await caseworker.tab('入户与核对');
      await hand.click(hand.button('查询是否已在他处受助'));
      await expectShown(page.getByText('没有：本人及家庭成员目前没有在其他中心建档'));
      await caseworker.picture('27-elsewhere');
      await caseworker.tab('认定');
      await caseworker.picture('28-eligibility');
      await caseworker.act('保存认定');
      await caseworker.act(
        '申请改变结论',
        async () => {
          await hand.choose('拟认定为', '特困职工');
          await hand.type(hand.field('理由（不少于 10 字）'), '户主终末期肾病长期透析，全家收入不抵自付医疗费。');
          await caseworker.picture('29-override');
        },
        '确定',
      );
      await expectWaits(caseworker, '由审核人办理');
      await expectWaits(caseworker, '改变结论的申请待审批人（分管主席）同意');
      await caseworker.picture('30-override-asked');
      approver = await seat('manager01');
      await approver.find(family.holder.name);
      await approver.picture('31-approver');
      await approver.tab('认定');
      await approver.act('同意改变结论', () => approver.picture('32-agree'), '确定');
    });

    it('is reviewed by another, and hangs on the wall without its name', async () => {
      reviewer = await seat('reviewer01');
      await reviewer.find(family.holder.name);
      await expectOwn(reviewer, '复审');
      await reviewer.act('复审', () => reviewer.picture('33-review'));
      await expectStatus(reviewer, '复审通过');
      await expectOwn(reviewer, '公示');
      const { page, hand } = reviewer;
      await reviewer.act('公示', async () => {
        await hand.type(hand.field('异议受理电话'), '0512-65221234');
        await hand.type(hand.field('张贴地点'), '市职工服务中心公告栏');
        await reviewer.picture('34-notice');
      });
      await expectStatus(reviewer, '公示中');
      await reviewer.picture('35-on-notice');
      await hand.click(hand.link('公示栏'));
      const poster = page.locator('article', { hasText: maskPersonName(family.holder.name) }).filter({ hasText: '公示至' });
      await expectShown(poster);
      await reviewer.picture('36-board');
      expect(await page.locator('body').innerText()).not.toContain(family.holder.name);
      noticeEnds = /公示至 (\d{4}-\d\d-\d\d)/.exec(await poster.first().innerText())![1]!;
    });

    it('is not approved while anybody may still object', async () => {
      await approver.again();
      await expectStatus(approver, '公示中');
      await expectWaits(approver, `公示或告知期至${noticeEnds}止，期满后才能办理。请于次日办理。`);
      await expectButtonSaysWhy(approver, '批准', /期满后才能办理/);
      await approver.picture('37-too-early');
    });

    it('is approved the day after, and goes on file with its certificate', async () => {
      const days =
        Math.round((Date.parse(noticeEnds) - Date.parse(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))) / 86_400_000) + 1;
      later = await world.later(days);
      const now = new Date(Date.now() + days * 86_400_000);
      approver = await seat('manager01', later.url, now);
      await approver.find(family.holder.name);
      await expectOwn(approver, '批准');
      await approver.act('批准');
      await expectStatus(approver, '已批准');
      await expectOwn(approver, '建档');
      await approver.act('建档');
      await expectStatus(approver, '在档');
      await approver.picture('38-on-file');
      caseworker = await seat('aid01', later.url, now);
      await caseworker.find(family.holder.name);
      const { page, hand } = caseworker;
      await caseworker.tab('证件与帮扶');
      await caseworker.picture('39-certificate');
      const number = (await page.getByRole('region', { name: '特困证' }).locator('tbody .number').first().innerText()).trim();
      await hand.click(hand.button(/^打印/));
      await caseworker.picture('40-print-menu');
      await hand.click(page.getByRole('menuitem', { name: '特困职工证' }));
      const card = page.locator('article[data-form=certificate]');
      await card.waitFor();
      await caseworker.picture('41-print');
      expect(await card.innerText()).not.toContain(family.holder.name);
      await hand.click(hand.button('显示完整信息'));
      await hand.click(hand.button('打印存档'));
      await expectShown(card.getByText(family.holder.name));
      expect(await card.innerText()).toContain(number);
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
      await caseworker.picture('42-print-in-full');
      const address = await readCode(page);
      expect(address.startsWith(`${later.url}/verify/`)).toBe(true);
      const stranger = await sitDown(world.browser, later.url);
      await stranger.page.goto(address);
      await expectShown(stranger.page.getByText('证件有效'));
      const told = await stranger.page.locator('body').innerText();
      expect(told).toContain(number.slice(-3));
      for (const secret of [number, family.holder.name.slice(0, 2)]) expect(told).not.toContain(secret);
      expect(stranger.faults).toEqual([]);
      await stranger.close();
    });

    it('takes eight minutes at most, without a fault on any page', () => {
      const seconds = Math.round((Date.now() - begun) / 1000);
      const interactions = desks.reduce((sum, { hand }) => sum + hand.count, 0);
      tell(`known person to printed certificate: ${interactions} interactions by ${desks.length} sittings, ${seconds} s`);
      expect(seconds).toBeLessThanOrEqual(BUDGET);
      expect(desks.flatMap(({ sitting }) => sitting.faults)).toEqual([]);
    });
  });
}

/** The clerk at the window took the person’s name and number some other day. */
async function knownAlready(world: World, { name, id, phone }: Family['holder']): Promise<void> {
  const sitting = await sitDown(world.browser, world.url);
  await signIn(sitting, world.url, 'window01');
  const hand = new Hand(sitting.page);
  await sitting.page.goto(`${world.url}/people/new`);
  await hand.type(hand.field('姓名'), name);
  await hand.type(hand.field('身份证号'), id);
  await hand.type(hand.field('联系电话'), phone);
  await hand.click(hand.button('建立档案'));
  await sitting.page.waitForURL(/people\/[0-9a-f-]{36}$/);
  await sitting.close();
}
