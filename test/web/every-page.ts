/** Each page in both languages: nothing cut off, nothing that shuts out whoever does not see well, and a picture for the docs. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, sitDown, type Language, type Sitting } from './a-browser.js';
import type { World } from './world.js';

interface Visit {
  name: string;
  as: string;
  /** Where it is; first row of a list where it ends in ›. */
  path: string;
  act?: (page: Page) => Promise<void>;
  /** Kept as a picture in docs/screenshots, in this language. */
  picture?: Language | 'both';
}

const press =
  (name: RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();

/** From a hardship file to the person it belongs to: a record with something in every part. */
async function holder(page: Page): Promise<void> {
  await page.locator('main dl a').first().click();
  await page.waitForURL(/people\//);
  await settled(page);
}

const visits: Visit[] = [
  { name: 'workbench', as: 'manager01', path: '/', picture: 'both' },
  { name: 'disputes', as: 'manager01', path: '/disputes', picture: 'both' },
  { name: 'dispute', as: 'reviewer01', path: '/disputes?view=open›', picture: 'both' },
  { name: 'why-this-date', as: 'reviewer01', path: '/disputes?view=open›', act: press(/^(依据|Why) · /), picture: 'zh' },
  { name: 'new-dispute', as: 'window01', path: '/disputes/new', picture: 'zh' },
  { name: 'mass-incidents', as: 'manager01', path: '/mass-incidents' },
  { name: 'petitions', as: 'petition01', path: '/petitions', picture: 'zh' },
  { name: 'petition', as: 'petition01', path: '/petitions?view=open›', picture: 'zh' },
  { name: 'petition-dialog', as: 'petition01', path: '/petitions?status=registered›', act: press(/^(受理|Accept)$/) },
  { name: 'new-petition', as: 'window01', path: '/petitions/new', picture: 'zh' },
  { name: 'people', as: 'window01', path: '/people' },
  { name: 'person', as: 'aid01', path: '/hardship-files›', act: holder, picture: 'zh' },
  { name: 'new-person', as: 'window01', path: '/people/new' },
  { name: 'employers', as: 'window01', path: '/employers' },
  { name: 'employer', as: 'window01', path: '/employers›' },
  { name: 'mediation-bodies', as: 'reviewer01', path: '/mediation-bodies' },
  { name: 'hardship-register', as: 'aid01', path: '/hardship-files', picture: 'zh' },
  { name: 'hardship-file', as: 'aid01', path: '/hardship-files›', picture: 'zh' },
  { name: 'visits', as: 'aid01', path: '/visits' },
  { name: 'reviews', as: 'aid01', path: '/hardship-reviews', picture: 'zh' },
  { name: 'file-review', as: 'aid01', path: '/hardship-reviews›' },
  { name: 'pairings', as: 'aid01', path: '/pairings', picture: 'zh' },
  { name: 'helped-elsewhere', as: 'aid01', path: '/elsewhere-questions?view=asked' },
  { name: 'candidates', as: 'aid01', path: '/candidates', picture: 'zh' },
  { name: 'candidate', as: 'reviewer01', path: '/candidates›', picture: 'zh' },
  { name: 'close-candidate', as: 'reviewer01', path: '/candidates›', act: press(/^(办结|Close)$/) },
  { name: 'coverage', as: 'manager01', path: '/coverage', picture: 'both' },
  { name: 'coverage-rows', as: 'manager01', path: '/coverage', act: press(/^(合计 在档|Total On file) /) },
  { name: 'payments', as: 'aid01', path: '/disbursements' },
  { name: 'legal-aid', as: 'legal01', path: '/legal-aid' },
  { name: 'imports', as: 'statistician01', path: '/imports' },
  { name: 'import', as: 'statistician01', path: '/imports›', picture: 'both' },
  { name: 'reports', as: 'manager01', path: '/reports' },
  { name: 'users', as: 'security01', path: '/users' },
  { name: 'user', as: 'security01', path: '/users›' },
  { name: 'roles', as: 'security01', path: '/roles', picture: 'zh' },
  { name: 'organisations', as: 'centre01', path: '/organisations', picture: 'zh' },
  { name: 'calendar', as: 'window01', path: '/calendar?year=2026', picture: 'zh' },
  { name: 'audit', as: 'audit01', path: '/audit', picture: 'zh' },
  { name: 'system', as: 'system01', path: '/system', picture: 'zh' },
  { name: 'my-account', as: 'window01', path: '/me' },
];

/** Taken anew where BANGFU_SCREENSHOTS is set: a test run by itself changes no file of the project. */
const pictures = process.env['BANGFU_SCREENSHOTS'] ? resolve('docs/screenshots') : undefined;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

export function everyPage(world: World): void {
  describe.each(['zh', 'en'] as const)('every page in %s', (language) => {
    const seats = new Map<string, Sitting>();
    beforeAll(() => pictures && mkdirSync(pictures, { recursive: true }));
    afterAll(() => Promise.all([...seats.values()].map((sitting) => sitting.close())));

    const seatOf = async (username: string): Promise<Sitting> => {
      const taken = seats.get(username);
      if (taken) return taken;
      const sitting = await sitDown(world.browser, world.url, language);
      await signIn(sitting, world.url, username, language);
      seats.set(username, sitting);
      return sitting;
    };

    it('sign-in', async () => {
      const sitting = await sitDown(world.browser, world.url, language);
      await sitting.page.goto(`${world.url}/sign-in`);
      await sitting.page.locator('[name=username]').waitFor();
      await expectFit(sitting, language, { name: 'sign-in', as: '', path: '/sign-in', picture: 'both' });
      await sitting.close();
    });

    it.each(visits)('$name', async (visit) => {
      const sitting = await seatOf(visit.as);
      const { page } = sitting;
      sitting.faults.length = 0;
      await page.goto(`${world.url}${visit.path.replace('›', '')}`);
      await settled(page);
      if (visit.path.endsWith('›')) {
        await page.locator('[data-key-link]').first().click();
        await page.locator('article').waitFor();
        await settled(page);
      }
      await visit.act?.(page);
      if (visit.act) await page.waitForTimeout(400);
      await expectFit(sitting, language, visit);
    });

    it('report', async () => {
      const sitting = await seatOf('manager01');
      await sitting.page.goto(world.reportUrl);
      await sitting.page.locator('figure svg').first().waitFor();
      await expectFit(sitting, language, { name: 'report', as: 'manager01', path: '', picture: 'both' });
    });
  });
}

async function settled(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('main [role=status]:has(.unseen)').first().waitFor({ state: 'detached' });
}

async function expectFit({ page, faults }: Sitting, language: Language, { name, picture }: Visit): Promise<void> {
  expect(faults).toEqual([]);
  const wider = await page.evaluate(
    'Math.max(document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll("main")].map((m) => m.scrollWidth - m.clientWidth))',
  );
  expect(wider, 'scrolls sideways').toBeLessThanOrEqual(0);
  const text = (await page.evaluate('document.body.innerText')) as string;
  expect(/\b(undefined|null|NaN|\[object Object\])\b/.exec(text)?.[0], 'shows a value that is none').toBeUndefined();
  expect(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(text)?.[0], 'shows an id').toBeUndefined();
  await page.evaluate(axe);
  const violations = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )) as Violation[];
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 200))
          .join(' | ')}`,
    ),
  ).toEqual([]);
  if (pictures && (picture === 'both' || picture === language)) {
    await page.screenshot({ path: resolve(pictures, `${name}${language === 'en' ? '-en' : ''}.png`), animations: 'disabled' });
  }
}
