/** What a file is that is not taken, told by its own beginning, so that the person knows why and what to do. */
import type { Label } from '../shared/label.js';
import { findText, startsWith, textAt } from './bytes.js';

const executable: Label = { zh: '可执行程序', en: 'a program' };
const page: Label = { zh: '网页（HTML）', en: 'a web page (HTML)' };
const archive: Label = { zh: '压缩包', en: 'a compressed archive' };

const signatures: readonly (readonly [pattern: readonly number[], at: number, what: Label])[] = [
  [[0x4d, 0x5a], 0, executable],
  [[0x7f, 0x45, 0x4c, 0x46], 0, executable],
  [[0xcf, 0xfa, 0xed, 0xfe], 0, executable],
  [[0xca, 0xfe, 0xba, 0xbe], 0, executable],
  [[0x23, 0x21], 0, { zh: '脚本', en: 'a script' }],
  [[0xd0, 0xcf, 0x11, 0xe0], 0, { zh: '旧版 Office 文档（.doc/.xls，请另存为 .docx/.xlsx）', en: 'an old Office document (.doc/.xls)' }],
  [[0x52, 0x61, 0x72, 0x21], 0, archive],
  [[0x37, 0x7a, 0xbc, 0xaf], 0, archive],
  [[0x1f, 0x8b], 0, archive],
  [[0x50, 0x4b, 0x05, 0x06], 0, archive],
  [[0x47, 0x49, 0x46, 0x38], 0, { zh: 'GIF 图片', en: 'a GIF picture' }],
  [[0x42, 0x4d], 0, { zh: 'BMP 图片', en: 'a BMP picture' }],
  [[0x49, 0x49, 0x2a, 0x00], 0, { zh: 'TIFF 图片', en: 'a TIFF picture' }],
  [[0x4d, 0x4d, 0x00, 0x2a], 0, { zh: 'TIFF 图片', en: 'a TIFF picture' }],
  [[0x66, 0x74, 0x79, 0x70], 4, { zh: '视频或其他媒体', en: 'a video or other medium' }],
];

export function unwelcomeFile(bytes: Uint8Array): Label {
  const known = signatures.find(([pattern, at]) => startsWith(bytes, at, pattern));
  if (known) return known[2];
  // Wide letters too: UTF-16 puts a zero between them.
  const start = textAt(bytes, 0, 1_024).replaceAll('\0', '').toLowerCase();
  if (start.includes('<svg')) return { zh: 'SVG 图形', en: 'an SVG drawing' };
  if (/<(?:!doctype|html|head|body|script|iframe|meta)\b/.test(start)) return page;
  if (start.includes('<?php')) return { zh: '脚本', en: 'a script' };
  if (start.trimStart().startsWith('<?xml') || start.trimStart().startsWith('<')) return { zh: 'XML 文件', en: 'an XML file' };
  return findText(bytes, '\0', 0, 4_096) >= 0
    ? { zh: '无法识别的文件', en: 'a file of an unknown kind' }
    : { zh: '纯文本文件', en: 'a plain text file' };
}
