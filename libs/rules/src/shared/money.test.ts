import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { capitalYuan, fen, fenFromYuan, formatWan, formatYuan, parseYuan, shareOf, sumFen } from './money.js';

describe('an amount of money', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    ['1,234.56', 123_456],
    ['12,000元', 1_200_000],
    ['￥12,000.00', 1_200_000],
    ['¥ 12 000.00', 1_200_000],
    ['１２.５', 1250],
    ['1.2万', 1_200_000],
    ['68.05万元', 68_050_000],
    ['-5.00', -500],
    ['5.000', 500],
    ['-0', 0],
  ])('reads %s', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  it.each(['', '元', '待核定', '约三千', '12.345', '1,23', '1.2.3', '3.2E+17', '12,0000', '99999999999999999'])(
    'does not guess at %s',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(parseYuan(formatYuan(amount))).toBe(amount);
      }),
    );
  });

  it('writes yuan and ten thousands', () => {
    expect([0, 5, 100, 123_456, 100_000_000, -123_456].map(formatYuan)).toEqual([
      '0.00',
      '0.05',
      '1.00',
      '1,234.56',
      '1,000,000.00',
      '-1,234.56',
    ]);
    expect([68_050_000, 41_295_000, 3_512_860_000, 4_999, 5_000].map(formatWan)).toEqual(['68.05', '41.30', '3,512.86', '0.00', '0.01']);
  });

  it.each([
    [1.005, 101],
    [0.145, 15],
    [1.004999, 100],
    [-1.005, -101],
    [35_739_838.4, 3_573_983_840],
    [0, 0],
    [1e-9, 0],
  ])('takes %d yuan of a spreadsheet half up', (yuan, amount) => {
    expect(fenFromYuan(yuan)).toBe(amount);
  });

  it('shares half up, without a float in between', () => {
    expect([shareOf(1, 1, 2), shareOf(-1, 1, 2), shareOf(100, 1, 3), shareOf(200, 1, 3), shareOf(9_007_199_254_740_991, 3, 3)]).toEqual([
      1, -1, 33, 67, 9_007_199_254_740_991,
    ]);
    expect(() => shareOf(1, 1, 0)).toThrow(RangeError);
  });

  it('fails loudly rather than lose a fen', () => {
    expect(() => fen(0.1)).toThrow(RangeError);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(sumFen([1, 2, 3])).toBe(6);
    expect(sumFen([])).toBe(0);
  });

  it.each([
    [0, '零元整'],
    [100, '壹元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [105, '壹元零伍分'],
    [1050, '壹拾元伍角整'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [10_000_000, '壹拾万元整'],
    [10_700_053, '壹拾万零柒仟元伍角叁分'],
    [1_000_000_100, '壹仟万零壹元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [12_000_000_000_000, '壹仟贰佰亿元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [120_000_000_000_000, '壹万贰仟亿元整'],
    [-500, '负伍元整'],
  ])('%i fen is %s', (amount, capital) => {
    expect(capitalYuan(amount)).toBe(capital);
  });
});
