import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBrowser } from './a-browser.js';
import { administratorsDay } from './administrators-day.js';
import { caseworkersDay } from './caseworkers-day.js';
import { everyPage } from './every-page.js';
import { hardshipStory } from './hardship-story.js';
import { ledgersThroughThePage } from './ledgers-through-the-page.js';
import { managersDay } from './managers-day.js';
import { mediatorsDay } from './mediators-day.js';
import { offlineVisit } from './offline-visit.js';
import { printedFormsInTheBrowser } from './printed-forms.js';
import { standing } from './standing.js';
import { theCity, type City } from './the-city.js';
import type { World } from './world.js';

const aGivenName = (): string => Array.from({ length: 3 }, () => '云舒雨霁晴岚清漪知微若水安然'[Math.floor(Math.random() * 14)]).join('');

/** One city and one browser for all of it: the days follow each other as they do in an office. */
describe('the web app', () => {
  const world = { disputeUrl: '', reportUrl: '', worker: `上官${aGivenName()}` } as World;
  let city: City;
  beforeAll(async () => {
    city = await theCity();
    world.url = city.url;
    world.later = city.later;
    world.browser = await aBrowser();
  }, 300_000);
  afterAll(async () => {
    await world.browser?.close();
    await city?.leave();
  });

  it('stands', async () => {
    expect((await fetch(`${world.url}/health/ready`)).status).toBe(200);
  });
  caseworkersDay(world);
  mediatorsDay(world);
  managersDay(world);
  administratorsDay(world);
  ledgersThroughThePage(world);
  hardshipStory(world);
  offlineVisit();
  printedFormsInTheBrowser();
  standing(world);
  everyPage(world);
});
