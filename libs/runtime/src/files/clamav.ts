import { connect, type Socket } from 'node:net';
import { refuseAttachment } from '#rules/documents/attachment-refusals';

/** Looks for viruses: returns when there is none, refuses when there is one or nobody could look. */
export type Scan = (bytes: Buffer) => Promise<void>;

const CONNECT_MS = 5_000;
const SCAN_MS = 120_000;
const CHUNK = 256 * 1024;

/** A clamd at tcp://host:port or unix:/path, asked by INSTREAM: length and bytes, piece by piece, and nothing to end it. */
export function clamAv(address: string): Scan {
  return async (bytes) => {
    const verdict = await ask(address, bytes).catch((cause: unknown) => {
      throw Object.assign(refuseAttachment('attachments.scanner-away'), { cause });
    });
    const virus = /^stream: (.+) FOUND$/.exec(verdict)?.[1];
    if (virus) throw refuseAttachment('attachments.virus', { virus: virus.slice(0, 80) });
    // Whatever is not a clear yes (a size limit, a scanner without signatures) is no scan.
    if (verdict !== 'stream: OK')
      throw Object.assign(refuseAttachment('attachments.scanner-away'), { cause: new Error(`clamd said: ${verdict.slice(0, 100)}`) });
  };
}

function ask(address: string, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(address);
    let answer = '';
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('clamd did not answer in time')));
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      socket.setTimeout(SCAN_MS);
      send(socket, bytes);
    });
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', (error) => (answer ? resolve(clean(answer)) : reject(error)));
    socket.on('close', () => (answer ? resolve(clean(answer)) : reject(new Error('clamd closed without an answer'))));
  });
}

function open(address: string): Socket {
  const url = new URL(address);
  if (url.protocol === 'unix:') return connect({ path: decodeURIComponent(url.pathname) });
  return connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) });
}

/** `z`: commands and answers end with a zero byte. */
function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  const length = (size: number): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(size);
    return head;
  };
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK);
    socket.write(length(piece.length));
    socket.write(piece);
  }
  socket.write(length(0));
}

const clean = (answer: string): string => answer.replaceAll('\0', '').trim();
