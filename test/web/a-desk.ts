/** Somebody at the desk with a hardship file open: where it stands, what the page says comes next, and its dialogs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { signIn, sitDown, type Sitting } from './a-browser.js';
import { expectShown, Hand } from './a-hand.js';

/** Pictures of the main stages, where somebody wants to look at them. */
const pictures = process.env['BANGFU_STORY'];

export class Desk {
  readonly hand: Hand;

  private constructor(
    readonly sitting: Sitting,
    readonly url: string,
  ) {
    this.hand = new Hand(sitting.page);
  }

  /** In a browser profile of their own, signed in; on a later day their machine's clock shows that day too. */
  static async of(browser: Browser, url: string, username: string, now?: Date): Promise<Desk> {
    const sitting = await sitDown(browser, url);
    if (now) await sitting.page.context().clock.setSystemTime(now);
    await signIn(sitting, url, username);
    return new Desk(sitting, url);
  }

  get page() {
    return this.sitting.page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** As people come to a file that somebody else works on: through the list, by its number or the applicant’s name. */
  async find(name: string): Promise<void> {
    const { page, hand } = this;
    await hand.click(hand.link('困难职工'));
    await page.waitForURL('**/hardship-files**');
    await hand.type(page.getByPlaceholder('姓名、档案号、证号'), name);
    await hand.press('Enter');
    await hand.click(page.locator('tr:only-child [data-key-link]'));
    await page.waitForURL(/hardship-files\/[0-9a-f-]{36}/);
    await this.next.waitFor();
  }

  /** What somebody else has done meanwhile. */
  async again(): Promise<void> {
    this.hand.count += 1;
    await this.page.reload();
    await this.next.waitFor();
  }

  async tab(name: string): Promise<void> {
    await this.hand.click(this.page.getByRole('tab', { name: new RegExp(`^${name}`) }));
  }

  async confirm(name: string): Promise<void> {
    await this.hand.click(this.dialog.getByRole('button', { name, exact: true }));
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The button of a section or of the page’s head, its dialog filled in and sent. */
  async act(name: string, fill: () => Promise<void> = async () => undefined, confirm = name): Promise<void> {
    await this.hand.click(this.hand.button(name).first());
    await this.dialog.waitFor();
    // It grows for a fifth of a second: no hand is quicker, and a press between two of its sizes would be lost.
    await this.page.waitForTimeout(300);
    await fill();
    await this.confirm(confirm);
  }

  get next(): Locator {
    return this.page.locator('article [role=note]').filter({ hasText: /下一步|在档/ });
  }

  async picture(name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await this.page.waitForTimeout(350);
    await this.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
  }
}

export async function expectStatus(desk: Desk, status: string): Promise<void> {
  await expect.poll(() => desk.page.locator('article h1 [data-tone]').innerText(), { timeout: 30_000 }).toBe(status);
}

/** It is theirs: the page says so, and the button that it names stands open. */
export async function expectOwn(desk: Desk, button: string): Promise<void> {
  await expectShown(desk.next.filter({ hasText: `现在可由您办理：点右上角“${button}”。` }));
  expect(await desk.hand.button(button).first().isEnabled()).toBe(true);
}

/** It is not, or not yet: the page says whose it is, or why not and what to do. */
export async function expectWaits(desk: Desk, reason: string): Promise<void> {
  await expectShown(desk.next.filter({ hasText: reason }));
  expect(await desk.next.getAttribute('data-ready')).toBe('false');
}

/** What comes next stands there before it can be done; marked as closed, and whoever presses it all the same learns why. */
export async function expectButtonSaysWhy({ page, hand }: Desk, button: string, why: RegExp): Promise<void> {
  const closed = hand.button(button).first();
  expect(await closed.getAttribute('aria-disabled')).toBe('true');
  await closed.click({ force: true });
  await expectShown(page.locator('.ant-popover').getByText(why));
  await page.keyboard.press('Escape');
}
