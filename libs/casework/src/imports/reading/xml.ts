import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { faultOf } from './archive.js';
import { damaged } from './limits.js';

/** Calls for the elements of a part, by local name: some programs write <x:row>, most <row>. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Feeds a part to the reader, chunk by chunk, and says after each chunk that more was read. Entities of its own making,
 * which could grow without end, need a document type: none is accepted.
 */
export async function* xmlChunks(stream: Readable, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  parser.on('doctype', () => damaged('含有文档类型定义'));
  parser.on('opentag', (tag) => reader.open(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => reader.close?.(local(tag.name)));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    throw faultOf(error);
  } finally {
    stream.destroy();
  }
}

export async function readXml(stream: Readable, reader: XmlReader): Promise<void> {
  for await (const _ of xmlChunks(stream, reader)) void _;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its local name: r:id, whatever the prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1];
}

/** Workbooks write control characters as _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code < 0x20 && code !== 9 && code !== 10 && code !== 13 ? '' : String.fromCharCode(code);
  });
}
