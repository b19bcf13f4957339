/** Bodies of requests: JSON, and forms with a file. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dice } from '../support/dice.js';
import { naughty } from '../support/naughty.js';
import { aJpeg, aPdf, aPng, aWebp } from '../support/papers.js';

interface Sendable {
  headers: Record<string, string>;
  body?: Buffer;
  /** what a form says before its file */
  fields?: Record<string, string>;
}

const WORKBOOKS = 'test/data/suzhou-2012';
export const workbooks = readdirSync(WORKBOOKS)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => readFileSync(join(WORKBOOKS, name)))
  .sort((a, b) => a.length - b.length)
  .slice(0, 3);

export function withJson<R extends Sendable>(request: R, text: string): R {
  return { ...request, headers: { ...request.headers, 'content-type': 'application/json' }, body: Buffer.from(text) };
}

export function withFile<R extends Sendable>(request: R, file: Buffer, name = '台账.xlsx', field = 'file'): R {
  const boundary = 'bfboundary';
  const before = Object.entries(request.fields ?? {}).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `${before.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    ...request,
    headers: { ...request.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

export function ledger(dice: Dice): Buffer {
  return dice(3) === 0 ? dice.pick(workbooks) : Buffer.from(`姓名,身份证号\n${dice.pick(naughty)},${dice(1e9)}\n`);
}

/** A paper as a family brings it, hardly ever the same one twice. */
export function paper(dice: Dice): { file: Buffer; name: string } {
  const mark = `n${dice(1e9)}`;
  return dice.pick([
    () => ({ file: aPdf(mark), name: '证明.pdf' }),
    () => ({ file: aJpeg(mark), name: '照片.jpg' }),
    () => ({ file: aPng(8 + dice(40), 8 + dice(40)), name: '证明.png' }),
    () => ({ file: aWebp(), name: '照片.webp' }),
  ])();
}
