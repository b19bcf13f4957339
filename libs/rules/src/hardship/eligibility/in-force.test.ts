import { describe, expect, it } from 'vitest';
import { addDays, plainDate, type PlainDate } from '../../shared/plain-date.js';
import { endBefore, inForce, spanInForce, type Dated } from './in-force.js';

const row = (from: string, to: string | null, version = 1): Dated => ({
  validFrom: plainDate(from),
  validTo: to === null ? null : plainDate(to),
  version,
});
const first = row('2020-01-01', '2021-12-31');
const open = row('2022-01-01', null);
const next = row('2027-01-01', null, 2);
const corrected = row('2027-01-01', null, 3);

describe('what is in force', () => {
  it.each([
    ['2019-12-31', [first, open], undefined],
    ['2021-12-31', [first, open], first],
    ['2022-01-01', [first, open], open],
    ['2026-12-31', [first, open, next], open],
    ['2027-01-01', [first, open, next], next],
    ['2027-01-01', [next, open], next],
    ['2030-01-01', [corrected, next, open], corrected],
    ['2030-01-01', [next, corrected, open], corrected],
    ['2026-12-31', [next, corrected, open], open],
  ] as [string, Dated[], Dated | undefined][])('on %s of %j is the later beginning, then the newer version', (on, rows, expected) => {
    expect(inForce(rows, plainDate(on))).toBe(expected);
  });

  it('is shown as spans of days that meet and never lie over one another', () => {
    // Published one after the other as publish-policy.ts does: each ends where the row that it follows would have ended.
    const rows: Dated[] = [first, open];
    const publish = (from: string): void => {
      const day = plainDate(from);
      const base = inForce(rows, day);
      rows.push({ validFrom: day, validTo: endBefore(base?.validTo ?? null, rows, day), version: rows.length + 1 });
    };
    for (const day of ['2027-01-01', '2024-06-01', '2027-01-01', '2021-03-01', '2020-01-01', '2030-05-01']) publish(day);
    for (let day: PlainDate = plainDate('2019-12-30'); day < '2031-01-01'; day = addDays(day, 1)) {
      const holding = rows.filter((one) => {
        const span = spanInForce(one, rows);
        return span && span.from <= day && (span.to === null || day <= span.to);
      });
      const decides = inForce(rows, day);
      expect(holding, day).toEqual(decides ? [decides] : []);
    }
  });
});
