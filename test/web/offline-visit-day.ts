/**
 * A visitor's day in a real browser: the form is taken along, the network goes, the form is filled over three sittings with the page
 * reloaded and the browser closed in between, while a colleague fills in the same form at the office; then the network returns.
 * Tells what was found and judges nothing: the browser test and the proof do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#rules/access/demo-accounts';
import type { VisitForm } from '#rules/hardship/visits/merge-visit';
import type { TestDatabase } from '../support/database.js';
import { BROWSER } from './a-browser.js';
import { keptOnDevice, onDevice, type DeviceSearch } from './device-storage.js';

export interface Scene {
  url: string;
  db: TestDatabase;
  browser: Browser;
  fileId: string;
  carrier: string;
  colleague: string;
  childName: string;
  /** what must be found nowhere on the device: names, numbers, words of illness */
  planted: readonly string[];
  /** takes something away, to see that it is missed */
  control?: Control | undefined;
  picture?: (page: Page, name: string) => Promise<void>;
}
export const controls = {
  plain: 'nothing is sealed on the device',
  'last-wins': 'whoever uploads last claims to have seen everything',
} as const;
export type Control = keyof typeof controls;

export interface Day {
  visitId: string;
  /** how often the page was opened without network */
  openings: number;
  /** what stood in the form after each opening, when it should */
  keptBetween: boolean[];
  unreachable: boolean;
  lamps: string[];
  conflictsShown: string[];
  sidesShown: string[];
  answersLost: number;
  /** the session had run out: the page said so, and nothing was uploaded before one had signed in again */
  signedInAgain: boolean;
  /** signing out with something unsent asked first */
  askedBeforeLeaving: boolean;
  stored: VisitForm;
  photos: number;
  search: DeviceSearch;
  /** visits on the device after completing, databases after signing out */
  left: { visits: number; databases: number };
  faults: string[];
}

const PHONE = { width: 390, height: 844 };
const field = (page: Page, name: string): Locator => page.locator(`[data-field=${name}]`);
const fill = (page: Page, name: string, text: string): Promise<void> => field(page, name).locator('input, textarea').first().fill(text);
const press = (page: Page, name: string, text: string): Promise<void> =>
  field(page, name).getByRole('button', { name: text, exact: true }).click();
/** Waits for the lamp to say so, and tells its words of that moment: the next it may be saving again. */
const untilLamp = (page: Page, state: string): Promise<string> =>
  page.locator(`main [data-state=${state}]`).first().innerText({ timeout: 60_000 });

async function enter(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await typeCredentials(page, username);
  await page.waitForURL(`${url}/`);
}

async function typeCredentials(page: Page, username: string): Promise<void> {
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', DEMO_PASSWORD);
  await page.keyboard.press('Enter');
}

