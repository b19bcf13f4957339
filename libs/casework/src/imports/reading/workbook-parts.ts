import type { Archive } from './archive.js';
import { damaged, LIMITS, tooBig } from './limits.js';
import { attribute, readXml, unescaped } from './xml.js';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedTexts?: string;
  readonly styles?: string;
  /** Days are counted from 1904, as on old Macintoshes. */
  readonly from1904: boolean;
}

/** Where the sheets, texts and styles of a workbook stand in its archive. */
export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const main = (await relations(archive, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const targets = new Map((await relations(archive, main)).map((relation) => [relation.id, relation]));
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(await archive.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = targets.get(attribute(attributes, 'id') ?? '');
      // Charts and macros are sheets too, but hold no rows.
      if (relation?.type !== 'worksheet') return;
      sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part: relation.target });
    },
  });
  if (sheets.length === 0) damaged('没有工作表');
  const part = (type: string): string | undefined => {
    const target = [...targets.values()].find((relation) => relation.type === type)?.target;
    return target !== undefined && archive.has(target) ? target : undefined;
  };
  const [sharedTexts, styles] = [part('sharedStrings'), part('styles')];
  return { sheets, from1904, ...(sharedTexts !== undefined && { sharedTexts }), ...(styles !== undefined && { styles }) };
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

async function relations(archive: Archive, of: string): Promise<Relation[]> {
  const slash = of.lastIndexOf('/') + 1;
  const name = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const found: Relation[] = [];
  if (!archive.has(name)) return found;
  await readXml(await archive.read(name), {
    open(tag, { Id, Type, Target, TargetMode }) {
      if (tag !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(of.slice(0, slash), Target) });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.slice(1).split('/') : [...folder.split('/'), ...target.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The texts that cells refer to by number. Runs of formatting are joined; phonetic guides are left out. */
export async function readSharedTexts(archive: Archive, part: string): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  let text = '';
  let inText = false;
  let inGuide = false;
  await readXml(await archive.read(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inGuide = true;
      else if (name === 't') inText = !inGuide;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inGuide = false;
      else if (name === 'si') {
        characters += text.length;
        if (texts.length >= LIMITS.sharedTexts) tooBig('文字单元格数', LIMITS.sharedTexts);
        if (characters > LIMITS.sharedCharacters) tooBig('文字总字数', LIMITS.sharedCharacters);
        texts.push(unescaped(text));
      }
    },
  });
  return texts;
}

/** Which cell styles show a number as a date. */
export async function readDateStyles(archive: Archive, part: string): Promise<Set<number>> {
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let inCells = false;
  let style = 0;
  await readXml(await archive.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const format = Number(attributes['numFmtId'] ?? 0);
        const code = formats.get(format);
        if (code === undefined ? isBuiltInDate(format) : showsDate(code)) styles.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** 14–17 and 22 everywhere, 27–31, 36 and 50–58 in East Asian editions; 18–21 and 45–47 are times of day. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 31) || format === 36 || (format >= 50 && format <= 58)
  );
}

function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[yde]/i.test(bare.replace(/E[+-]|General/gi, '')) || /[年月日]/.test(code);
}
