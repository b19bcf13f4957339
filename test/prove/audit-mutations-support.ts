/** Ways to tamper with an export, each at a random place. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { GENESIS } from '#rules/audit/chain';
import { linkLine, signedText, trailerLine, type Trailer } from '#rules/audit/export-walk';
import type { Dice } from '../support/dice.js';

type Lines = readonly Buffer[];
export type Tamper = (lines: Lines, dice: Dice) => Buffer;
interface LinkLine {
  seq: number;
  hash: string;
  text: string;
}

const END = Buffer.from('\n');
const whole = (lines: Lines): Buffer => Buffer.concat(lines.flatMap((line) => [line, END]));
const read = (line: Buffer): LinkLine => JSON.parse(line.toString()) as LinkLine;
const readTrailer = (lines: Lines): Trailer => JSON.parse(lines.at(-1)!.toString()) as Trailer;
const links = (lines: Lines): number => lines.length - 1;

/** The file with the bytes from `at` on replaced. */
function splice(file: Buffer, at: number, remove: number, add: Buffer | string): Buffer {
  return Buffer.concat([file.subarray(0, at), Buffer.from(add), file.subarray(at + remove)]);
}
/** The lines with some of them replaced. */
function patch(lines: Lines, from: number, remove: number, ...add: Buffer[]): Buffer {
  return whole([...lines.slice(0, from), ...add, ...lines.slice(from + remove)]);
}

function changeText(lines: Lines, at: number, change: (text: string) => string): Buffer {
  const link = read(lines[at]!);
  return patch(lines, at, 1, Buffer.from(linkLine(link.seq, link.hash, change(link.text))));
}

/** What somebody does who knows the format but has not the key: changes an entry and makes every later hash fit. */
function redo(lines: Lines, at: number): { lines: Buffer[]; count: number; head: string } {
  const done = lines.slice(0, at);
  let head = at > 0 ? read(lines[at - 1]!).hash : GENESIS;
  for (let i = at; i < links(lines); i++) {
    const link = read(lines[i]!);
    const text = i === at ? link.text.replace(/"type" : "[^"]*"/, '"type" : "user.unlocked-"') : link.text;
    head = createHash('sha256').update(Buffer.from(head, 'hex')).update(`${link.seq} ${text}`).digest('hex');
    done.push(Buffer.from(linkLine(link.seq, head, text)));
  }
  return { lines: done, count: links(lines), head };
}

const forger = generateKeyPairSync('ed25519');
const forgedKey = forger.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex');