export async function aVisitorsDay(scene: Scene): Promise<Day> {
  const { url, db, fileId, control } = scene;
  const profile = mkdtempSync(join(tmpdir(), 'bangfu-visit-'));
  const faults: string[] = [];
  let context: BrowserContext | undefined;
  const open = async (path: string, offline: boolean): Promise<Page> => {
    context = await chromium.launchPersistentContext(profile, {
      ...BROWSER,
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      offline,
    });
    if (control === 'plain') await context.addInitScript(UNSEALED);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(`${url}/`)) faults.push(`asked ${request.url()}`);
    });
    await page.goto(`${url}${path}`);
    return page;
  };
  const lamps: string[] = [];
  const keptBetween: boolean[] = [];
  const holds = async (page: Page, name: string, text: string): Promise<void> => {
    await field(page, name).waitFor();
    keptBetween.push((await field(page, name).locator('input, textarea').first().inputValue()) === text);
  };
  try {
    // In the morning, at the office.
    let page = await open('/sign-in', false);
    await enter(page, url, scene.carrier);
    await page.goto(`${url}/hardship-files/${fileId}/visit`);
    await page.getByRole('button', { name: '建档前入户' }).click();
    await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
    const visitId = page.url().split('/').at(-1)!;
    await page.getByRole('button', { name: '带出填写' }).click();
    await field(page, 'metName').waitFor();

    // The network goes. First family, first rooms.
    await page.context().setOffline(true);
    const unreachable = (await page.evaluate(`fetch('/api/session').then(() => false, () => true)`)) as boolean;
    await field(page, 'visitedOn').getByRole('button', { name: '今天' }).click();
    await press(page, 'place', '家中');
    await fill(page, 'metName', '令狐明月');
    await press(page, 'metRelation', '配偶');
    await press(page, 'present', scene.childName);
    await fill(page, 'livingTogether', '3');
    await press(page, 'housing', '租房');
    await press(page, 'housingState', '简陋');
    await fill(page, 'rentFen', '1,250.50');
    lamps.push(await untilLamp(page, 'waiting'));
    await scene.picture?.(page, 'offline-visit');

    // The page is loaded again where there is no network.
    await page.reload();
    await holds(page, 'metName', '令狐明月');
    await press(page, 'vehicle', '无');
    await fill(page, 'incomeToldFen', '2100');
    await press(page, 'illness', '是');
    await fill(page, 'illnessNote', '户主慢性肾功能衰竭，每周透析三次');
    await press(page, 'disability', '否');
    await untilLamp(page, 'waiting');
    await page.context().close();

    // Meanwhile a colleague at the office fills in other fields, and one that was filled in here too.
    const askedBeforeLeaving = await atTheOffice(scene, visitId);

    // At noon: the browser was closed; it opens without network.
    page = await open('/visits', true);
    await page.locator(`a[href="/visits/${visitId}"]`).click();
    await holds(page, 'illnessNote', '户主慢性肾功能衰竭，每周透析三次');
    await fill(page, 'pupils', '1');
    await press(page, 'neighbours', '与申报一致');
    await press(page, 'needs', '医疗救助');
    await press(page, 'needs', '助学');
    await fill(page, 'needsNote', '希望减轻透析费用');
    await page.locator('input[type=file]').setInputFiles({ name: 'home.png', mimeType: 'image/png', buffer: PHOTO });
    await page.getByAltText(/第 1 张照片/).waitFor();
    await press(page, 'conclusion1', '情况属实');
    await press(page, 'conclusion2', '情况属实');
    await fill(page, 'visitor2', '周宁');
    await fill(page, 'signedBy', '令狐明月');
    await sign(page);
    await untilLamp(page, 'waiting');
    await page.context().close();

    // In the evening, still without network: everything is there, and nothing of it in plain.
    page = await open(`/visits/${visitId}`, true);
    await holds(page, 'needsNote', '希望减轻透析费用');
    await field(page, 'signature').locator('img').waitFor();
    lamps.push(await untilLamp(page, 'waiting'));
    const search = await onDevice(page, profile, scene.planted, visitId);

    // Back at the office. The first answer is lost on its way; what was sent goes again.
    const answersLost = await loseOneAnswer(page.context(), db, visitId, control);
    await db.owner.query(`UPDATE session SET revoked_at = now() WHERE user_id = (SELECT id FROM "user" WHERE username = $1)`, [
      scene.carrier,
    ]);
    await page.context().setOffline(false);
    await page.getByText('登录已过期').waitFor();
    const nothingSent = answersLost() === 0;
    await page.getByRole('link', { name: '重新登录' }).click();
    await typeCredentials(page, scene.carrier);
    await page.waitForURL(`${url}/visits/${visitId}`);
    lamps.push(await untilLamp(page, 'synced'));
    const conflicts = page.locator('[data-conflict]');
    const conflictsShown = await conflicts.evaluateAll((all) =>
      all.map((one) => (one as unknown as { dataset: { conflict: string } }).dataset.conflict),
    );
    const sidesShown = await conflicts.locator('blockquote').allInnerTexts();
    await scene.picture?.(page, 'visit-conflict');
    if (conflictsShown.length > 0) {
      await conflicts.first().getByRole('button', { name: '采用这一份' }).last().click();
      await conflicts.first().waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '填写完成' }).click();
    await page.waitForURL(`${url}/visits`);
    await page.getByText('本机内容已抹去').waitFor();
    await page.getByRole('heading', { name: '本机带出 0 份' }).waitFor();
    const visits = await keptOnDevice(page);
    await page.goto(`${url}/`);
    await page.getByRole('button', { name: /陈安/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(`${url}/sign-in`);
    const databases = (await page.evaluate('indexedDB.databases().then((all) => all.length)')) as number;
    await page.context().close();
    const { stored, photos } = await whatIsStored(db, visitId);
    return {
      visitId,
      openings: keptBetween.length,
      keptBetween,
      unreachable,
      lamps,
      conflictsShown,
      sidesShown,
      answersLost: answersLost(),
      signedInAgain: nothingSent,
      askedBeforeLeaving,
      stored,
      photos,
      search,
      left: { visits, databases },
      faults,
    };
  } finally {
    await context?.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The colleague: first with uploads that fail, and a sign-out that would lose them; then as usual. */
async function atTheOffice({ browser, url, colleague }: Scene, visitId: string): Promise<boolean> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await enter(page, url, colleague);
  await page.goto(`${url}/visits/${visitId}`);
  await page.getByRole('button', { name: '带出填写' }).click();
  await context.route('**/merge', (route) => route.abort());
  await fill(page, 'floorArea', '46.5');
  await untilLamp(page, 'waiting');
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: '周宁' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByText('本机还有 1 项走访内容没有上传').waitFor();
  const asked = new URL(page.url()).pathname === '/';
  await context.unroute('**/merge');
  await page.getByRole('button', { name: '去上传' }).click();
  await page.locator(`a[href="/visits/${visitId}"]`).click();
  await fill(page, 'neighboursNote', '邻居称其丈夫常年透析');
  await fill(page, 'opinion2', '建议尽快认定');
  await press(page, 'illness', '是');
  await fill(page, 'illnessNote', '尿毒症，透析');
  await untilLamp(page, 'synced');
  await context.close();
  return asked;
}

async function sign(page: Page): Promise<void> {
  const pad = page.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 40);
  await page.mouse.down();
  for (const [x, y] of [[90, 90], [150, 30], [210, 95], [270, 50]] as const) await page.mouse.move(box.x + x, box.y + y, { steps: 4 }); // prettier-ignore
  await page.mouse.up();
  await page.getByText('已签字').waitFor();
}

