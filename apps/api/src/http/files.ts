import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { sha256 } from '#runtime/files/sha256';
import { refuseHttp } from './http-refusals.js';
import type { FastifyReply, FastifyRequest } from './request.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A download: the name in Chinese for browsers, and a plain one for whatever cannot read it. */
export function asFile(fileName: string, bytes: Buffer, type: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: savedAs(fileName) });
}

/** The same, sent while it is being made. */
export function asFileStream(fileName: string, content: Readable, type: string): StreamableFile {
  return new StreamableFile(content, { type, disposition: savedAs(fileName) });
}

function savedAs(fileName: string): string {
  const plain = `bangfu${/\.[a-z]+$/.exec(fileName)?.[0] ?? ''}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

/** What somebody uploaded: saved, never shown in our own pages' place, and without rights where it is opened all the same. */
export function asEvidence(
  { fileName, bytes, mediaType }: { fileName: string; bytes: Buffer; mediaType: string },
  reply: FastifyReply,
): StreamableFile {
  void reply.header('content-security-policy', "sandbox; default-src 'none'").header('x-content-type-options', 'nosniff');
  return asFile(fileName, bytes, mediaType);
}

/**
 * The one file of an upload, whole, with the fields that came before it. Of what is larger than `mostBytes` one byte more is
 * read, so that whoever judges its size sees that it is too large, and the rest is never kept in memory.
 */
export async function uploadedFile(
  request: FastifyRequest,
  mostBytes?: number,
): Promise<{ fileName: string; declared: string; bytes: Buffer; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw refuseHttp('http.media-type');
  const limits = mostBytes === undefined ? {} : { limits: { fileSize: mostBytes + 1 }, throwFileSizeLimit: false };
  const part = await request.file(limits).catch(asRefused);
  if (!part) throw refuseHttp('http.malformed');
  const bytes = await part.toBuffer().catch(asRefused);
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    if (field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string') fields[name] = field.value;
  }
  // The guard has seen no body of a form: what the key stands for is told here, before anything is done with it.
  if (request.work?.once) request.work.once.request += ` ${part.filename} ${JSON.stringify(fields)} ${sha256(bytes).toString('hex')}`;
  return { fileName: part.filename, declared: part.mimetype, bytes, fields };
}

/** A form that breaks off, or is none, has no status of its own; one that is too large has. */
function asRefused(error: unknown): never {
  if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
  throw refuseHttp('http.malformed');
}
