import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#casework/imports/reading/limits';
import { readWorkbook } from '#casework/imports/reading/read-workbook';
import { DayCell, ErrorCell, type SheetRow } from '#rules/imports/cell';
import { Refusal } from '#rules/shared/refusal';
import { anArchive, aWorkbook, type WorkbookXml } from '../../support/a-workbook.js';

async function rowsOf(bytes: Buffer, fileName = '台账.xlsx', sheet?: string): Promise<SheetRow[]> {
  const workbook = await readWorkbook(fileName, bytes);
  const rows: SheetRow[] = [];
  for await (const row of workbook.rows(sheet ?? workbook.sheets[0]!.name)) rows.push(row);
  return rows;
}
const xlsx = async (sheet: string, more: Omit<WorkbookXml, 'sheets'> = {}): Promise<SheetRow[]> =>
  rowsOf(await aWorkbook({ sheets: { 表: sheet }, ...more }));
const refusalOf = async (reading: Promise<unknown>): Promise<Refusal> => {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`No refusal but ${String(error)}`);
  return error;
};

describe('an xlsx workbook', () => {
  test('every kind of cell', async () => {
    const [row] = await xlsx(
      `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>12.5</v></c><c r="C3" s="1"><v>40948</v></c><c r="D3" t="inlineStr"><is><t>行</t><rPh><t>háng</t></rPh><t>内</t></is></c>
       <c r="E3" t="str"><f>A1&amp;""</f><v>结果</v></c><c r="F3"><f>1+1</f><v>2</v></c><c r="G3" t="b"><v>1</v></c><c r="H3" t="e"><v>#N/A</v></c><c r="I3"><f>1/0</f></c><c r="J3"/><c r="K3" t="d"><v>2012-03-05</v></c><c r="AA3" t="s"><v>1</v></c></row>`,
      {
        sharedTexts:
          '<si><r><rPr/><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh sb="0"><t>fù</t></rPh></si><si><t>一_x000D_&#10;二</t></si>',
        styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      },
    );
    expect(row!.number).toBe(3);
    expect(row!.cells.slice(0, 11)).toEqual([
      '富 文本',
      12.5,
      new DayCell(40948),
      '行内',
      '结果',
      2,
      'TRUE',
      new ErrorCell('#N/A'),
      new ErrorCell('公式没有结果'),
      undefined,
      '2012-03-05',
    ]);
    expect(row!.cells[26]).toBe('一\r\n二');
  });

  test.each<[string, string, boolean]>([
    ['yyyy-mm-dd', 'numFmtId="164"', true],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', 'numFmtId="164"', true],
    ['[$-804]e&quot;年&quot;', 'numFmtId="164"', true],
    ['#,##0.00_);[Red](#,##0.00)', 'numFmtId="164"', false],
    ['0.00000E+00', 'numFmtId="164"', false],
    ['h:mm:ss', 'numFmtId="164"', false],
    ['0&quot;day&quot;', 'numFmtId="164"', false],
    ['General', 'numFmtId="164"', false],
    ['', 'numFmtId="31"', true],
    ['', 'numFmtId="58"', true],
    ['', 'numFmtId="20"', false],
    ['', 'numFmtId="4"', false],
  ])('format %j (%s) is a date: %s', async (code, format, isDate) => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf ${format}/></cellXfs>`;
    const [row] = await xlsx('<row r="1"><c r="A1" s="0"><v>40948</v></c></row>', { styles });
    expect(row!.cells[0]).toEqual(isDate ? new DayCell(40948) : 40948);
  });

  test('days counted from 1904', async () => {
    const [row] = await xlsx('<row r="1"><c r="A1" s="0"><v>39486</v></c></row>', {
      workbook: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    });
    expect(row!.cells[0]).toEqual(new DayCell(40948));
  });

  test('hidden rows and sheets are read, gaps keep their numbers, missing references are counted', async () => {
    const bytes = await aWorkbook({
      sheets: {
        表: '<row r="2" hidden="1"><c><v>1</v></c><c><v>2</v></c></row><row><c r="B3"><v>3</v></c></row><row r="9"><c r="A9"><v>4</v></c></row>',
        暗: '',
      },
      hidden: ['暗'],
    });
    const workbook = await readWorkbook('台账.xlsx', bytes);
    expect(workbook.sheets).toEqual([
      { name: '表', hidden: false },
      { name: '暗', hidden: true },
    ]);
    expect((await rowsOf(bytes)).map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, 1, 2],
      [3, undefined, 3],
      [9, 4],
    ]);
  });

  test('a vertical merge carries its value down, not beyond, and not over what stands there', async () => {
    const cells = (row: number, ...more: string[]): string => `<row r="${row}"><c r="A${row}"><v>${row}</v></c>${more.join('')}</row>`;
    const rows = await xlsx(
      cells(1) +
        cells(2, '<c r="C2" t="inlineStr"><is><t>值</t></is></c>') +
        cells(3) +
        cells(4, '<c r="C4"><v>7</v></c>') +
        cells(5) +
        cells(6),
      {
        after: '<mergeCells count="3"><mergeCell ref="A1:F1"/><mergeCell ref="C2:C5"/><mergeCell ref="E1:F9"/></mergeCells>',
      },
    );
    expect(rows.map(({ cells: [, , third] }) => third)).toEqual([undefined, '值', '值', 7, '值', undefined]);
    expect(rows.map(({ carried }) => carried && [...carried])).toEqual([undefined, undefined, [2], undefined, [2], undefined]);
  });

  test('merges are found wherever the chunks of the part break', async () => {
    const filler = Array.from(
      { length: 4_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" t="inlineStr"><is><t>${i % 4 === 0 ? `区${i}` : ''}</t></is></c></row>`,
    ).join('');
    const merges = Array.from({ length: 1_000 }, (_, i) => `<mergeCell ref="B${i * 4 + 1}:B${i * 4 + 4}"/>`).join('');
    const rows = await xlsx(filler, { after: `<mergeCells>${merges}</mergeCells>` });
    expect(rows.every(({ cells }, i) => cells[1] === `区${i - (i % 4)}`)).toBe(true);
  });

  test('a workbook with prefixed names', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const bytes = await anArchive({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:q="r"><x:sheets><x:sheet name="表" q:id="a"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Type="x/worksheet" Target="../xl/./sheet.xml"/></Relationships>',
      'xl/sheet.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row><x:row r="2"/></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>`,
    });
    expect((await rowsOf(bytes)).map(({ cells }) => cells[0])).toEqual([5, 5]);
  });

  test('the outline tells hidden columns and the last row', async () => {
    const bytes = await anArchive({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      'xl/sheet.xml': `<worksheet><dimension ref="A1:V42"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData>${'<row><c><v>1</v></c></row>'.repeat(42)}</sheetData></worksheet>`,
    });
    const outline = await (await readWorkbook('a.xlsx', bytes)).outline('表');
    expect(outline).toMatchObject({ hiddenColumns: [1, 2], lastRow: 42 });
    expect(outline.firstRows).toHaveLength(20);
  });

  test('reading can stop early and start again', async () => {
    const workbook = await readWorkbook('a.xlsx', await aWorkbook({ sheets: { 表: '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(9) } }));
    for (let times = 0; times < 3; times += 1) {
      for await (const { cells } of workbook.rows('表')) {
        expect(cells).toEqual([1]);
        break;
      }
    }
  });
});

describe('a CSV file', () => {
  const csv = (bytes: Buffer): Promise<unknown[][]> =>
    rowsOf(bytes, '走访/姑苏区.csv').then((rows) => rows.map(({ number, cells }) => [number, ...cells]));
  const table = '题\n序号,姓名,"家庭\n人口"\n\n1,张明,"=1+1"\n';
  const expected = [
    [1, '题'],
    [2, '序号', '姓名', '家庭\n人口'],
    [3, undefined],
    [4, '1', '张明', '=1+1'],
  ];
  test('in UTF-8, with a mark or without', async () => {
    expect(await csv(Buffer.from(table))).toEqual(expected);
    expect(await csv(Buffer.from(`\ufeff${table}`))).toEqual(expected);
    expect((await readWorkbook('走访/姑苏区.csv', Buffer.from(table))).sheets).toEqual([{ name: '姑苏区', hidden: false }]);
  });
  test('in GB18030 and in UTF-16', async () => {
    const gb = Buffer.concat([Buffer.from([0xcc, 0xe2]), Buffer.from('\n'), Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from(',1\n')]);
    expect(await csv(gb)).toEqual([
      [1, '题'],
      [2, '姓名', '1'],
    ]);
    expect(await csv(Buffer.from(`\ufeff${table.replaceAll(',', '\t')}`, 'utf16le'))).toEqual(expected);
  });
  test('an unclosed quote is told', async () =>
    expect((await refusalOf(csv(Buffer.from('a,b\n"c,d\n')))).code).toBe('imports.damaged-workbook'));
});

describe('what is no ledger is refused with a reason', () => {
  test.each<[string, string, Buffer]>([
    ['imports.empty-file', 'a.xlsx', Buffer.alloc(0)],
    ['imports.old-workbook', 'a.xlsx', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['imports.not-a-workbook', 'a.xlsx', Buffer.from('<html><table></table></html>')],
    ['imports.not-a-workbook', 'a.csv', Buffer.from('<html><table></table></html>')],
    ['imports.not-a-workbook', 'a.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
    ['imports.not-a-workbook', 'a.pdf', Buffer.from('%PDF-1.7')],
    ['imports.damaged-workbook', 'a.xlsx', Buffer.from('PK\u0003\u0004 and no archive after it')],
  ])('%s for %s', async (code, name, bytes) => expect((await refusalOf(readWorkbook(name, bytes))).code).toBe(code));

  test('another archive, a broken part, a broken reference', async () => {
    expect((await refusalOf(readWorkbook('a.xlsx', await anArchive({ 'readme.txt': 'x' })))).code).toBe('imports.not-a-workbook');
    expect((await refusalOf(readWorkbook('a.xlsx', await anArchive({ '[Content_Types].xml': '<Types/>' })))).code).toBe(
      'imports.damaged-workbook',
    );
    expect((await refusalOf(xlsx('<row r="1"><c r="A1"></row>'))).code).toBe('imports.damaged-workbook');
    const cut = await aWorkbook({ sheets: { 表: '<row r="1"/>'.repeat(2_000) } });
    expect((await refusalOf(rowsOf(cut.subarray(0, cut.length - 300)))).code).toBe('imports.damaged-workbook');
  });

  test('entities of its own making', async () => {
    const bomb = await anArchive({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml':
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook><sheets><sheet name="&b;" id="a"/></sheets></workbook>',
    });
    expect((await refusalOf(readWorkbook('a.xlsx', bomb))).text.zh).toContain('损坏');
  });

  test('a bomb: a part that unpacks beyond measure, by its header or in truth', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024, '<row r="1"/>');
    const honest = await anArchive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': zeros });
    expect(honest.length).toBeLessThan(400_000);
    expect((await refusalOf(readWorkbook('a.xlsx', honest))).code).toBe('imports.too-big');
    // The same part with a header that admits to a hundred bytes.
    const packed = deflateRawSync(zeros);
    const at = honest.indexOf(packed.subarray(0, 64));
    expect(at).toBeGreaterThan(0);
    const lying = Buffer.from(honest);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    for (let found = lying.indexOf(size); found >= 0; found = lying.indexOf(size, found + 1)) lying.writeUInt32LE(100, found);
    expect((await refusalOf(readWorkbook('a.xlsx', lying))).code).toBe('imports.damaged-workbook');
  });

  test('too many parts, columns, characters', async () => {
    const parts = Object.fromEntries(Array.from({ length: LIMITS.parts + 1 }, (_, i) => [`p${i}`, '']));
    expect((await refusalOf(readWorkbook('a.xlsx', await anArchive(parts)))).code).toBe('imports.too-big');
    expect((await refusalOf(xlsx('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).code).toBe('imports.too-big');
    expect((await refusalOf(xlsx(`<row r="1"><c r="A1" t="str"><v>${'字'.repeat(LIMITS.cellCharacters + 1)}</v></c></row>`))).code).toBe(
      'imports.too-big',
    );
    expect(await xlsx('<row r="1"><c r="XFD1" s="3"/></row>')).toEqual([{ number: 1, cells: [] }]);
  });
});