/** The server takes the first upload and its answer never arrives. */
async function loseOneAnswer(context: BrowserContext, db: TestDatabase, visitId: string, control?: Control): Promise<() => number> {
  let lost = 0;
  await context.route('**/api/hardship-visits/*/merge', async (route) => {
    const body = JSON.parse(route.request().postData() ?? '{}') as { fields: { base: number }[] };
    if (control === 'last-wins') {
      const { rows } = await db.owner.query<{ version: number }>('SELECT version FROM hardship_visit WHERE id = $1', [visitId]);
      for (const one of body.fields) one.base = rows[0]!.version;
    }
    const answer = await route.fetch({ postData: JSON.stringify(body) });
    if (lost > 0 || body.fields.length === 0) return route.fulfill({ response: answer });
    lost += 1;
    return route.abort('connectionreset');
  });
  return () => lost;
}

async function whatIsStored({ owner, secrets }: TestDatabase, visitId: string): Promise<{ stored: VisitForm; photos: number }> {
  const { rows } = await owner.query<{ form: Buffer; version: number; photos: number }>(
    `SELECT v.form_cipher AS form, v.version, (SELECT count(*)::int FROM attachment a WHERE a.subject_id = v.file_id AND a.kind = 'visit-photo' AND a.removed_at IS NULL) AS photos FROM hardship_visit v WHERE v.id = $1`,
    [visitId],
  );
  const { form, version, photos } = rows[0]!;
  return { stored: { ...(JSON.parse(secrets.open(form)) as VisitForm), version }, photos };
}

/** The control `plain`: the browser seals nothing, and opens what was never sealed. */
const UNSEALED = `for (const name of ['encrypt', 'decrypt']) crypto.subtle[name] = async (_, __, bytes) => (bytes instanceof ArrayBuffer ? bytes : bytes.slice().buffer);`;
/** Eight by six dots. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAoUlEQVR4nAGWAGn/AAAHDhUcIyoxOD9GTVRbYmlwd36FjJOaoQAfJi00O0JJUFdeZWxzeoGIj5adpKuyucAAPkVMU1phaG92fYSLkpmgp661vMPK0djfAF1ka3J5gIeOlZyjqrG4v8bN1Nvi6fD3/gB8g4qRmJ+mrbS7wsnQ197l7PP6AQgPFh0Am6KpsLe+xczT2uHo7/b9BAsSGSAnLjU8nitK4YrZy20AAAAASUVORK5CYII=',
  'base64',
);
