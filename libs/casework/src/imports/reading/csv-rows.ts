import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { SheetRow } from '#rules/imports/cell';
import { damaged, LIMITS, tooBig } from './limits.js';

/** The rows of a CSV file: UTF-8 with or without a mark, UTF-16 with one, or else the Chinese national encoding. */
export async function* csvRows(bytes: Buffer): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes);
  const parser = parse({
    delimiter: delimiterOf(new TextDecoder(encoding).decode(bytes.subarray(0, 8_192))),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.columns * LIMITS.cellCharacters,
  });
  const records = Readable.from(decoded(bytes, encoding))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let number = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number += 1;
      if (number > LIMITS.rows) tooBig('行数', LIMITS.rows);
      if (record.length > LIMITS.columns) tooBig('列数', LIMITS.columns);
      yield { number, cells: record.map((text) => (text === '' ? undefined : text.replaceAll('\0', ''))) };
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) damaged(`第${number + 1}行引号不成对`);
    throw error;
  } finally {
    records.destroy();
  }
}

function* decoded(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += 65_536) yield decoder.decode(bytes.subarray(at, at + 65_536), { stream: true });
  yield decoder.decode();
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** Comma, tab or semicolon: whichever the first lines have most of. */
function delimiterOf(start: string): string {
  const lines = start.split(/\r?\n/, 6).join('\n');
  return [',', '\t', ';'].map((mark) => ({ mark, times: lines.split(mark).length })).sort((a, b) => b.times - a.times)[0]!.mark;
}
