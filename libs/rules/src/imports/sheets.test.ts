import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divisionReader } from '../shared/identifiers/division.js';
import { plainDate } from '../shared/plain-date.js';
import { ErrorCell, type Cell, type SheetRow } from './cell.js';
import { refuses, type Finding } from './findings.js';
import { judgeRow, KeyBook, type JudgedRow } from './judge-sheet.js';
import { ledgerKindOf, ledgerKinds } from './ledger-kinds.js';
import { passedOver } from './not-a-data-row.js';
import { mapHeaders, recogniseSheet, type RecognisedSheet } from './recognise-sheet.js';
import { statementBalances, statementOf, type SheetCounts } from './statement.js';

const row = (number: number, ...cells: Cell[]): SheetRow => ({ number, cells });
const header = [
  '序号',
  '姓　名',
  '性别',
  '身份证号码',
  '联系方式',
  '慰问金额\n(元)',
  '物资折价(元)',
  '合 计（元）',
  '慰问日期',
  '慰问活动',
  '所属区（市）',
  '备注',
];
const person = (n: number, id: string, money: Cell, more: Cell[] = []): SheetRow =>
  row(n, n, '张明', '男', id, '13400002932', money, 0, money, '2012-01-05', '元旦春节送温暖', '姑苏区', ...more);
const recognised = (): RecognisedSheet => recogniseSheet([row(1, '2012年走访慰问发放表'), row(2, '填报单位：市总'), row(3, ...header)])!;

describe('recognising a sheet', () => {
  test('by the headers, wherever they stand and however they are typed', () => {
    const sheet = recognised();
    expect(sheet).toMatchObject({ kind: 'visit', headerRow: 3, ordinal: 0, missing: [], unmapped: [] });
    expect(sheet.columns).toMatchObject({
      name: { index: 1 },
      idNumber: { index: 3 },
      cash: { index: 5 },
      total: { index: 7 },
      paidOn: { index: 8 },
      district: { index: 10 },
    });
  });

  test.each(ledgerKinds.map((kind) => [kind.code, kind] as const))('%s knows itself by its own headers, in any order', (code, kind) => {
    const headers = Object.values(kind.columns)
      .map(({ zh }) => zh)
      .reverse();
    const sheet = recogniseSheet([row(2, '序号', ...headers)])!;
    expect(sheet).toMatchObject({ kind: code, missing: [], unmapped: [], confidence: 1 });
    for (const [key, column] of Object.entries(kind.columns)) expect(sheet.columns[key]!.header).toBe(column.zh);
  });

  test('no two columns of a ledger share a header', () => {
    for (const kind of ledgerKinds) {
      const own = Object.values(kind.columns).map(({ zh }) => zh);
      expect(new Set(own).size, kind.code).toBe(own.length);
    }
  });

  test('strange columns are reported, missing ones named, 万元 remembered', () => {
    const sheet = recogniseSheet([row(1, '序号', '姓名', '财务凭证号', '身份证号', '慰问金(万元)', '慰问活动', '慰问层级', '慰问单位')])!;
    expect(sheet.unmapped).toEqual([{ index: 2, header: '财务凭证号' }]);
    expect(sheet.missing).toEqual(['paidOn']);
    expect(sheet.columns['cash']).toEqual({ index: 4, header: '慰问金(万元)', inWan: true });
  });

  test('a second column of the same name is left over', () => {
    const sheet = mapHeaders(ledgerKindOf('visit'), 1, [
      { index: 0, header: '备注' },
      { index: 1, header: '备注' },
    ]);
    expect([sheet.columns['remark']!.index, sheet.unmapped[0]!.index]).toEqual([0, 1]);
  });

  test.each<[string, SheetRow[]]>([
    ['explanations', [row(1, '填表说明'), row(2, '信访形式', '来信、来访、来电、网上'), row(3, '初访/重访', '来信填初信、重信')]],
    ['nothing', []],
    ['another table', [row(1, '物料', '规格', '数量', '单价', '金额', '备注')]],
  ])('%s is no ledger', (_, rows) => expect(recogniseSheet(rows)).toBeUndefined());
});

