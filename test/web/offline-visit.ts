/** A home visit without network: taken along, filled in over a day, merged with what a colleague wrote, the one conflict decided. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateInShanghai } from '#rules/shared/plain-date';
import { tell } from './a-hand.js';
import { aVisitorsDay, type Day } from './offline-visit-day.js';
import { aStage, CHOSEN, expectedForm, OTHER, shortcomings, type Stage } from './offline-visit-scene.js';

const pictures = process.env['BANGFU_SCREENSHOTS'] ? resolve('docs/screenshots') : undefined;

export function offlineVisit(): void {
  describe('a home visit without network', () => {
    let stage: Stage;
    let day: Day;
    beforeAll(async () => {
      stage = await aStage();
      if (pictures) mkdirSync(pictures, { recursive: true });
      const picture = pictures && {
        picture: async (page: { screenshot(to: object): Promise<unknown> }, name: string) =>
          void (await page.screenshot({ path: resolve(pictures, `${name}.png`) })),
      };
      day = await aVisitorsDay({ ...stage.scene, ...picture });
    }, 300_000);
    afterAll(() => stage?.leave());

    it('is filled in without network, over reloads and with the browser closed in between', () => {
      expect(day.unreachable).toBe(true);
      expect(day.keptBetween).toEqual([true, true, true]);
      expect(day.lamps[0]).toMatch(/^待上传 \d+ 项/);
      expect(day.lamps.at(-1)).toMatch(/^已同步/);
    });

    it('shows the one field that two filled in differently, with both sides', () => {
      expect(day.conflictsShown).toEqual(['illnessNote']);
      expect([...day.sidesShown].sort()).toEqual([CHOSEN, OTHER].sort());
    });

    it('is merged without loss, field by field, though an answer was lost on the way', () => {
      expect(shortcomings(day, expectedForm(stage.ids, dateInShanghai(Date.now())))).toEqual([]);
      tell(`visit: ${Object.keys(day.stored.fields).length} fields stored, ${day.openings} openings without network, 1 conflict decided`);
    });

    it('leaves nothing in plain on the device, and nothing at all after signing out', () => {
      expect(day.search.found).toEqual([]);
      expect(day.search).toMatchObject({ seesNumbers: true, keyGivenOut: false });
      expect(day.left).toEqual({ visits: 0, databases: 0 });
    });
  });
}
