import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compared, figureCell, named, say, unboundDigits, type ReportDocument } from './document.js';
import type { Figure } from './figures.js';
import { plainDate } from '../shared/plain-date.js';

const figure = (value: number, unit: Figure['unit'] = '件'): Figure => ({
  key: 'disputes.accepted@2012-03',
  metric: 'disputes.accepted',
  unit,
  value,
  filter: { from: plainDate('2012-03-01'), to: plainDate('2012-03-31'), by: {} },
});
const saying = (...sentences: ReportDocument['sections'][number]['sentences']): ReportDocument => ({
  titleZh: '月报',
  titleEn: 'Report',
  sections: [{ key: 'one', titleZh: '一', titleEn: 'One', sentences, tables: [], charts: [] }],
});
const spoken = (sentence: ReturnType<typeof say>): string =>
  sentence.parts.map((part) => ('text' in part ? part.text : part.figure.text)).join('');

test('a digit that somebody typed is found, whatever its script', () => {
  for (const digit of ['1424件', '１４２４件', '②', '٣', 'Ⅳ', '½']) expect(unboundDigits(saying(say`受理${digit}。`))).toEqual([digit]);
  expect(unboundDigits(saying(say`受理1424件。`))).toEqual(['受理1424件。']);
});

test('a figure, and a name that holds digits of its own, are bound', () => {
  const sentence = say`本月受理${figure(1424)}件，最多的是${named({ zh: '第3建筑公司' })}。`;
  expect(spoken(sentence)).toBe('本月受理1,424件，最多的是第3建筑公司。');
  expect(unboundDigits(saying(sentence))).toEqual([]);
});

test('whatever words stand around a figure, only their own digits are unbound', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 10_000_000 }), (words, value) => {
      const found = unboundDigits(saying(say`${words}${figure(value)}`));
      return found.length === (/\p{N}/u.test(words) ? 1 : 0);
    }),
  );
});

test('money is printed in 万元 with two decimals', () => {
  expect(figureCell(figure(3_512_860_000, '元'))).toEqual({
    key: 'disputes.accepted@2012-03',
    text: '3,512.86',
    value: 3512.86,
    unit: '万元',
  });
});

test('a comparison says up, down or level, and nothing where there is no base', () => {
  const sentence = (now: number, base: number): string => spoken({ parts: compared('同比', figure(now), figure(base)) });
  expect([sentence(112, 100), sentence(96, 100), sentence(100, 100), sentence(5, 0)]).toEqual([
    '同比上升12.0%',
    '同比下降4.0%',
    '同比持平',
    '同比—',
  ]);
});
