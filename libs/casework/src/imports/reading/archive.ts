import { Transform, type Readable } from 'node:stream';
import yauzl from 'yauzl';
import { Refusal } from '#rules/shared/refusal';
import { damaged, LIMITS, tooBig } from './limits.js';

/** The parts of a workbook's archive, each readable as often as needed. */
export class Archive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly parts: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  static async open(bytes: Buffer): Promise<Archive> {
    const parts = new Map<string, yauzl.Entry>();
    const zip = await inOurWords(() => yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }));
    await inOurWords(async () => {
      if (zip.entryCount > LIMITS.parts) tooBig('压缩包内文件数', LIMITS.parts);
      for await (const part of zip.eachEntry()) parts.set(part.fileName.replace(/^\/+/, ''), part);
    });
    return new Archive(zip, parts);
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** Counts what is really unpacked: a header may lie about its size. */
  async read(name: string): Promise<Readable> {
    const part = this.parts.get(name);
    if (!part) damaged(`缺少 ${name}`);
    if (part.uncompressedSize > LIMITS.partBytes) tooBig('解压后大小（字节）', LIMITS.partBytes);
    if (part.uncompressedSize > 16 * 1024 * 1024 && part.uncompressedSize > part.compressedSize * LIMITS.ratio)
      tooBig('压缩比', LIMITS.ratio);
    let unpacked = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        unpacked += chunk.length;
        if (unpacked <= LIMITS.partBytes) done(null, chunk);
        else done(new Error('more than declared'));
      },
    });
    const stream = await inOurWords(() => this.zip.openReadStreamPromise(part));
    stream.on('error', (error) => counted.destroy(error));
    // Damage may show before anybody reads: the reader is told when it begins, and until then it must not end the process.
    counted.on('error', () => undefined);
    counted.on('close', () => stream.destroy());
    return stream.pipe(counted);
  }
}

/** Whatever goes wrong while unpacking and parsing is the file's fault, and is told as such. */
export async function inOurWords<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    throw faultOf(error);
  }
}

export function faultOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  try {
    damaged(error instanceof Error ? error.message.slice(0, 120) : '未知');
  } catch (refusal) {
    return refusal;
  }
}
