/**
 * A small store that speaks S3 and trusts nobody: it works out every signature by itself (SigV4 as published), compares the
 * hash of the body with the signed one, and answers with the ETag of what it kept.
 */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface TestS3 {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; changedAt: Date }>;
  /** requests that it refused, and why */
  refused: string[];
  /** what the next requests are answered with instead */
  failing: { status: number; code: string } | undefined;
  /** the ETag that is told, where it is not the right one */
  lies: boolean;
  page: number;
  close(): Promise<void>;
}

const KEY = { id: 'AKIDTEST', secret: 'a secret of the test', region: 'cn-east-1' };
export const s3Keys = KEY;
const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

export async function anS3(bucket: string): Promise<TestS3> {
  const s3: TestS3 = {
    endpoint: '',
    objects: new Map(),
    refused: [],
    failing: undefined,
    lies: false,
    page: 500,
    close: async () => undefined,
  };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => answer(s3, bucket, request, body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  s3.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  s3.close = () => new Promise((resolve) => server.close(() => resolve()));
  return s3;
}

function answer(s3: TestS3, bucket: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const url = new URL(request.url!, 'http://store');
  const refuse = (status: number, code: string): void => {
    s3.refused.push(`${request.method} ${code}`);
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
  };
  const why = whyNotSigned(request, url, body);
  if (why) return refuse(403, why);
  if (s3.failing) return refuse(s3.failing.status, s3.failing.code);
  if (!url.pathname.startsWith(`/${bucket}/`)) return refuse(404, 'NoSuchBucket');
  const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
  if (request.method === 'GET' && key === '') return list(s3, url.searchParams, response);
  if (request.method === 'PUT') {
    s3.objects.set(key, { bytes: body, changedAt: new Date() });
    const etag = createHash('md5')
      .update(s3.lies ? 'another' : body)
      .digest('hex');
    response.writeHead(200, { etag: `"${etag}"` }).end();
  } else if (request.method === 'DELETE') {
    s3.objects.delete(key);
    response.writeHead(204).end();
  } else {
    const object = s3.objects.get(key);
    if (object) response.writeHead(200).end(object.bytes);
    else refuse(404, 'NoSuchKey');
  }
}

function list({ objects, page }: TestS3, query: URLSearchParams, response: ServerResponse): void {
  const from = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const left = keys.filter((key) => key > from);
  const now = left.slice(0, page);
  const contents = now.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>${objects.get(key)!.changedAt.toISOString()}</LastModified></Contents>`,
  );
  const next = left.length > page ? `<NextContinuationToken>${now.at(-1)}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' }).end(`<ListBucketResult>${contents.join('')}${next}</ListBucketResult>`);
}

function whyNotSigned({ method, headers }: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const told =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!told) return 'AccessDenied';
  const [, id, day, region, names, signature] = told as unknown as [string, string, string, string, string, string];
  if (id !== KEY.id || region !== KEY.region) return 'InvalidAccessKeyId';
  const at = String(headers['x-amz-date']);
  const age = Date.now() - Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!at.startsWith(day) || Math.abs(age) > 15 * 60_000) return 'RequestTimeTooSkewed';
  if (!names.split(';').includes('host') || !names.split(';').includes('x-amz-content-sha256')) return 'AccessDenied';
  const hash = String(headers['x-amz-content-sha256']);
  if (method === 'PUT' && hash !== hex(body)) return 'XAmzContentSHA256Mismatch';
  const path = decodeURIComponent(url.pathname).split('/').map(escaped).join('/');
  const query = [...url.searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const signed = names
    .split(';')
    .map((name) => `${name}:${String(headers[name]).trim()}\n`)
    .join('');
  const canonical = [method, path, query, signed, names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ['s3', 'aws4_request'].reduce<Buffer>(hmac, hmac(hmac(`AWS4${KEY.secret}`, day), region));
  const due = hmac(key, ['AWS4-HMAC-SHA256', at, scope, hex(Buffer.from(canonical))].join('\n')).toString('hex');
  return due === signature ? undefined : 'SignatureDoesNotMatch';
}
