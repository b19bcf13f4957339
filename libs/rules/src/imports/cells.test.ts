import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divisionReader } from '../shared/identifiers/division.js';
import { dateOfDayNumber, dayNumber, isPlainDate, plainDate } from '../shared/plain-date.js';
import { cellText, DayCell, UNIX_EPOCH, wholeDigits, type FilledCell } from './cell.js';
import type { Read } from './column.js';
import {
  bankCard,
  choice,
  count,
  date,
  documentNumber,
  money,
  name,
  phone,
  readDocumentNumber,
  residentId,
  text,
  year,
} from './column-forms.js';
import { found, quoted, refuses, sentenceOf } from './findings.js';
import { escapeFormula, unescapeFormula } from './formula-escape.js';
import { ledgerKinds } from './ledger-kinds.js';

const around = { today: plainDate('2012-12-31'), district: divisionReader([{ code: '320508', name: '姑苏区', otherNames: ['沧浪区'] }]) };
const forms = {
  date: date('日期', ''),
  money: money('金额', ''),
  count: count('人数', ''),
  year: year('年份', ''),
  id: residentId('身份证号', ''),
  card: bankCard('卡号', ''),
  phone: phone('电话', ''),
};
const read = (form: keyof typeof forms, cell: FilledCell, inWan = false): Read<unknown> =>
  forms[form].read(cell, around, inWan) as Read<unknown>;
const value = (form: keyof typeof forms, cell: FilledCell): unknown => read(form, cell).value;
const code = (form: keyof typeof forms, cell: FilledCell): string | undefined => read(form, cell).finding?.code;

describe('dates', () => {
  test.each<[FilledCell, string]>([
    ['2012.3.5', '2012-03-05'],
    ['2012-3-5', '2012-03-05'],
    ['2012/03/05', '2012-03-05'],
    ['2012年3月5日', '2012-03-05'],
    ['２００３－０８－３１', '2003-08-31'],
    ['2012。3。5', '2012-03-05'],
    ['20120305', '2012-03-05'],
    [20120305, '2012-03-05'],
    ['2012-03-05 10:20:00', '2012-03-05'],
    [' 2012 年 3 月 5 日 ', '2012-03-05'],
    [40948, '2012-02-09'],
    ['40948', '2012-02-09'],
    [40948.75, '2012-02-09'],
    [new DayCell(40948), '2012-02-09'],
    [new DayCell(61), '1900-03-01'],
    ['2012-02-29', '2012-02-29'],
  ])('%j is %s', (cell, expected) => {
    expect(read('date', cell)).toEqual({ value: expected });
  });

  test.each<[string, string]>([
    ['12/3/5', '2012-03-05'],
    ['12-12-21', '2012-12-21'],
    ['12.3.5', '2012-03-05'],
    ['13/1/2', '2013-01-02'],
    ['49-12-31', '1949-12-31'],
  ])('%s has two digits for the year: %s, with a warning', (cell, expected) => {
    expect(read('date', cell)).toMatchObject({ value: expected, finding: { code: 'note.date-two-digit-year' } });
  });

  test.each<[FilledCell, string]>([
    ['3月5日', 'cell.date-unreadable'],
    ['年底', 'cell.date-unreadable'],
    ['不详', 'cell.date-unreadable'],
    ['2012-', 'cell.date-unreadable'],
    ['2012年春', 'cell.date-unreadable'],
    ['2012-3.5', 'cell.date-unreadable'],
    [2012, 'cell.date-unreadable'],
    [-5, 'cell.date-unreadable'],
    [Number.NaN, 'cell.date-unreadable'],
    ['0212-03-05', 'cell.date-unreadable'],
    ['2012-02-30', 'cell.date-impossible'],
    ['2011-02-29', 'cell.date-impossible'],
    ['2012/4/31', 'cell.date-impossible'],
    ['2012-13-01', 'cell.date-impossible'],
    ['2012年2月30日', 'cell.date-impossible'],
  ])('%j is refused', (cell, expected) => {
    expect(code('date', cell)).toBe(expected);
    expect(value('date', cell)).toBeUndefined();
  });

  test('every day is read the same however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(plainDate('1910-01-02')), max: dayNumber(plainDate('2099-12-31')) }), (days) => {
        const day = dateOfDayNumber(days);
        const [y, m, d] = day.split('-').map(Number) as [number, number, number];
        for (const cell of [
          day,
          `${y}.${m}.${d}`,
          `${y}/${m}/${d}`,
          `${y}年${m}月${d}日`,
          day.replaceAll('-', ''),
          days + UNIX_EPOCH,
          new DayCell(days + UNIX_EPOCH),
        ]) {
          expect(value('date', cell)).toBe(day);
        }
      }),
    );
  });
});

