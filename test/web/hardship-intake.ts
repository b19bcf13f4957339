/** The application as it is taken down: the family, its papers, its sheet, all in one sitting with the applicant at the desk. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { aPdf } from '../support/papers.js';
import { expectShown } from './a-hand.js';
import type { Desk } from './a-desk.js';

export interface Family {
  holder: { name: string; id: string; phone: string };
  spouse: { name: string; id: string };
  child: { name: string; born: string };
}
export const BILL = '透析收费票据.pdf';

/** From the number that the applicant shows to a draft, having asked whether they are helped elsewhere. */
export async function draft(desk: Desk, { holder }: Family): Promise<void> {
  const { page, hand } = desk;
  await hand.type(page.getByLabel('身份证号、手机号或姓名'), holder.id);
  await hand.click(page.getByRole('link', { name: '申请困难帮扶' }));
  await page.waitForURL('**/hardship-files/new');
  await hand.click(hand.button('查询是否已在他处受助'));
  await expectShown(page.getByText('没有：本人及家庭成员目前没有在其他中心建档'));
  await hand.choose('主要致困原因', '患重特大疾病');
  await hand.choose('工作状态', '在岗');
  await desk.picture('03-new-application');
  await hand.click(hand.button('起草申请'));
  await page.waitForURL(/hardship-files\/[0-9a-f-]{36}/);
  await desk.next.waitFor();
}

export async function household(desk: Desk, { spouse, child }: Family): Promise<void> {
  const { hand } = desk;
  await desk.act(
    '登记成员',
    async () => {
      await hand.type(hand.field('姓名'), spouse.name);
      await hand.type(hand.field('身份证号'), spouse.id);
      await hand.choose('与户主关系', '配偶');
      await hand.type(hand.field('状况'), '失业');
      await desk.picture('05-member');
    },
    '确定',
  );
  await desk.act(
    '登记成员',
    async () => {
      await hand.type(hand.field('姓名'), child.name);
      await hand.type(hand.field('出生日期'), child.born);
      await hand.press('Enter');
      await hand.choose('性别', '男');
      await hand.choose('与户主关系', '子女');
      await hand.type(hand.field('状况'), '学生');
    },
    '确定',
  );
}

/** The form of the file, what the rule asks of the household, and what they sign. */
export async function form(desk: Desk, { holder }: Family): Promise<void> {
  const { hand } = desk;
  const entry = (label: string): Locator => desk.dialog.locator('.ant-form-item', { hasText: label });
  await desk.act(
    '填写 · 家庭情况（认定所需）',
    async () => {
      await desk.picture('06-circumstances');
      await hand.click(entry('遭遇突发事件、意外伤害或重大疾病').getByText('是', { exact: true }));
      await hand.click(entry('工会会员').getByText('是', { exact: true }));
      await hand.type(entry('家庭住房套数').locator('input'), '1');
      await hand.type(entry('建立（事实）劳动关系的月数').locator('input'), '120');
      await hand.click(hand.button('其余均已问明：否、无'));
      await desk.picture('07-circumstances-answered');
    },
    '确定',
  );
  await desk.act(
    '填写 · 困难职工档案表',
    async () => {
      await hand.choose('婚姻状况', '已婚');
      await hand.choose('健康状况', '终末期肾病');
      await hand.choose('住房类型', '租房');
      await hand.type(hand.field('致困情况说明'), '户主每周透析三次，自付费用高；配偶失业，子女读小学。');
      await desk.picture('08-form');
    },
    '确定',
  );
  await desk.act(
    '登记签字',
    async () => {
      await hand.type(hand.field('监护人姓名'), holder.name);
      await desk.picture('09-consents');
    },
    '确定',
  );
}

/** The bill goes up, the year is reckoned line by line with a voucher each, and the applicant signs what it comes to. */
export async function worksheet(desk: Desk, { holder, child }: Family): Promise<void> {
  const { page, hand } = desk;
  await desk.tab('材料');
  await hand.choose('材料种类', '诊断证明、医疗票据');
  await hand.give(page.locator('input[type=file]'), { name: BILL, mimeType: 'application/pdf', buffer: aPdf('/Bill 1') });
  await expectShown(page.getByRole('table').getByText(BILL));
  await desk.picture('10-papers');
  await desk.tab('收支测算');
  await hand.click(hand.button('开始填写'));
  await page.getByLabel('金额（元） · 第 1 行').waitFor();
  const cell = (what: string, row: number): Locator => page.getByLabel(`${what} · 第 ${row} 行`, { exact: true });
  const line = async (row: number, amount: string, voucher: string): Promise<void> => {
    await hand.type(cell('金额（元）', row), amount);
    await hand.type(cell('凭证', row), voucher);
  };
  await line(1, '1800', '工资流水2026');
  await line(2, '0', '失业登记证0512-3');
  await hand.press('Enter');
  await hand.pick(cell('成员', 3), `${maskPersonName(holder.name)} · 本人`);
  await hand.pick(cell('项目', 3), '医疗自付（报销和其他救助后）');
  await line(3, '62000', BILL);
  await hand.press('Enter');
  await hand.pick(cell('成员', 4), `${maskPersonName(child.name)} · 子女`);
  await hand.pick(cell('项目', 4), '子女学费、住宿费（按公办标准）');
  await line(4, '1200', '学费票据0512-887');
  await desk.picture('11-worksheet');
  await hand.press('Control+s');
  await expectShown(page.getByText(/^已保存 · 测算期/));
  await desk.act('申请人签字', () => desk.picture('12-sign'), '确定');
  await expectShown(page.getByText('待核算', { exact: true }));
}

/** Nobody checks their own reckoning: the button says so to whoever presses it. */
export async function expectNoCheckOfOwn(desk: Desk): Promise<void> {
  const { page, hand } = desk;
  const button = hand.button('核算');
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  // Marked as closed, but a finger presses it all the same: that is how one learns why.
  hand.count += 1;
  await button.click({ force: true });
  await expectShown(page.getByText('此步须由另一人办理：您已办理过本案的前一环节。请交由其他有权限的人员。'));
  await desk.picture('13-own-sheet');
  await hand.press('Escape');
}
