import { describe, expect, it } from 'vitest';
import { checkFile, type Upload } from '#casework/documents/check-file';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import type { Files } from '#runtime/files/open-files';
import { anArchive } from '../../support/a-workbook.js';
import { aBomb, aDocx, aHeic, aJpeg, aMacroBook, aPdf, aPng, aWebp, anXlsx } from '../../support/papers.js';

const files = { mostBytes: 1024 * 1024 } as Files;
const check = (fileName: string, bytes: Buffer, declared = ''): ReturnType<typeof checkFile> =>
  checkFile(files, { fileName, declared, bytes } satisfies Upload);
const zip = (): Promise<Buffer> => anArchive({ 'a.txt': 'a', 'b.txt': 'b' });
const joined = (...parts: (Buffer | string)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));

describe('what is taken', () => {
  it.each<[string, Buffer | Promise<Buffer>, string, string]>([
    ['身份证 正面.JPG', aJpeg(), 'image/jpeg', 'jpeg'],
    ['a.jpeg', aJpeg(), 'image/pjpeg', 'jpeg'],
    ['扫描.png', aPng(), 'image/png', 'png'],
    ['p.webp', aWebp(), 'image/webp', 'webp'],
    ['IMG_0001.HEIC', aHeic(), 'application/octet-stream', 'heic'],
    ['收入证明.pdf', aPdf(), 'application/pdf', 'pdf'],
    ['说明.docx', aDocx(), '', 'docx'],
    ['流水.xlsx', anXlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['live.jpg', joined(aJpeg(), '\0\0\0\x18ftypmp42', 'film'.repeat(100)), 'image/jpeg', 'jpeg'],
  ])('%s', async (name, bytes, declared, type) => {
    expect(await check(name, await bytes, declared)).toMatchObject({ type, scan: 'not-scanned' });
  });

  it('is kept under a name that misleads nobody', async () => {
    const name = async (given: string): Promise<string> => (await check(given, aPdf())).name;
    expect(await name('../../etc/passwd.pdf')).toBe('passwd.pdf');
    expect(await name('C:\\用户\\扫描件.pdf')).toBe('扫描件.pdf');
    expect(await name('good\u202Efdp.exe.pdf')).toBe('goodfdp.exe.pdf');
    expect(await name('a\0b\r\nSet-Cookie: x.pdf')).toBe('abSet-Cookie_ x.pdf');
    expect(await name('320508188001010020.pdf')).toBe('320508********0020.pdf');
    expect(await name(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(120)}.pdf`);
    expect(await name('..  .hidden.pdf')).toBe('hidden.pdf');
  });
});

describe('what is refused', () => {
  it.each<[why: keyof typeof refuseAttachment.texts | string, name: string, bytes: Buffer | Promise<Buffer>, declared?: string]>([
    ['attachments.empty', 'a.pdf', Buffer.alloc(0)],
    ['attachments.too-large', 'a.pdf', joined(aPdf(), Buffer.alloc(1024 * 1024))],
    ['attachments.name', '收入证明', aPdf()],
    ['attachments.name', '..', aPdf()],
    ['attachments.type-differs', 'a.pdf', aPng()],
    ['attachments.type-differs', 'a.png', aJpeg()],
    ['attachments.type-differs', 'a.docx', anXlsx()],
    ['attachments.type-differs', 'a.pdf.exe', aPdf()],
    ['attachments.type-differs', 'a.html', aPdf()],
    ['attachments.declared-differs', 'a.pdf', aPdf(), 'text/html'],
    ['attachments.declared-differs', 'a.png', aPng(), 'image/svg+xml'],
    ['attachments.unwelcome', 'a.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['attachments.unwelcome', 'a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['attachments.unwelcome', 'a.jpg', Buffer.from('MZ\x90\0 and so on', 'latin1')],
    ['attachments.unwelcome', 'a.pdf', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['attachments.unwelcome', 'a.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['attachments.unwelcome', 'a.jpg', Buffer.from('GIF89a')],
    ['attachments.unwelcome', 'a.docx', zip()],
    ['attachments.damaged', 'a.pdf', Buffer.from('%PDF-1.7 and then the line broke off')],
    ['attachments.damaged', 'a.jpg', aJpeg().subarray(0, -4)],
    ['attachments.damaged', 'a.png', aPng().subarray(0, -6)],
    ['attachments.damaged', 'a.docx', joined('PK\x03\x04', 'no archive at all')],
    ['attachments.bomb', 'a.png', aPng(100_000, 100_000)],
    ['attachments.bomb', 'a.docx', aBomb()],
    ['attachments.active', 'a.pdf', aPdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['attachments.active', 'a.pdf', aPdf('/OpenAction << /S /J#61vaScript >>')],
    ['attachments.active', 'a.pdf', aPdf('/A << /S /Launch /F (cmd.exe) >>')],
    ['attachments.active', 'a.docx', aDocx({ 'word/vbaProject.bin': 'macro' })],
    ['attachments.active', 'a.xlsx', aMacroBook()],
    ['attachments.active', 'a.xlsx', anXlsx({ 'xl/embeddings/tool.exe': 'MZ' })],
    [
      'attachments.active',
      'a.docx',
      aDocx({
        'word/_rels/settings.xml.rels': '<Relationship Type="x/attachedTemplate" Target="http://bad/x.dotm" TargetMode="External"/>',
      }),
    ],
    ['attachments.hides-another', 'a.png', joined(aPng(), 'something')],
    ['attachments.hides-another', 'a.jpg', aJpeg('<script>alert(1)</script>')],
    ['attachments.hides-another', 'a.jpg', aJpeg('%PDF-1.7')],
    ['attachments.hides-another', 'a.jpg', zip().then((archive) => joined(aJpeg(), archive))],
    ['attachments.hides-another', 'a.pdf', zip().then((archive) => joined(aPdf(), archive, '\n%%EOF'))],
  ])('%s: %s', async (why, name, bytes, declared) => {
    await expect(check(name, await bytes, declared)).rejects.toMatchObject({ code: why });
  });

  it('parts of an archive that overlap', async () => {
    const archive = await aDocx({ 'word/a.xml': '<a/>', 'word/b.xml': '<b/>' });
    // The last entry of the directory is pointed at the packed bytes of the first.
    const last = archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    archive.writeUInt32LE(10, last + 42);
    await expect(check('a.docx', archive)).rejects.toMatchObject({ code: 'attachments.bomb' });
  });

  it('with a sentence in both languages that says what to do', () => {
    for (const text of Object.values(refuseAttachment.texts)) expect(text.zh.length > 10 && text.en.length > 20).toBe(true);
  });
});