describe('amounts', () => {
  test.each<[FilledCell, number]>([
    ['1.2万', 1_200_000],
    ['0.14万', 140_000],
    ['12,000元', 1_200_000],
    ['￥12,000.00', 1_200_000],
    ['¥5', 500],
    ['人民币300元整', 30_000],
    ['１０４０', 104_000],
    [7996.87, 799_687],
    [7996.869999999999, 799_687],
    [0, 0],
    ['3270.00元', 327_000],
  ])('%j is %d fen', (cell, expected) => expect(read('money', cell)).toEqual({ value: expected }));

  test.each<[FilledCell, string]>([
    ['待核定', 'cell.amount-unreadable'],
    ['约三千', 'cell.amount-unreadable'],
    ['约3000', 'cell.amount-unreadable'],
    ['面议', 'cell.amount-unreadable'],
    ['1,2,3', 'cell.amount-unreadable'],
    [new DayCell(40948), 'cell.amount-unreadable'],
    [1e300, 'cell.amount-unreadable'],
    ['90000000000000', 'cell.amount-unreadable'],
    [Number.POSITIVE_INFINITY, 'cell.amount-unreadable'],
    ['-4480', 'cell.amount-negative'],
    [-0.01, 'cell.amount-negative'],
    ['－100元', 'cell.amount-negative'],
  ])('%j is refused', (cell, expected) => {
    expect(code('money', cell)).toBe(expected);
    expect(value('money', cell)).toBeUndefined();
  });

  test('more decimals are rounded, and it is said', () => {
    expect(read('money', 12.345)).toMatchObject({ value: 1235, finding: { code: 'note.amount-rounded' } });
    expect(read('money', '12.344')).toMatchObject({ value: 1234, finding: { code: 'note.amount-rounded' } });
  });

  test('a column in 万元 multiplies what does not name its own unit', () => {
    expect(read('money', 1.5, true)).toEqual({ value: 1_500_000 });
    expect(read('money', '1.5万', true)).toEqual({ value: 1_500_000 });
    expect(read('money', '15000元', true)).toEqual({ value: 1_500_000 });
    // Nothing is rounded before it is multiplied.
    expect(read('money', 1.23456, true)).toEqual({ value: 1_234_560 });
    expect(read('money', '1.23456', true)).toEqual({ value: 1_234_560 });
  });

  test('every fen survives every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const thousands = yuan.replace(/\B(?=(\d{3})+\.)/g, ',');
        for (const cell of [yuan, fen / 100, `￥${thousands}`, `${thousands}元`]) expect(read('money', cell)).toEqual({ value: fen });
      }),
    );
  });
});

describe('counts, years and numbers that are names', () => {
  test.each<[FilledCell, number]>([
    [5, 5],
    ['5人', 5],
    ['１２', 12],
    ['1,200', 1200],
    ['3户', 3],
    ['2.0', 2],
  ])('%j is %d', (cell, expected) => expect(value('count', cell)).toBe(expected));
  test.each<FilledCell>(['数十人', '若干', '5.5', 2.5, -1, '10余人', '一人', 1e9])('%j is no count', (cell) =>
    expect(code('count', cell)).toBe('cell.count-unreadable'),
  );
  test('nobody is no count of persons', () => expect(code('count', 0)).toBe('cell.count-zero'));
  test.each<[FilledCell, number]>([
    [1995, 1995],
    ['1995年', 1995],
    ['1995.5', 1995],
    ['２００５', 2005],
  ])('%j is the year %d', (cell, expected) => expect(value('year', cell)).toBe(expected));
  test.each<FilledCell>(['九五年', '95', 12])('%j is no year', (cell) => expect(code('year', cell)).toBe('cell.year-unreadable'));

  test('an ID kept as a quantity is lost when it is long and good when it is short', () => {
    expect(code('id', Number('320502198610042039'))).toBe('cell.digits-lost');
    expect(code('id', '3.20503E+17')).toBe('cell.digits-lost');
    expect(code('id', '３．２Ｅ＋１７')).toBe('cell.digits-lost');
    expect(value('id', 320524861230194)).toMatchObject({ number: '320524198612301947', original: '320524861230194' });
    expect(code('card', 6.29999e18)).toBe('cell.digits-lost');
    expect(wholeDigits(1e15)).toBeUndefined();
  });

  test('a dash says that there is nothing', () => {
    for (const form of Object.keys(forms) as (keyof typeof forms)[]) {
      for (const dash of ['/', '无', '-', '——', '／']) expect(read(form, dash)).toEqual({});
    }
  });

  test('a phone may be a number, and a wrong one is left out with a warning', () => {
    expect(value('phone', 13400002932)).toBe('13400002932');
    expect(read('phone', '见附表')).toEqual({ finding: found('note.phone-unreadable') });
  });

  test('document numbers lose blanks and bracket shapes', () => {
    for (const typed of [
      '昆劳调字〔2012〕第0001号',
      '昆劳调字[2012]第0001号',
      '昆劳调字（2012） 第0001号',
      '昆劳调字【2012】第０００１号',
      '昆劳调字﹝2012﹞第0001号',
    ]) {
      expect(readDocumentNumber(typed)).toBe('昆劳调字〔2012〕第0001号');
    }
    expect(documentNumber('号', '').read('LM(7)', around, false).value).toBe('LM(7)');
  });
});