describe('rows that are no data', () => {
  const mapping = recognised();
  test.each<[string, SheetRow]>([
    ['blank', row(9)],
    ['blank', row(9, undefined, ' ', '　')],
    ['blank', { number: 9, cells: [undefined, '张明'], carried: new Set([1]) }],
    ['ordinal-only', row(9, 7)],
    ['ordinal-only', row(9, '7')],
    ['subtotal', row(9, undefined, '合  计', undefined, undefined, undefined, 4000, 0, 4000)],
    ['subtotal', row(9, '本页小计', undefined, undefined, undefined, undefined, '4,000.00', '￥0')],
    ['subtotal', row(9, undefined, '姑苏区小计：', undefined, undefined, undefined, 4000)],
    ['note', row(9, '填表人：顾××    审核人：吴××')],
    ['note', row(9, '制表：张明', undefined, undefined, '审核：李明')],
    ['note', row(9, undefined, '注：本表数据均为合成')],
    ['note', row(9, '2012年走访慰问发放表')],
    ['header-repeated', row(9, ...header)],
  ])('%s', (why, given) => expect(passedOver(given, mapping)).toBe(why));

  test('a row that says anything about a person is data, whatever else it says', () => {
    expect(passedOver(row(9, 7, undefined, undefined, '320508199001010017'), mapping)).toBeUndefined();
    expect(passedOver(row(9, 7, '合计', '男', '320508199001010017'), mapping)).toBeUndefined();
    expect(
      passedOver(
        row(9, 7, '张明', undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, '合计'),
        mapping,
      ),
    ).toBeUndefined();
  });
});

const judge = (...rows: SheetRow[]): JudgedRow[] => {
  const about = {
    sheet: '姑苏区',
    mapping: recognised(),
    keyBook: new KeyBook(),
    today: plainDate('2012-12-31'),
    district: divisionReader([{ code: '320508', name: '姑苏区', otherNames: [] }]),
    headKnown: () => true,
  };
  return rows.map((given) => judgeRow(ledgerKindOf('visit'), given, about));
};

describe('judging', () => {
  const id = '320508188001010017';

  test('the first row with a key is taken, the next ones are its doubles', () => {
    const [first, second, other] = judge(
      person(4, id, 500),
      person(5, '320508880101001'.replace(/.*/, id.toLowerCase()), 500),
      person(6, '440524188001010014', 500),
    );
    expect(first).toMatchObject({ outcome: 'accepted', record: { name: '张明', cash: 50_000, district: '320508' }, findings: [] });
    expect(second).toMatchObject({ outcome: 'duplicate', of: { sheet: '姑苏区', row: 4 } });
    expect(other).toMatchObject({ outcome: 'accepted' });
  });

  test('a rejected row does not stand in the way of its correction', () => {
    expect(judge(person(4, id, '待核定'), person(5, id, 500)).map(({ outcome }) => outcome)).toEqual(['rejected', 'accepted']);
  });

  test('a day that has not come yet is refused, the day of the import is none', () => {
    const paid = (at: number, to: string, cell: string) => row(at, at, '张明', '男', to, '13400002932', 500, 0, 500, cell);
    const [ahead, twoDigits, today] = judge(
      paid(4, id, '2013-01-01'),
      paid(5, '440524188001010014', '13/1/2'),
      paid(6, '11010519491231002X', '2012-12-31'),
    );
    expect(ahead).toMatchObject({ outcome: 'rejected', findings: [{ column: 'paidOn', code: 'cell.date-ahead' }] });
    expect(twoDigits).toMatchObject({ outcome: 'rejected', findings: [{ column: 'paidOn', code: 'cell.date-ahead' }] });
    expect(today).toMatchObject({ outcome: 'accepted' });
  });

  test('every fault of a row is told, each under its column', () => {
    const [judged] = judge(
      row(4, 1, undefined, '男', '320508188001010018', 'x', -5, 0, new ErrorCell('#N/A'), '年底', undefined, '东园区'),
    );
    expect(judged).toMatchObject({ outcome: 'rejected' });
    expect((judged as { findings: readonly Finding[] }).findings.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'name cell.required',
      'idNumber identifiers.id-check',
      'phone note.phone-unreadable',
      'cash cell.amount-negative',
      'total cell.excel-error',
      'paidOn cell.date-unreadable',
      'district cell.district-unknown',
    ]);
  });

  test('a total that does not add up is a warning, a payment of nothing a refusal', () => {
    const [wrongTotal, nothing] = judge(
      row(4, 1, '张明', '男', id, '13400002932', 500, 100, 500, '2012-01-05'),
      row(5, 2, '张明', '男', '440524188001010014', '13400002932', 0, 0, 0, '2012-01-05'),
    );
    expect(wrongTotal).toMatchObject({
      outcome: 'accepted',
      findings: [{ column: 'total', code: 'note.sum-differs', details: { difference: '-100.00' } }],
    });
    expect(nothing).toMatchObject({ outcome: 'rejected', findings: [{ column: 'cash', code: 'cell.amount-zero' }] });
  });
});

