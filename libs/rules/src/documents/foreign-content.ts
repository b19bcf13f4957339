/** A file that is two things at once (a picture that is also an archive or a page) means to be taken for the other one somewhere. */
import type { Label } from '../shared/label.js';
import { findText, littleNumberAt } from './bytes.js';
import type { FileType } from './file-types.js';

const archive: Label = { zh: '压缩包', en: 'an archive' };
const markup: Label = { zh: '网页脚本', en: 'web markup' };

const anywhere: readonly (readonly [text: string, what: Label])[] = [
  ['Rar!\x1a\x07', archive],
  ["7z\xbc\xaf'\x1c", archive],
  ['This program cannot be run in DOS mode', { zh: '可执行程序', en: 'a program' }],
];
const pages: readonly string[] = ['<script', '<html', '<!doctype', '<svg', '<iframe', '<?php'];
/** As far as a reader of PDFs looks for the beginning of one, and a browser for that of a page. */
const START = 1_024;

export function foreignContent(type: FileType, bytes: Uint8Array): Label | undefined {
  // An office document is an archive with parts of markup; its parts are looked at one by one.
  if (type === 'docx' || type === 'xlsx') return findText(bytes, '%PDF-', 0, START) >= 0 ? { zh: 'PDF', en: 'a PDF' } : undefined;
  if (endsArchive(bytes)) return archive;
  const known = anywhere.find(([text]) => findText(bytes, text) >= 0);
  if (known) return known[1];
  if (type !== 'pdf' && findText(bytes, '%PDF-', 0, START) >= 0) return { zh: 'PDF', en: 'a PDF' };
  // A PDF may tell of markup in its own text; a picture has no reason to.
  const until = type === 'pdf' ? START : bytes.length;
  return pages.some((text) => findText(bytes, text, 0, until) >= 0) ? markup : undefined;
}

/** The closing record of a zip: its two counts agree, and it names a directory that lies before it. */
function endsArchive(bytes: Uint8Array): boolean {
  for (let at = findText(bytes, 'PK\x05\x06'); at >= 0; at = findText(bytes, 'PK\x05\x06', at + 1)) {
    const [here, all, size] = [littleNumberAt(bytes, at + 8, 2), littleNumberAt(bytes, at + 10, 2), littleNumberAt(bytes, at + 12, 4)];
    if (here === all && here > 0 && size <= at) return true;
  }
  return false;
}