/** Found because the bytes are not what was exported. */
export const tampers: Record<string, Tamper> = {
  'flip a bit': (lines, dice) => {
    const file = whole(lines);
    const at = dice(file.length);
    return splice(file, at, 1, Buffer.from([file[at]! ^ (1 << dice(8))]));
  },
  'another byte': (lines, dice) => {
    const file = whole(lines);
    const at = dice(file.length);
    return splice(file, at, 1, Buffer.from([(file[at]! + 1 + dice(255)) % 256]));
  },
  'drop a byte': (lines, dice) => {
    const file = whole(lines);
    return splice(file, dice(file.length), 1, '');
  },
  'add a byte': (lines, dice) => {
    const file = whole(lines);
    return splice(file, dice(file.length + 1), 0, Buffer.from([dice(256)]));
  },
  'add white space': (lines, dice) => {
    const at = dice(lines.length);
    return patch(lines, at, 1, Buffer.from(lines[at]!.toString().replace(/[{:,]/, (mark) => `${mark} `)));
  },
  'drop a line': (lines, dice) => patch(lines, dice(lines.length), 1),
  'drop some lines': (lines, dice) => {
    const at = dice(links(lines));
    return patch(lines, at, 2 + dice(links(lines) - at));
  },
  'swap two lines': (lines, dice) => {
    const [a, b] = [dice(lines.length), dice(lines.length - 1)];
    const other = b >= a ? b + 1 : b;
    const [low, high] = [Math.min(a, other), Math.max(a, other)];
    return whole([...lines.slice(0, low), lines[high]!, ...lines.slice(low + 1, high), lines[low]!, ...lines.slice(high + 1)]);
  },
  'repeat a line': (lines, dice) => {
    const at = dice(lines.length);
    return patch(lines, at, 0, lines[at]!);
  },
  'cut off the end': (lines, dice) => {
    const file = whole(lines);
    return file.subarray(0, dice(file.length));
  },
  'cut off whole lines': (lines, dice) => whole(lines.slice(0, dice(lines.length))),
  'cut off lines, keep the trailer': (lines, dice) => whole([...lines.slice(0, dice(links(lines))), lines.at(-1)!]),
  'append a line': (lines, dice) => Buffer.concat([whole(lines), lines[dice(lines.length)]!, END]),
  'append bytes': (lines, dice) => Buffer.concat([whole(lines), Buffer.alloc(1 + dice(40), dice(256))]),
  'change a digit of an entry': (lines, dice) =>
    changeText(lines, dice(links(lines)), (text) => replaceOne(text, /\d/g, dice, (digit) => String((Number(digit) + 1 + dice(9)) % 10))),
  'change a word of an entry': (lines, dice) =>
    changeText(lines, dice(links(lines)), (text) => replaceOne(text, /[a-z]{3,}/g, dice, (word) => `${word.slice(1)}${word[0]}x`)),
  'rename who did it': (lines, dice) =>
    changeText(lines, dice(links(lines)), (text) =>
      text.replace(/"actorName" : "([^"]*)"/, (_, name: string) => `"actorName" : "${name}某"`),
    ),
  'empty an entry': (lines, dice) => changeText(lines, dice(links(lines)), () => ''),
  'exchange two entries, keep their hashes': (lines, dice) => {
    const a = dice(links(lines) - 1);
    const [one, next] = [read(lines[a]!), read(lines[a + 1]!)];
    return patch(lines, a, 2, Buffer.from(linkLine(one.seq, one.hash, next.text)), Buffer.from(linkLine(next.seq, next.hash, one.text)));
  },
  'change a number of a line': (lines, dice) => {
    const at = dice(links(lines));
    const link = read(lines[at]!);
    return patch(lines, at, 1, Buffer.from(linkLine(link.seq + 1 + dice(5), link.hash, link.text)));
  },
  'make one hash fit its changed entry': (lines, dice) => {
    const at = dice(links(lines) - 1);
    return patch(lines, at, 1, redo(lines.slice(0, at + 1).concat(lines.at(-1)!), at).lines[at]!);
  },
  'change the trailer': (lines, dice) => {
    const trailer = readTrailer(lines);
    const name = dice.pick(['count', 'head', 'at', 'key', 'signature'] as const);
    const changed =
      name === 'count'
        ? trailer.count + 1 + dice(9)
        : replaceOne(trailer[name], /[0-9]/g, dice, (digit) => String((Number(digit) + 1 + dice(9)) % 10));
    return patch(lines, lines.length - 1, 1, Buffer.from(trailerLine({ ...trailer, [name]: changed })));
  },
};

/** Chains that fit in themselves: found by the signature, or by a head or a signer's key written down elsewhere. */
export const forgeries: Record<string, Tamper> = {
  'redo the chain, keep the signature': (lines, dice) => {
    const { lines: done, count, head } = redo(lines, dice(links(lines)));
    return whole([...done, Buffer.from(trailerLine({ ...readTrailer(lines), count, head }))]);
  },
  'redo the chain, sign with another key': (lines, dice) => forged(redo(lines, dice(links(lines)))),
  'cut short, sign with another key': (lines, dice) => {
    const count = dice(links(lines));
    return forged({ lines: lines.slice(0, count), count, head: count > 0 ? read(lines[count - 1]!).hash : GENESIS });
  },
};

function forged({ lines, count, head }: { lines: Lines; count: number; head: string }): Buffer {
  const at = new Date().toISOString();
  const signature = sign(null, Buffer.from(signedText({ count, head, at })), forger.privateKey).toString('hex');
  return whole([...lines, Buffer.from(trailerLine({ count, head, at, key: forgedKey, signature }))]);
}

function replaceOne(text: string, what: RegExp, dice: Dice, by: (found: string) => string): string {
  const found = [...text.matchAll(what)];
  const one = found[dice(found.length)]!;
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length);
}