describe('any sheet at all', () => {
  const cell = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<Cell>(
        undefined,
        '张明',
        '320508188001010017',
        '440524188001010014',
        500,
        '1.2万',
        '2012-01-05',
        41_000,
        '姑苏区',
        '合计',
        '姓名',
        '',
      ),
    },
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double(),
    fc.constant(new ErrorCell('#REF!')),
  );

  test('every row becomes one thing, no key is taken twice, and no double stands alone', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 40 }), (table) => {
        const rows = table.map((cells, i) => row(4 + i, ...cells));
        const judged = judge(...rows);
        const taken = new Map<string, number>();
        for (const one of judged) {
          if (one.outcome === 'rejected') expect(one.findings.some(refuses)).toBe(true);
          if (one.outcome === 'accepted' || one.outcome === 'duplicate') expect(one.findings.some(refuses)).toBe(false);
          if (one.outcome === 'accepted') {
            for (const key of one.keys) expect(taken.has(key)).toBe(false);
            for (const key of one.keys) taken.set(key, one.row);
          }
          if (one.outcome === 'duplicate') expect([...taken.values()]).toContain(one.of.row);
        }
        expect(judged.map((one) => one.row)).toEqual(rows.map(({ number }) => number));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the statement', () => {
  const sheet = (created: number, fen: number): SheetCounts => ({
    sheet: '姑苏区',
    kind: 'visit',
    read: { rows: 3, fen: 300, ignored: 2 },
    outcomes: { created: { rows: created, fen }, duplicate: { rows: 1, fen: 100 } },
    warnings: 1,
  });
  test('adds up its sheets', () => {
    const { total, balanced } = statementOf([sheet(2, 200), sheet(2, 200)], false);
    expect(total).toMatchObject({
      rowsIn: 6,
      created: 4,
      duplicate: 2,
      rejected: 0,
      ignored: 4,
      warnings: 2,
      amounts: { inFen: 600, createdFen: 400, duplicateFen: 200 },
    });
    expect(balanced).toBe(true);
  });
  test.each([
    [2, 200, true],
    [1, 200, false],
    [2, 199, false],
  ])('%d rows of %d fen created out of three balance: %s', (rows, fen, balanced) => {
    const statement = statementOf([sheet(rows, fen)], false);
    expect(statement.balanced).toBe(balanced);
    expect(statementBalances(statement)?.code).toBe(balanced ? undefined : 'imports.unbalanced');
  });
});
