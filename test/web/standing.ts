/** What holds on every page: who may see what, what is not there, size, and the policy that forbids foreign scripts. */
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { signIn, sitDown } from './a-browser.js';
import { expectShown, tell } from './a-hand.js';
import type { World } from './world.js';

export function standing(world: World): void {
  describe('the app as a whole', () => {
    it('leads whoever is not signed in to the sign-in page, and back afterwards', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      await page.goto(`${world.url}/petitions?view=open`);
      await page.waitForURL(/\/sign-in\?next=/);
      await page.fill('[name=username]', 'nobody-here');
      await page.fill('[name=password]', 'not the password');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('alert').innerText()).toContain('用户名或密码不正确');
      await page.getByRole('button', { name: '信访专员', exact: true }).click();
      await page.waitForURL(`${world.url}/petitions?view=open`);
      expect(sitting.faults).toEqual([]);
      await sitting.close();
    });

    it('draws no menu for what a role may not read, and says so at the address', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      await signIn(sitting, world.url, 'audit01');
      expect(await page.getByRole('link', { name: '劳动争议', exact: true }).count()).toBe(0);
      await page.goto(`${world.url}/disputes`);
      await page.getByText('您没有查看权限').waitFor();
      await page.goto(`${world.url}/nowhere`);
      await page.getByText('没有这个页面').waitFor();
      await sitting.close();
    });

    it('says that a record is not there, whether it is missing or not ours', async () => {
      const sitting = await sitDown(world.browser, world.url);
      await signIn(sitting, world.url, 'window01');
      await sitting.page.goto(`${world.url}/disputes/00000000-0000-7000-8000-000000000000`);
      await expectShown(sitting.page.getByText('没有这条记录'));
      await sitting.close();
    });

    it('opens its first page with at most 350 kB, compressed', async () => {
      const sitting = await sitDown(world.browser, world.url);
      const { page } = sitting;
      await signIn(sitting, world.url, 'manager01');
      const bodies = new Map<string, Promise<Buffer>>();
      const fresh = await world.browser.newContext({ storageState: await page.context().storageState() });
      const cold = await fresh.newPage();
      cold.on('response', (response) => {
        if (!new URL(response.url()).pathname.startsWith('/api/')) bodies.set(response.url(), response.body());
      });
      await cold.goto(`${world.url}/`);
      await cold.getByRole('heading', { name: /您好/ }).waitFor();
      await cold.waitForLoadState('networkidle');
      const sizes = await Promise.all([...bodies.values()].map(async (body) => gzipSync(await body).length));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      tell(`first page: ${sizes.length} files, ${Math.round(total / 1000)} kB compressed`);
      expect(total).toBeLessThanOrEqual(350_000);
      await fresh.close();
      await sitting.close();
    });

    it('keeps nothing personal in the browser’s storage', async () => {
      const sitting = await sitDown(world.browser, world.url);
      await signIn(sitting, world.url, 'window01');
      await sitting.page.goto(world.disputeUrl);
      await sitting.page.getByRole('heading', { name: '当事人' }).waitFor();
      const kept = await sitting.page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
      expect(JSON.parse(kept as string)).toEqual([{ 'bangfu.language': 'zh' }, {}]);
      await sitting.close();
    });

    it('allows no script but its own', async () => {
      const policy = (await fetch(`${world.url}/`, { headers: { accept: 'text/html' } })).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(/script-src[^;]*unsafe-inline/.test(policy)).toBe(false);
    });
  });
}
