/** What a person does at a page, counted: each click, each field filled, each key pressed on its own is one. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export class Hand {
  count = 0;

  constructor(readonly page: Page) {}

  async click(place: Locator): Promise<void> {
    this.count += 1;
    await place.click();
  }

  /** Typing into a field is one, however long the text. */
  async type(place: Locator, text: string): Promise<void> {
    this.count += 1;
    await place.fill(text);
  }

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(key);
  }

  /** An entry of a select: opened, and pressed. */
  async choose(label: string, text: string): Promise<void> {
    await this.click(this.field(label));
    const entries = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await this.click(entries.filter({ has: this.page.getByText(text, { exact: true }) }).first());
  }

  /** An entry of a plain select, as the arrow keys choose it. */
  async pick(place: Locator, text: string): Promise<void> {
    this.count += 1;
    await place.selectOption({ label: text });
  }

  /** A file, chosen from the disk. */
  async give(place: Locator, paper: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    this.count += 1;
    await place.setInputFiles(paper);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).last();
  }

  /** One entry of the list that a select has just opened. */
  option(text: string | RegExp): Locator {
    return this.page.locator('.ant-select-item-option', { hasText: text }).first();
  }

  tick(label: string): Locator {
    return this.page.getByRole('checkbox', { name: label, exact: true });
  }
}

/** It is on the page, or comes to be within the page's patience. */
export async function expectShown(place: Locator): Promise<void> {
  await expect.poll(() => place.first().isVisible(), { timeout: 30_000 }).toBe(true);
}

/** A figure that the budget of a day is measured by, for whoever reads the run. */
export const tell = (what: string): void => void process.stdout.write(`    ${what}\n`);
