import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#rules/access/demo-accounts';
import { printedForms, type PrintedFormCode } from '#rules/hardship/printed-forms';
import { diskStore } from '#runtime/files/disk-store';
import { anAccount } from '../support/accounts.js';
import { startApi, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree } from '../support/people.js';
import { aBrowser, signIn, sitDown, type Sitting } from './a-browser.js';
import { planted, printedFamilies, type PrintedFamilies } from './printed-forms-scene.js';
import { readCode } from './read-code.js';

/** Every form of a file as it comes out of the printer; the certificate’s code read back from the page and followed by a stranger. */
export function printedFormsInTheBrowser(): void {
  describe('printed forms', () => {
    let folder: string;
    let db: TestDatabase;
    let api: TestApi;
    let families: PrintedFamilies;
    let officer: Sitting;
    let stranger: Sitting;
    let browser: Awaited<ReturnType<typeof aBrowser>>;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'bangfu-prints-'));
      db = await aDatabase();
      const tree = await aTree(db);
      families = await printedFamilies(db, tree.north, { store: diskStore(join(folder, 'files')), mostBytes: 20_000_000 });
      const { username } = await anAccount(db.owner, tree.north, {
        role: 'aid-officer',
        username: 'printer',
        name: '陈安',
        password: DEMO_PASSWORD,
      });
      api = await startApi(db.url, { LOG_LEVEL: 'info', BANGFU_DATA: folder });
      browser = await aBrowser();
      officer = await sitDown(browser, api.url);
      await signIn(officer, api.url, username);
      stranger = await sitDown(browser, api.url);
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await api?.stop();
      await db?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (fileId: string, form: PrintedFormCode): Promise<Page> => {
      const { page } = officer;
      await page.goto(`${api.url}/hardship-files/${fileId}/print/${form}`);
      await page.locator(`article[data-form=${form}]`).waitFor();
      if (form === 'visit') await page.getByText('调查人一：').waitFor();
      return page;
    };

    it.each(['register', 'worksheet', 'visit', 'notice', 'approval', 'certificate', 'refusal'] as const)('%s', async (form) => {
      const page = await open(form === 'refusal' ? families.refused : families.onFile, form);
      const text = await page.locator(`article[data-form=${form}]`).innerText();
      expect(text).toContain(form === 'certificate' ? '特困职工证' : printedForms[form].zh);
      for (const hidden of planted) expect(text).not.toContain(hidden);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const keep = process.env['BANGFU_PRINTS'];
      if (keep) (await import('node:fs')).writeFileSync(join(keep, `${form}.pdf`), pdf);
      // A4 within a point, and at most four pages of it.
      const pages = pagesOf(pdf);
      expect(pages.every(([width, height]) => Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2)).toBe(true);
      expect(pages.length).toBeLessThanOrEqual(4);
    });

    it('in full only for a purpose, and then on record', async () => {
      const page = await open(families.onFile, 'register');
      await page.getByRole('button', { name: '显示完整信息' }).click();
      await page.getByRole('button', { name: '打印存档' }).click();
      await page.getByText('含完整个人信息，请妥善保管，不得外传').waitFor();
      const text = await page.locator('article[data-form=register]').innerText();
      for (const shown of planted) expect(text).toContain(shown);
      const { rows } = await db.owner.query(
        `SELECT count(*)::int AS n FROM audit_entry WHERE type = 'person.revealed' AND details->>'purpose' = '打印存档'`,
      );
      expect(rows[0].n).toBe(3);
    });

    it('a stranger scans the certificate and learns that it is valid, and nothing else', async () => {
      const page = await open(families.onFile, 'certificate');
      const address = await readCode(page);
      expect(address.startsWith(`${api.url}/verify/`)).toBe(true);
      await stranger.page.goto(address);
      await stranger.page.getByText('证件有效').waitFor();
      const text = await stranger.page.locator('main').innerText();
      for (const hidden of [...planted, '单', '苏州煜泓']) expect(text).not.toContain(hidden);
      await stranger.page.goto(`${api.url}/verify/${'x'.repeat(30)}`);
      await stranger.page.getByText('查无此证').waitFor();
      await stranger.page.goto(`${api.url}/verify/short`);
      await stranger.page.getByText('查无此证').waitFor();
    });

    it('on pages without a fault', () => {
      expect([...officer.faults, ...stranger.faults]).toEqual([]);
    });
  });
}

/** Width and height of each page in points. */
function pagesOf(pdf: Buffer): [number, number][] {
  const plain = [pdf.toString('latin1')];
  for (const match of plain[0]!.matchAll(/\/FlateDecode[\s\S]{0,200}?stream\r?\n/g)) {
    try {
      plain.push(inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {
      // not a stream of its own
    }
  }
  return plain.flatMap((text) =>
    [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(([, width, height]): [number, number] => [
      Number(width),
      Number(height),
    ]),
  );
}
