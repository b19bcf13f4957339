/**
 * Sends requests over a few connections, each the next as soon as the last is answered, and counts. A process of its own, on
 * bare sockets: a client that costs more than the server would measure itself.
 */
import { connect, type Socket } from 'node:net';
import type { Answered, Load, Request } from './loading.js';

const histogram = (): Uint32Array => new Uint32Array(200_000); // tenths of a millisecond
interface Tally {
  done: number;
  bytes: number;
  statuses: Map<number, number>;
  times: Uint32Array;
  wrong?: string;
}

/** The bytes of a request; `{n}` stands for a number that never comes twice. */
function writer(load: Load): (request: Request) => Buffer | string {
  const ready = new Map<Request, Buffer>();
  const text = ({ method, path, headers = {}, body }: Request): string => {
    const lines = Object.entries({ host: 'bench', connection: 'keep-alive', ...load.headers, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    const sized = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    return `${method} ${path} HTTP/1.1\r\n${lines.join('')}${sized}\r\n${body ?? ''}`;
  };
  const mark = /\{n\}/g;
  return (request) => {
    const known = ready.get(request);
    if (known) return known;
    const whole = text(request);
    // All of one length, so that content-length stays right.
    if (whole.includes('{n}'))
      return text({ ...request, ...(request.body && { body: request.body.replace(mark, number(++n)) }) }).replace(mark, number(++n));
    const bytes = Buffer.from(whole);
    ready.set(request, bytes);
    return bytes;
  };
}
let n = 0;
const start = Date.now().toString(36);
const number = (count: number): string => `${start}-${String(count).padStart(9, '0')}`;

class Connection {
  private readonly socket: Socket;
  private pending: Buffer = Buffer.alloc(0);
  private answered?: (status: number, bytes: number, body: () => string) => void;
  private failed?: (error: Error) => void;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk: Buffer) => this.read(chunk));
    this.socket.on('error', (error) => this.failed?.(error));
    this.socket.on('close', () => this.failed?.(new Error('connection closed')));
  }

  ask(bytes: Buffer | string): Promise<{ status: number; bytes: number; body: () => string }> {
    return new Promise((resolve, reject) => {
      this.answered = (status, size, body) => resolve({ status, bytes: size, body });
      this.failed = reject;
      this.socket.write(bytes);
    });
  }

  private read(chunk: Buffer): void {
    const all = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const end = all.indexOf('\r\n\r\n');
    const length = end < 0 ? undefined : lengthOf(all.toString('latin1', 0, end));
    if (length === undefined || all.length < end + 4 + length) {
      this.pending = all;
      return;
    }
    this.pending = Buffer.alloc(0);
    this.answered?.(Number(all.toString('latin1', 9, 12)), length, () => all.toString('utf8', end + 4));
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }
}

function lengthOf(head: string): number {
  const found = /content-length: (\d+)/i.exec(head);
  if (!found && /transfer-encoding: chunked/i.test(head)) throw new Error('a chunked answer can not be counted');
  return Number(found?.[1] ?? 0);
}

async function run(load: Load): Promise<Answered> {
  const write = writer(load);
  let next = 0;
  const take = (): Request | undefined => (load.once ? load.requests[next++] : load.requests[next++ % load.requests.length]);
  const lines = await Promise.all(Array.from({ length: load.connections }, async () => new Connection(load.port)));
  const warm: Tally = { done: 0, bytes: 0, statuses: new Map(), times: histogram() };
  await during(load.warmSeconds, lines, take, write, warm);
  const tally: Tally = { done: 0, bytes: 0, statuses: new Map(), times: histogram() };
  const seconds = await during(load.seconds, lines, take, write, tally);
  for (const line of lines) line.close();
  const wrong = warm.wrong ?? tally.wrong;
  return {
    perSecond: tally.done / seconds,
    done: tally.done,
    p50: quantile(tally, 0.5),
    p99: quantile(tally, 0.99),
    meanBytes: tally.bytes / Math.max(1, tally.done),
    ...(wrong !== undefined && { wrong }),
    ranOut: Boolean(load.once) && next >= load.requests.length,
  };
}

async function during(
  seconds: number,
  lines: Connection[],
  take: () => Request | undefined,
  write: (r: Request) => Buffer | string,
  tally: Tally,
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    lines.map(async (line) => {
      for (let now = performance.now(); now < until;) {
        const request = take();
        if (!request) return;
        const { status, bytes, body } = await line.ask(write(request));
        const after = performance.now();
        const slot = Math.min(tally.times.length - 1, Math.round((after - now) * 10));
        tally.times[slot]! += 1;
        tally.done += 1;
        tally.bytes += bytes;
        if (status < 200 || status > 299) tally.wrong ??= `${request.method} ${request.path} → ${status} ${body().slice(0, 300)}`;
        now = after;
      }
    }),
  );
  return (performance.now() - began) / 1000;
}

function quantile({ times, done }: Tally, share: number): number {
  let seen = 0;
  for (let slot = 0; slot < times.length; slot++) {
    seen += times[slot]!;
    if (seen >= done * share) return slot / 10;
  }
  return 0;
}

process.on('message', (load: Load) => {
  run(load).then(
    (answered) => process.send!(answered),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
