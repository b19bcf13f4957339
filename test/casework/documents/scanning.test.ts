import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '#casework/documents/check-file';
import { clamAv } from '#runtime/files/clamav';
import type { Files } from '#runtime/files/open-files';
import { aClamd, EICAR, type TestClamd } from '../../support/a-clamd.js';
import { aPdf } from '../../support/papers.js';

let byPort: TestClamd;
let bySocket: TestClamd;
const folder = mkdtempSync(join(tmpdir(), 'bangfu-clamd-'));
beforeAll(async () => {
  byPort = await aClamd();
  bySocket = await aClamd(join(folder, 'clamd.ctl'));
});
afterAll(async () => {
  await byPort.close();
  await bySocket.close();
  rmSync(folder, { recursive: true, force: true });
});

const large = (): Buffer => Buffer.concat([aPdf(), Buffer.alloc(900_000, ' '), Buffer.from('%%EOF')]);
const sent = (url: string, bytes: Buffer): ReturnType<typeof checkFile> =>
  checkFile({ mostBytes: 2_000_000, scan: clamAv(url) } as unknown as Files, { fileName: 'a.pdf', declared: '', bytes });

describe.each<[string, () => TestClamd]>([
  ['over a port', () => byPort],
  ['over a socket', () => bySocket],
])('a scanner %s', (_, clamd) => {
  it('lets through what is clean', async () => {
    const before = clamd().scanned;
    expect(await sent(clamd().url, aPdf())).toMatchObject({ scan: 'clean' });
    expect(await sent(clamd().url, large())).toMatchObject({ scan: 'clean' });
    expect(clamd().scanned).toBe(before + 2);
  });

  it('stops a virus, also one that stands far behind', async () => {
    const found = { code: 'attachments.virus', details: { virus: 'Eicar-Test-Signature' } };
    await expect(sent(clamd().url, aPdf(EICAR))).rejects.toMatchObject(found);
    await expect(sent(clamd().url, Buffer.concat([large(), Buffer.from(`${EICAR}\n%%EOF`)]))).rejects.toMatchObject(found);
  });
});

describe('a scanner that does not say yes', () => {
  it('takes nothing in: it is told as away', async () => {
    for (const says of ['INSTREAM size limit exceeded. ERROR', 'stream: something ERROR', 'silence', 'UNKNOWN COMMAND']) {
      byPort.says = says;
      await expect(sent(byPort.url, aPdf())).rejects.toMatchObject({ code: 'attachments.scanner-away', text: { kind: 'unavailable' } });
    }
    byPort.says = undefined;
    await expect(sent('tcp://127.0.0.1:1', aPdf())).rejects.toMatchObject({ code: 'attachments.scanner-away' });
    await expect(sent('unix:/nowhere/clamd.ctl', aPdf())).rejects.toMatchObject({ code: 'attachments.scanner-away' });
  });
});
