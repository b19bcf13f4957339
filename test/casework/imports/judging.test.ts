import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeWorkbook } from '#casework/imports/judge-workbook';
import { readWorkbook, type Workbook } from '#casework/imports/reading/read-workbook';
import { refuses } from '#rules/imports/findings';
import type { JudgedRow } from '#rules/imports/judge-sheet';
import { recogniseSheet, type RecognisedSheet } from '#rules/imports/recognise-sheet';
import { hardshipClasses } from '#rules/hardship/codes';
import { legalAidForms } from '#rules/legal-aid/codes';
import { divisionReader } from '#rules/shared/identifiers/division';
import { plainDate } from '#rules/shared/plain-date';

interface Fault {
  file: string;
  sheet: string;
  row: number | null;
  class: string;
  column?: string;
  handling: 'accept' | 'accept-warn' | 'reject' | 'duplicate' | 'ignore';
  raw?: string;
  expected?: string;
  duplicateOfRow?: number;
}
interface TrueSheet {
  file: string;
  sheet: string;
  headerRow: number;
  ignored: number;
  rowsIn: number;
  created: number;
  duplicate: number;
  rejected: number;
}
interface Sum {
  fen: number;
}
const folder = new URL('../../data/suzhou-2012/', import.meta.url);
const truth = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')) as {
  files: { name: string }[];
  sheets: TrueSheet[];
  faults: Fault[];
  totals: {
    hardship: { byClass: { 特困职工: number; 困难职工: number } };
    disputes: { accepted: number; claimed: Sum; agreed: Sum; performed: Sum; workers: number };
    massIncidents: { workers: number };
    petitions: { contacts: number; persons: number };
    legalAid: { serviceBeneficiaries: number; caseBeneficiaries: number; recovered: Sum; subsidy: Sum };
    visits: { money: Sum; goods: Sum };
    modelWorkers: { threeFunds: Sum; allowance: { total: Sum } };
  };
  repeatPetitions: { joinedBy: 'phone' | 'ID' | 'phone and ID'; repeat: { row: number } }[];
  codes: { districts: { code: string; name: string; otherNames: string[] }[] };
};
const divisions = truth.codes.districts;
const around = { today: plainDate('2013-12-31'), district: divisionReader(divisions), headsRegistered: async () => new Set<string>() };

interface JudgedSheet {
  recognised: RecognisedSheet;
  rows: Map<number, JudgedRow>;
  ignored: number;
}
const files = new Map<string, { workbook: Workbook; sheets: Map<string, JudgedSheet> }>();

beforeAll(async () => {
  for (const { name } of truth.files) {
    const workbook = await readWorkbook(name, readFileSync(new URL(name, folder)));
    const sheets = new Map<string, JudgedSheet>();
    for (const sheet of workbook.sheets) {
      const recognised = recogniseSheet((await workbook.outline(sheet.name)).firstRows);
      if (recognised) sheets.set(sheet.name, { recognised, rows: new Map(), ignored: 0 });
    }
    const planned = [...sheets].map(([sheet, { recognised }]) => ({ sheet, mapping: recognised }));
    for await (const stretch of judgeWorkbook(workbook, planned, around)) {
      const into = sheets.get(stretch.sheet)!;
      into.ignored += stretch.blank;
      for (const { judged } of stretch.rows) {
        into.rows.set(judged.row, judged);
        if (judged.outcome === 'ignored') into.ignored += 1;
      }
    }
    files.set(name, { workbook, sheets });
  }
}, 60_000);

const judgedSheet = (file: string, sheet: string): JudgedSheet => files.get(file)!.sheets.get(sheet)!;

