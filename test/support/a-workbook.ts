import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An archive of parts, just as given: for workbooks that no spreadsheet program would write. */
export async function anArchive(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return buffer(zip.outputStream);
}

export interface WorkbookXml {
  /** Inner XML of <sheetData>, by sheet name. */
  sheets: Record<string, string>;
  /** After the rows: merges and the like. */
  after?: string;
  sharedTexts?: string;
  styles?: string;
  workbook?: string;
  hidden?: string[];
}

/** A workbook from the XML of its rows. */
export function aWorkbook({ sheets, after = '', sharedTexts, styles, workbook = '', hidden = [] }: WorkbookXml): Promise<Buffer> {
  const names = Object.keys(sheets);
  const type = (kind: string): string => `${RELATIONS}/${kind}`;
  return anArchive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${type('officeDocument')}" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"${hidden.includes(name) ? ' state="veryHidden"' : ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="s${i + 1}" Type="${type('worksheet')}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}
      <Relationship Id="t" Type="${type('sharedStrings')}" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="${type('styles')}" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...(sharedTexts !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedTexts}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
  });
}

export type CellOfTest = string | number | undefined;

/** The rows of one sheet as XML, from row 1: text as inline strings. */
export function rowsXml(rows: readonly (readonly CellOfTest[])[]): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (value: CellOfTest): string =>
    value === undefined
      ? '<c/>'
      : typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return rows.map((row, i) => `<row r="${i + 1}">${row.map(cell).join('')}</row>`).join('');
}

/** A ledger of one sheet. */
export function aLedger(sheet: string, rows: readonly (readonly CellOfTest[])[]): Promise<Buffer> {
  return aWorkbook({ sheets: { [sheet]: rowsXml(rows) } });
}
