/** The kinds of files that a paper may come as, and how each is known by its own bytes. */
import type { Label } from '../shared/label.js';
import { startsWith, textAt } from './bytes.js';

interface FileTypeText extends Label {
  readonly media: string;
  readonly extensions: readonly string[];
  /** What senders call it besides. */
  readonly also: readonly string[];
  /** A browser shows it by itself. */
  readonly viewable: boolean;
}

export const fileTypes = {
  pdf: { zh: 'PDF 文档', en: 'PDF', media: 'application/pdf', extensions: ['pdf'], also: ['application/x-pdf'], viewable: true },
  jpeg: {
    zh: 'JPEG 图片',
    en: 'JPEG picture',
    media: 'image/jpeg',
    extensions: ['jpg', 'jpeg'],
    also: ['image/jpg', 'image/pjpeg'],
    viewable: true,
  },
  png: { zh: 'PNG 图片', en: 'PNG picture', media: 'image/png', extensions: ['png'], also: ['image/x-png'], viewable: true },
  webp: { zh: 'WebP 图片', en: 'WebP picture', media: 'image/webp', extensions: ['webp'], also: [], viewable: true },
  heic: {
    zh: 'HEIC 图片',
    en: 'HEIC picture',
    media: 'image/heic',
    extensions: ['heic', 'heif'],
    also: ['image/heif', 'image/heic-sequence', 'image/heif-sequence'],
    viewable: false,
  },
  docx: {
    zh: 'Word 文档（.docx）',
    en: 'Word document (.docx)',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    also: ['application/zip', 'application/x-zip-compressed'],
    viewable: false,
  },
  xlsx: {
    zh: 'Excel 工作簿（.xlsx）',
    en: 'Excel workbook (.xlsx)',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    also: ['application/zip', 'application/x-zip-compressed'],
    viewable: false,
  },
} as const satisfies Record<string, FileTypeText>;
export type FileType = keyof typeof fileTypes;
export const fileTypeNames = Object.keys(fileTypes) as FileType[];

/** For a file dialog. */
export const acceptedExtensions: readonly string[] = Object.values(fileTypes).flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
);
export const isViewable = (media: string): boolean => Object.values(fileTypes).some((type) => type.viewable && type.media === media);

const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** By the first bytes alone, whatever the name says. Which office document an archive is has to be looked up inside. */
export function recogniseFile(bytes: Uint8Array): Exclude<FileType, 'docx' | 'xlsx'> | 'archive' | undefined {
  if (startsWith(bytes, 0, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp';
  if (textAt(bytes, 4, 4) === 'ftyp' && HEIF_BRANDS.includes(textAt(bytes, 8, 4))) return 'heic';
  return startsWith(bytes, 0, [0x50, 0x4b, 0x03, 0x04]) ? 'archive' : undefined;
}
