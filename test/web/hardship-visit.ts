/** 《入户调查表》 filled in at the desk on a screen, from the paper that two visitors brought back. */
import type { Locator } from 'playwright-core';
import { expectShown } from './a-hand.js';
import type { Desk } from './a-desk.js';
import type { Family } from './hardship-intake.js';

export async function visitTheFamily(desk: Desk, { spouse, child }: Family, companion: string): Promise<void> {
  const { page, hand } = desk;
  const field = (name: string): Locator => page.locator(`[data-field=${name}]`);
  const fill = (name: string, text: string): Promise<void> => hand.type(field(name).locator('input, textarea').first(), text);
  const press = (name: string, text: string): Promise<void> => hand.click(field(name).getByRole('button', { name: text, exact: true }));
  await desk.picture('20-visit-due');
  await hand.click(desk.next.getByRole('link', { name: '填写入户调查表' }));
  await hand.click(hand.button('建档前入户'));
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
  await desk.picture('21-visit-begun');
  await hand.click(hand.button('带出填写'));
  await press('visitedOn', '今天');
  await press('place', '家中');
  await fill('metName', spouse.name);
  await press('metRelation', '配偶');
  await press('present', child.name);
  await fill('livingTogether', '3');
  await press('housing', '租房');
  await press('housingState', '简陋');
  await press('vehicle', '电动车、自行车');
  await fill('incomeToldFen', '1800');
  await press('illness', '是');
  await fill('illnessNote', '户主终末期肾病，每周透析三次');
  await press('disability', '否');
  await fill('pupils', '1');
  await press('neighbours', '与申报一致');
  await press('needs', '医疗救助');
  await press('needs', '助学');
  await fill('noPhotos', '家属不同意拍照');
  await press('conclusion1', '情况属实');
  await fill('visitor2', companion);
  await press('conclusion2', '情况属实');
  await fill('signedBy', spouse.name);
  await sign(desk);
  await expectShown(page.locator('main [data-state=synced]'));
  await desk.picture('22-visit-filled');
  await hand.click(hand.button('填写完成'));
  await page.waitForURL('**/visits');
  await desk.picture('23-visit-done');
}

async function sign({ page, hand }: Desk): Promise<void> {
  const pad = page.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 40);
  await page.mouse.down();
  for (const [x, y] of [[90, 90], [150, 30], [210, 95], [270, 50]] as const) await page.mouse.move(box.x + x, box.y + y, { steps: 4 }); // prettier-ignore
  await page.mouse.up();
  hand.count += 1;
  await page.getByText('已签字').waitFor();
}
