import ExcelJS from 'exceljs';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { rightsOf } from '#casework/access/rights-of';
import { makeReport } from '#casework/reports/make-report';
import { reportAnnex } from '#casework/reports/report-annex';
import { reportDocument } from '#casework/reports/report-document';
import { getReport } from '#casework/reports/get-report';
import { requestReport } from '#casework/reports/request-report';
import type { Work } from '#casework/work';
import { KEEPER } from '#rules/access/system-actors';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, at, aWorker, type Tree } from '../../support/people.js';
import { plantFacts } from './a-year-of-facts.js';

const NOW = '2014-01-01T00:00:00Z';
/** A firm that calls itself a formula, and one that calls itself markup. */
const FORMULA = '=HYPERLINK("http://evil.example","点我")';
const MARKUP = '<w:t>&"坏\u0001字</w:t>';

let db: TestDatabase;
let tree: Tree;
let keeper: Work;
let reader: Work;
let reportId: string;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  await plantFacts(db.owner, tree);
  await db.owner.query(
    `UPDATE petition SET employer_id = NULL, employer_name = $1, channel = 'V', person_count = 9, updated_at = '2013-06-02' WHERE registered_on BETWEEN '2012-03-01' AND '2012-03-15'`,
    [FORMULA],
  );
  await db.owner.query(
    `UPDATE petition SET employer_id = NULL, employer_name = $1, channel = 'V', person_count = 9, updated_at = '2013-06-02' WHERE registered_on BETWEEN '2012-03-16' AND '2012-03-31'`,
    [MARKUP],
  );
  keeper = {
    data: db.data,
    secrets: db.secrets,
    clockwork: db.clockwork,
    now: new Date(NOW),
    actor: { ...KEEPER, organisationId: tree.city, language: 'zh', rights: await rightsOf(db.data, KEEPER.id) },
  };
  reader = at(await aWorker(db, 'statistician', tree.city), NOW);
  reportId = (await requestReport(reader, { kind: 'month', period: '2012-03' })).id;
  await makeReport(keeper, { reportId });
});
afterAll(() => db.close());

function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

describe('the document', () => {
  test('is a package whose every part is well-formed and declared, and whose every relationship leads somewhere', async () => {
    const parts = await partsOf((await reportDocument(reader, { reportId })).bytes);
    for (const [name, text] of parts) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => expect.fail(`${name}: ${error.message}`));
      parser.write(text).close();
    }
    const declared = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
    expect(declared.filter((name) => !parts.has(name))).toEqual([]);
    const targets = [...parts.get('word/_rels/document.xml.rels')!.matchAll(/Target="([^"]+)"/g)].map(([, name]) => `word/${name}`);
    expect(targets.filter((name) => !parts.has(name))).toEqual([]);
    const charts = [...parts.get('word/document.xml')!.matchAll(/<c:chart r:id="(\w+)"/g)].map(([, id]) => `word/charts/${id}.xml`);
    expect(charts.length).toBeGreaterThan(4);
    expect(charts.filter((name) => !parts.has(name))).toEqual([]);
  });

  test('says what the report says, and the same report is the same bytes', async () => {
    const [first, second] = [await reportDocument(reader, { reportId }), await reportDocument(reader, { reportId })];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.fileName).toMatch(/2012年3月信访与劳动争议分析月报\.docx$/);
    const text = (await partsOf(first.bytes)).get('word/document.xml')!.replace(/<[^>]+>/g, '');
    const { body } = await getReport(reader, { reportId });
    for (const section of body!.sections) {
      expect(text).toContain(section.titleZh);
      for (const { parts } of section.sentences)
        expect(text).toContain(parts.map((part) => ('text' in part ? part.text : part.figure.text)).join(''));
    }
    expect(text).toContain('&lt;w:t&gt;&amp;&quot;坏字&lt;/w:t&gt;');
  });

  test('of a report that is not made is refused', async () => {
    const { id } = await requestReport(reader, { kind: 'month', period: '2012-10' });
    await expect(reportDocument(reader, { reportId: id })).rejects.toMatchObject({ code: 'reports.not-made' });
  });

  test('leaves a line in the audit trail', async () => {
    const seen = await db.owner.query(`SELECT details FROM audit_entry WHERE type = 'report.downloaded' AND subject_id = $1`, [reportId]);
    expect(seen.rows.length).toBeGreaterThan(0);
  });
});

describe('the annex', () => {
  async function workbookFor(work: Work): Promise<ExcelJS.Workbook> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await reportAnnex(work, { reportId })).bytes as unknown as ArrayBuffer);
    return workbook;
  }

  test('holds numbers as numbers, and every figure of the period as it is stored', async () => {
    const sheet = (await workbookFor(reader)).getWorksheet('全部指标')!;
    const listed = new Map<string, number>();
    sheet.eachRow((row, number) => {
      if (number > 1)
        listed.set([1, 2, 3, 6].map((column) => String(row.getCell(column).value ?? '')).join('|'), row.getCell(4).value as number);
    });
    const { rows } = await db.owner.query<{ key: string; value: string }>(
      `SELECT key, value FROM report_figure WHERE report_id = $1 AND key = ANY ($2)`,
      [reportId, ['disputes.accepted@2012-03', 'visits.cash@2012-03']],
    );
    const stored = new Map(rows.map(({ key, value }) => [key, Number(value)]));
    expect(listed.get('受理劳动争议|合计||2012-03')).toBe(stored.get('disputes.accepted@2012-03'));
    expect(listed.get('慰问金|合计||2012-03')).toBe(stored.get('visits.cash@2012-03')! / 100);
    expect([...listed.values()].every((value) => typeof value === 'number')).toBe(true);
    expect(listed.size).toBeGreaterThan(200);
  });

  test('lets no name act as a formula', async () => {
    const workbook = await workbookFor(reader);
    const texts: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          if (typeof cell.value === 'string') texts.push(cell.value);
        }),
      ),
    );
    expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    expect(texts).toContain(`'${FORMULA}`);
  });

  test('lists the overdue petitions that the reader may open, and only those', async () => {
    const all = (await workbookFor(reader)).getWorksheet('逾期未办信访')!.rowCount - 1;
    const { rows } = await db.owner.query<{ value: string }>(
      `SELECT value FROM report_figure WHERE report_id = $1 AND key = 'petitions.overdue@2012-03-31'`,
      [reportId],
    );
    expect(all).toBe(Number(rows[0]!.value));
    expect(all).toBeGreaterThan(0);
    const accountant = at(await aWorker(db, 'accountant', tree.city), NOW);
    expect((await workbookFor(accountant)).getWorksheet('逾期未办信访')!.rowCount).toBe(1);
  });
});
