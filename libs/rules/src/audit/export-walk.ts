import { ChainWalk, headMissing, type Fault, type LinkHash } from './chain.js';

/** The last line of an export: how long the chain was, its head, and a signature that anybody can check. */
export interface Trailer {
  count: number;
  head: string;
  at: string;
  key: string;
  signature: string;
}
export interface Checks {
  hash: LinkHash;
  /** whether `signature` over `text` was made with the private half of `key` */
  signed: (key: string, text: string, signature: string) => boolean;
}

export const linkLine = (seq: number, hash: string, text: string): string => JSON.stringify({ seq, hash, text });
export const trailerLine = ({ count, head, at, key, signature }: Trailer): string => JSON.stringify({ count, head, at, key, signature });
export const signedText = ({ count, head, at }: Pick<Trailer, 'count' | 'head' | 'at'>): string => `bangfu audit ${count} ${head} ${at}`;

/**
 * Reads an export line by line and names the first fault. A line must be written exactly as the export writes it: another
 * spelling of the same JSON is a change too.
 */
export class ExportWalk {
  private readonly chain: ChainWalk;
  private trailer?: Trailer;
  private wantedSeen: boolean;
  private lines = 0;

  /** `wanted`: a head written down elsewhere; `signer`: the key that must have signed. */
  constructor(
    private readonly checks: Checks,
    private readonly wanted: { head?: string | undefined; signer?: string | undefined } = {},
  ) {
    this.chain = new ChainWalk(checks.hash);
    this.wantedSeen = wanted.head === undefined;
  }

  get links(): number {
    return this.chain.links;
  }

  get head(): string {
    return this.chain.head;
  }

  get signer(): string | undefined {
    return this.trailer?.key;
  }

  step(line: string): Fault | undefined {
    this.lines += 1;
    if (this.trailer) return this.fault('结尾行之后还有内容', 'There is something after the last line');
    const value = read(line);
    if (isLink(value) && linkLine(value.seq, value.hash, value.text) === line) {
      const fault = this.chain.step(value);
      this.wantedSeen ||= value.hash === this.wanted.head;
      return fault;
    }
    if (!isTrailer(value) || trailerLine(value) !== line)
      return this.fault('这一行无法识别或被改写', 'This line cannot be read, or was written anew');
    this.trailer = value;
    if (value.count === this.links && value.head === this.head) return undefined;
    return this.fault('结尾行的条数或链头与内容不符', 'The last line tells another count or head than the file holds');
  }

  /** After the last line. `whole` is whether the file ended with a line's end. */
  end(whole: boolean): Fault | undefined {
    const { trailer } = this;
    if (!trailer || !whole)
      return {
        seq: whole ? this.lines + 1 : this.lines,
        zh: '文件不完整：没有结尾行',
        en: 'The file is cut short: its last line is missing',
      };
    if (!this.checks.signed(trailer.key, signedText(trailer), trailer.signature))
      return this.fault('结尾行的签名不对', 'The signature of the last line is wrong');
    if (this.wanted.signer !== undefined && trailer.key !== this.wanted.signer)
      return this.fault('不是由所指定的系统签名', 'It was signed by another system than the one named');
    return this.wantedSeen ? undefined : headMissing(this.links, this.wanted.head!);
  }

  private fault(zh: string, en: string): Fault {
    return { seq: this.lines, zh: `第 ${this.lines} 行：${zh}`, en: `Line ${this.lines}: ${en}` };
  }
}

function read(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const isLink = (value: Record<string, unknown>): value is { seq: number; hash: string; text: string } =>
  typeof value['seq'] === 'number' && typeof value['hash'] === 'string' && typeof value['text'] === 'string';
const isTrailer = (value: object): value is Trailer =>
  'count' in value && 'head' in value && 'at' in value && 'key' in value && 'signature' in value;