describe('each sheet', () => {
  test.each(truth.sheets.map((sheet) => [`${sheet.file} ${sheet.sheet}`, sheet] as const))('%s is recognised and counted', (_, sheet) => {
    const { recognised, rows, ignored } = judgedSheet(sheet.file, sheet.sheet);
    const count = (outcome: string): number => [...rows.values()].filter((row) => row.outcome === outcome).length;
    expect(recognised.headerRow).toBe(sheet.headerRow);
    expect(recognised.missing).toEqual([]);
    expect(recognised.confidence).toBeGreaterThan(0.7);
    expect({ created: count('accepted'), duplicate: count('duplicate'), rejected: count('rejected'), ignored }).toEqual({
      created: sheet.created,
      duplicate: sheet.duplicate,
      rejected: sheet.rejected,
      ignored: sheet.ignored,
    });
  });

  test('a sheet without a table is left out', () => {
    expect(files.get('信访登记台账.xlsx')!.workbook.sheets.map(({ name }) => name)).toContain('填表说明');
    expect(judgedSheet('信访登记台账.xlsx', '填表说明')).toBeUndefined();
  });
});

describe('each planted fault', () => {
  const byClass = Map.groupBy(truth.faults, (fault) => fault.class);
  test.each([...byClass])('%s', (faultClass, faults) => {
    for (const fault of faults) {
      const where = `${fault.class} ${fault.file} ${fault.sheet} ${fault.row}`;
      const sheet = judgedSheet(fault.file, fault.sheet);
      if (fault.row === null) {
        if (faultClass === 'HIDDEN_COLUMN')
          expect(
            sheet.recognised.unmapped.map(({ header }) => header),
            where,
          ).toContain(fault.column);
        else expect(sheet, where).toBeUndefined();
        continue;
      }
      const judged = sheet.rows.get(fault.row);
      if (fault.handling === 'ignore') {
        expect(judged?.outcome ?? 'ignored', where).toBe('ignored');
        continue;
      }
      if (judged === undefined || judged.outcome === 'ignored') throw new Error(`${where} was passed over`);
      const columnKey = fault.column ? keyOf(sheet.recognised, fault.column) : undefined;
      if (fault.handling === 'reject') {
        expect(judged.outcome, where).toBe('rejected');
        if (columnKey)
          expect(
            judged.findings.filter(refuses).map(({ column }) => column),
            where,
          ).toEqual([columnKey]);
        continue;
      }
      if (fault.handling === 'duplicate') {
        expect(judged, where).toMatchObject({ outcome: 'duplicate', of: { sheet: fault.sheet, row: fault.duplicateOfRow } });
        continue;
      }
      expect(judged.outcome, where).toBe('accepted');
      expect(
        judged.findings.map(({ column }) => column),
        where,
      ).toEqual(fault.handling === 'accept-warn' ? [columnKey] : []);
      if (columnKey && fault.expected !== undefined && !['HIDDEN_ROW', 'OVERLONG_TEXT'].includes(faultClass)) {
        expect(shown(judged.record[columnKey], fault.expected, columnKey), where).toBe(fault.expected);
      }
      if (faultClass === 'OVERLONG_TEXT') expect([...(judged.record[columnKey!] as string)], where).toHaveLength(5_000);
    }
  });

  test('no row is warned about without a cause', () => {
    const planted = [
      ...truth.faults.filter(({ handling }) => handling === 'accept-warn').map((fault) => `${fault.file} ${fault.sheet} ${fault.row}`),
      // A second contact known by the ID alone came without a telephone.
      ...truth.repeatPetitions.filter(({ joinedBy }) => joinedBy === 'ID').map(({ repeat }) => `信访登记台账.xlsx 信访登记 ${repeat.row}`),
    ];
    const warned = [...files].flatMap(([file, { sheets }]) =>
      [...sheets].flatMap(([sheet, { rows }]) =>
        [...rows.values()]
          .filter((row) => row.outcome === 'accepted' && row.findings.length > 0)
          .map((row) => `${file} ${sheet} ${row.row}`),
      ),
    );
    expect(warned.sort()).toEqual(planted.sort());
  });

  test('every row that is rejected or a double was planted', () => {
    expect(files.size).toBe(truth.files.length);
    const planted = new Set(truth.faults.map((fault) => `${fault.file} ${fault.sheet} ${fault.row}`));
    for (const [file, { sheets }] of files) {
      for (const [sheet, { rows }] of sheets) {
        for (const row of rows.values()) {
          if (row.outcome !== 'accepted')
            expect(planted, `${file} ${sheet} ${row.row} ${row.outcome}`).toContain(`${file} ${sheet} ${row.row}`);
        }
      }
    }
  });
});