describe('texts and choices', () => {
  test('a short column refuses long text, a long one keeps it whole', () => {
    expect(text('单位', '').read('字'.repeat(200), around, false).finding).toBeUndefined();
    expect(text('单位', '').read('字'.repeat(201), around, false).finding).toEqual(found('cell.too-long', { length: 201, limit: 200 }));
    expect(text('单位', '').read('𠮷'.repeat(200), around, false).finding).toBeUndefined();
    expect(name('姓名', '').read('字'.repeat(5000), around, false).finding?.code).toBe('cell.too-long');
  });

  test('words of a list, as typed', () => {
    const list = choice('类', '', { severe: { zh: '特困职工', en: '' }, laid: { zh: '下(待)岗', en: '' } }, { alias: { 特困: 'severe' } });
    expect(list.read(' 特困职工　', around, false)).toEqual({ value: 'severe' });
    expect(list.read('下（待）岗', around, false)).toEqual({ value: 'laid' });
    expect(list.read('特困', around, false)).toEqual({ value: 'severe' });
    expect(list.read('小康', around, false)).toEqual({ finding: found('note.word-unknown', { text: '小康' }) });
  });
});

describe('texts that look like formulas', () => {
  test.each(['=1+1', '+49', '-2+3', "@SUM(1+1)*cmd|' /C calc'!A0", '\t=1'])(
    '%j is handed out harmless and comes back as it was',
    (formula) => {
      expect(escapeFormula(formula)).toBe(`'${formula}`);
      expect(unescapeFormula(escapeFormula(formula))).toBe(formula);
    },
  );
  test('other texts are left alone, both ways', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (other) => /^'?[=+\-@\t\r]/.test(other) || (escapeFormula(other) === other && unescapeFormula(other) === other),
      ),
    );
  });
});

describe('any cell at all', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'0123456789０１２.-/年月日元万,，￥xXEe+ 　人无'), maxLength: 24 }),
    fc.double(),
    fc.integer(),
    fc.double({ noNaN: false }).map((serial) => new DayCell(serial)),
  );
  test('is read or refused by every column of every ledger, and the value has the form that was promised', () => {
    fc.assert(
      fc.property(cells, fc.boolean(), (cell, inWan) => {
        for (const { columns } of ledgerKinds) {
          for (const column of Object.values(columns)) {
            const { value: got, finding } = column.read(cell, around, inWan);
            if (finding) {
              expect(sentenceOf(finding, 'zh')).not.toMatch(/[{}]|^\w+\./);
              expect(JSON.stringify(finding)).not.toMatch(/\d{8}/);
              if (refuses(finding)) expect(got).toBeUndefined();
            }
            if (got === undefined) continue;
            if (column.form === 'date') expect(isPlainDate(got as string)).toBe(true);
            if (column.form === 'money') expect(Number.isSafeInteger(got) && (got as number) >= 0).toBe(true);
            if (column.form === 'count' || column.form === 'year') expect(Number.isInteger(got)).toBe(true);
            if (column.form === 'card') expect(got).toMatch(/^\d{13,19}$/);
            if (column.form === 'id') expect((got as { number: string }).number).toMatch(/^\d{17}[\dX]$/);
            if (column.form === 'text' || column.form === 'name' || column.form === 'number')
              expect([...(got as string)].length).toBeLessThanOrEqual(200);
            if (column.form === 'long-text') expect(got).toBe(unescapeFormula(cellText(cell)));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('what is quoted of a cell never holds a long number', () => expect(quoted('卡6217000000000000004')).toBe('卡…'));
});
