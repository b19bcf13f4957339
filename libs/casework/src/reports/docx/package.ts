import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { xml, type Markup } from './markup.js';
import { fontTable, footer, settings, styles } from './styles.js';

const HEAD = xml`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Nothing in the file tells when it was packed: the same report is the same bytes. */
const PACKED = new Date(2000, 0, 1);

/** Charts follow the fixed parts among the relationships. */
export const chartRelation = (index: number): string => `chart${index + 1}`;

export interface WordDocument {
  readonly title: string;
  readonly author: string;
  readonly madeAt: Date;
  readonly body: readonly Markup[];
  readonly charts: readonly Markup[];
}

export function packDocument({ title, author, madeAt, body, charts }: WordDocument): Promise<Buffer> {
  const parts: [name: string, type: string, content: Markup, relation?: string][] = [
    ['word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`, documentPart(body)],
    ['word/styles.xml', `${OFFICE}.wordprocessingml.styles+xml`, styles, 'styles'],
    ['word/settings.xml', `${OFFICE}.wordprocessingml.settings+xml`, settings, 'settings'],
    ['word/fontTable.xml', `${OFFICE}.wordprocessingml.fontTable+xml`, fontTable, 'fontTable'],
    ['word/footer-odd.xml', `${OFFICE}.wordprocessingml.footer+xml`, footer('odd'), 'footer'],
    ['word/footer-even.xml', `${OFFICE}.wordprocessingml.footer+xml`, footer('even'), 'footer'],
    ...charts.map((chart, i): [string, string, Markup, string] => [
      `word/charts/${chartRelation(i)}.xml`,
      `${OFFICE}.drawingml.chart+xml`,
      chart,
      'chart',
    ]),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml', coreProperties(title, author, madeAt)],
  ];
  const zip = new yazl.ZipFile();
  const add = (name: string, content: Markup): void =>
    zip.addBuffer(Buffer.from(content.text, 'utf8'), name, { mtime: PACKED, mode: 0o100644 });
  add(
    '[Content_Types].xml',
    xml`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => xml`<Override PartName="/${name}" ContentType="${type}"/>`)}</Types>`,
  );
  add(
    '_rels/.rels',
    xml`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  add(
    'word/_rels/document.xml.rels',
    xml`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.flatMap(([name, , , relation]) => (relation ? [xml`<Relationship Id="${name.replace(/^.*\/|\.xml$/g, '')}" Type="${RELATIONS}/${relation}" Target="${name.slice('word/'.length)}"/>`] : []))}</Relationships>`,
  );
  for (const [name, , content] of parts) add(name, content);
  zip.end();
  return buffer(zip.outputStream);
}

/** A4 with the margins of an official document: 37, 26, 35 and 28 mm, the page number 7 mm under the text. */
function documentPart(body: readonly Markup[]): Markup {
  return xml`${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONS}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer-odd"/><w:footerReference w:type="even" r:id="footer-even"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function coreProperties(title: string, author: string, madeAt: Date): Markup {
  const at = madeAt.toISOString().slice(0, 19) + 'Z';
  return xml`${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
