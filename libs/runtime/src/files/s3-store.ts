import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import { isFileName, type FileStore, type StoredFile } from './file-store.js';
import { isContentOf } from './sha256.js';

export interface S3Settings {
  readonly bucket: string;
  /** '' or 'folder/' */
  readonly prefix: string;
  readonly endpoint: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  /** bucket in the path (MinIO, Ceph) or in the host (some clouds take nothing else) */
  readonly style: 'path' | 'host';
}

const TIMEOUT_MS = 30_000;

/** Any store that speaks S3. Every request is signed over the hash of its body, which is the name of the file itself. */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket, prefix, endpoint, region, keyId, secret, style } = settings;
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries: 2 });
  const base = new URL(endpoint);
  if (style === 'host') base.host = `${bucket}.${base.host}`;
  else base.pathname = `${base.pathname.replace(/\/$/, '')}/${bucket}/`;
  const urlOf = (name: string): string => new URL(`${prefix}${name.slice(0, 2)}/${name}`, base).toString();

  async function ask(method: string, url: string, init: { body?: Buffer; headers?: Record<string, string> } = {}): Promise<Response> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return client.fetch(url, { method, signal, ...init } as RequestInit).catch((cause: unknown) => {
      throw away(cause);
    });
  }

  async function remove(name: string): Promise<void> {
    const answer = await ask('DELETE', urlOf(name));
    if (!answer.ok && answer.status !== 404) throw await refusalOf(answer);
  }

  return {
    async put(name, bytes) {
      const headers = { 'x-amz-content-sha256': name, 'content-type': 'application/octet-stream' };
      const answer = await ask('PUT', urlOf(name), { body: bytes, headers });
      if (!answer.ok) throw await refusalOf(answer);
      if (!isWhole(answer, bytes)) throw away(new Error('the store answered with the ETag of another content'));
    },
    async get(name) {
      const answer = await ask('GET', urlOf(name));
      if (answer.status === 404) throw refuseAttachment('attachments.lost');
      if (!answer.ok) throw await refusalOf(answer);
      const bytes = await answer.arrayBuffer().then(Buffer.from, (cause: unknown): never => {
        throw away(cause);
      });
      if (!isContentOf(name, bytes)) throw refuseAttachment('attachments.lost');
      return bytes;
    },
    remove,
    async *list() {
      for (let token: string | undefined; ;) {
        const url = new URL(base);
        url.search = new URLSearchParams({
          'list-type': '2',
          prefix,
          'max-keys': '500',
          ...(token && { 'continuation-token': token }),
        }).toString();
        const answer = await ask('GET', url.toString());
        if (!answer.ok) throw await refusalOf(answer);
        const listed = await answer.text();
        yield entries(listed, remove);
        token = tagged(listed, 'NextContinuationToken');
        if (!token) return;
      }
    },
  };
}

/** The ETag of an object sent in one piece is its MD5, unless the store seals it with a key of its own. */
function isWhole(answer: Response, bytes: Buffer): boolean {
  const etag = /^"?([0-9a-f]{32})"?$/i.exec(answer.headers.get('etag') ?? '')?.[1];
  if (!etag || /kms|c$/.test(answer.headers.get('x-amz-server-side-encryption') ?? '')) return true;
  return createHash('md5').update(bytes).digest('hex') === etag.toLowerCase();
}

function entries(listed: string, remove: (name: string) => Promise<void>): StoredFile[] {
  return [...listed.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].flatMap(([, entry]) => {
    const name = tagged(entry!, 'Key')?.split('/').at(-1) ?? '';
    const changed = tagged(entry!, 'LastModified');
    // Whatever else lies in the bucket is not ours.
    return isFileName(name) && changed ? { name, changedAt: new Date(changed), remove: () => remove(name) } : [];
  });
}

const tagged = (xml: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const away = (cause: unknown): Error => Object.assign(refuseAttachment('attachments.store-away'), { cause });

/** What the store said goes to the log by its code, never the keys. */
async function refusalOf(answer: Response): Promise<Error> {
  const code = tagged(await answer.text().catch(() => ''), 'Code') ?? '';
  const full = answer.status === 507 || /QuotaExceeded|StorageFull|InsufficientCapacity/i.test(code);
  const refusal = refuseAttachment(full ? 'attachments.store-full' : 'attachments.store-away');
  return Object.assign(refusal, { cause: new Error(`${answer.status} ${code}`) });
}