describe('what was accepted adds up to the reports of the year', () => {
  const accepted = (file: string, kind: string): Record<string, unknown>[] =>
    [...files.get(file)!.sheets.values()]
      .filter(({ recognised }) => recognised.kind === kind)
      .flatMap(({ rows }) =>
        [...rows.values()].flatMap((row) => (row.outcome === 'accepted' ? [row.record as Record<string, unknown>] : [])),
      );
  const sum = (records: Record<string, unknown>[], column: string): number =>
    records.reduce((total, record) => total + ((record[column] as number | undefined) ?? 0), 0);
  const { totals } = truth;

  test('hardship files by class', () => {
    const heads = accepted('困难职工登记表.xlsx', 'hardship');
    const count = (of: string): number => heads.filter(({ hardshipClass }) => hardshipClass === of).length;
    expect([count('severe'), count('ordinary')]).toEqual([totals.hardship.byClass.特困职工, totals.hardship.byClass.困难职工]);
  });
  test('disputes accepted and claimed', () => {
    const disputes = accepted('劳动争议调解台账.xlsx', 'dispute');
    const counted = disputes.filter(({ acceptedOn }) => acceptedOn !== undefined);
    expect(counted).toHaveLength(totals.disputes.accepted);
    expect([sum(counted, 'claimed'), sum(counted, 'agreed'), sum(counted, 'performed'), sum(counted, 'workerCount')]).toEqual([
      totals.disputes.claimed.fen,
      totals.disputes.agreed.fen,
      totals.disputes.performed.fen,
      totals.disputes.workers,
    ]);
    expect(sum(accepted('劳动争议调解台账.xlsx', 'mass-incident'), 'workerCount')).toBe(totals.massIncidents.workers);
  });
  test('petitions and their persons', () => {
    const petitions = accepted('信访登记台账.xlsx', 'petition');
    expect([petitions.length, sum(petitions, 'personCount')]).toEqual([totals.petitions.contacts, totals.petitions.persons]);
  });
  test('legal aid', () => {
    const cases = accepted('法律援助台账.xlsx', 'legal-aid-case');
    expect([
      sum(accepted('法律援助台账.xlsx', 'legal-service'), 'beneficiaryCount'),
      sum(cases, 'beneficiaryCount'),
      sum(cases, 'recovered'),
      sum(cases, 'subsidy'),
    ]).toEqual([
      totals.legalAid.serviceBeneficiaries,
      totals.legalAid.caseBeneficiaries,
      totals.legalAid.recovered.fen,
      totals.legalAid.subsidy.fen,
    ]);
  });
  test('visits and payments to the fen', () => {
    const visits = accepted('走访慰问发放表.xlsx', 'visit');
    expect([sum(visits, 'cash'), sum(visits, 'goods')]).toEqual([totals.visits.money.fen, totals.visits.goods.fen]);
    expect(sum(accepted('劳模三金发放表.xlsx', 'model-worker'), 'total')).toBe(totals.modelWorkers.threeFunds.fen);
    expect(sum(accepted('劳模三金发放表.xlsx', 'closed-enterprise-allowance'), 'total')).toBe(totals.modelWorkers.allowance.total.fen);
  });
});

function keyOf(mapping: RecognisedSheet, header: string): string {
  const bare = (text: string): string => text.replace(/\s/g, '');
  const entry = Object.entries(mapping.columns).find(([, column]) => bare(column.header) === bare(header));
  if (!entry) throw new Error(`No column ${header}`);
  return entry[0];
}

/** A value in the words of the truth: IDs as numbers, districts by name, fen as yuan. */
function shown(value: unknown, expected: string, column: string): string {
  if (value === undefined) return '';
  if (typeof value === 'object' && value !== null && 'number' in value) return String(value.number);
  if (column === 'district') return divisions.find(({ code }) => code === value)!.name;
  if (typeof value === 'number' && column !== 'workerCount' && !column.endsWith('Count'))
    return expected.includes('.') ? (value / 100).toFixed(2) : String(value / 100);
  return (
    [hardshipClasses, legalAidForms].map((list) => (list as Record<string, { zh: string }>)[value as string]?.zh).find(Boolean) ??
    String(value)
  );
}
