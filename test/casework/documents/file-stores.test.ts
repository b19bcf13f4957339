import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diskStore } from '#runtime/files/disk-store';
import type { FileStore, StoredFile } from '#runtime/files/file-store';
import { s3Store } from '#runtime/files/s3-store';
import { sha256 } from '#runtime/files/sha256';
import { anS3, s3Keys, type TestS3 } from '../../support/an-s3.js';

const content = randomBytes(40_000);
const nameOf = (bytes: Buffer): string => sha256(bytes).toString('hex');
const name = nameOf(content);

let root: string;
let s3: TestS3;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bangfu-files-'));
  s3 = await anS3('papers');
});
afterAll(async () => {
  await s3.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(() => {
  s3.objects.clear();
  s3.refused.length = 0;
  Object.assign(s3, { failing: undefined, lies: false, page: 500 });
});

const inBucket = (over: object = {}): FileStore =>
  s3Store({
    bucket: 'papers',
    prefix: 'bangfu/',
    endpoint: s3.endpoint,
    region: s3Keys.region,
    keyId: s3Keys.id,
    secret: s3Keys.secret,
    style: 'path',
    ...over,
  });
const listed = async (store: FileStore): Promise<StoredFile[]> => {
  const all: StoredFile[] = [];
  for await (const page of store.list()) all.push(...page);
  return all;
};

describe.each<[string, () => FileStore]>([
  ['a folder', () => diskStore(join(root, 'common'))],
  ['a bucket', () => inBucket()],
])('%s', (_, make) => {
  it('keeps, gives, lists and removes', async () => {
    const store = make();
    expect(await listed(store)).toEqual([]);
    await store.put(name, content);
    await store.put(name, content);
    expect((await store.get(name)).equals(content)).toBe(true);
    expect((await listed(store)).map((file) => file.name)).toEqual([name]);
    await store.remove(name);
    await store.remove(name);
    expect(await listed(store)).toEqual([]);
    await expect(store.get(name)).rejects.toMatchObject({ code: 'attachments.lost' });
  });
});

describe('a folder', () => {
  it('leaves no half file, and lists what an upload that broke off has left', async () => {
    const folder = join(root, 'half');
    const store = diskStore(folder);
    await store.put(name, content);
    expect((await readdir(folder)).filter((entry) => entry.endsWith('.part'))).toEqual([]);
    expect((await stat(join(folder, name.slice(0, 2), name.slice(2, 4), name))).mode & 0o077).toBe(0);
    await writeFile(join(folder, `${name}.0123456789ab.part`), content.subarray(0, 100));
    await writeFile(join(folder, 'somebody else’s.txt'), 'not ours');
    await utimes(join(folder, `${name}.0123456789ab.part`), 1, 1);
    const files = await listed(store);
    expect(files.map((file) => file.name)).toEqual(expect.arrayContaining([name, undefined]));
    expect(files.length).toBe(2);
    await files.find((file) => file.name === undefined)!.remove();
    expect(await readdir(folder)).not.toContain(`${name}.0123456789ab.part`);
    expect(await readdir(folder)).toContain('somebody else’s.txt');
  });

  it('says that a file is damaged, gone, or the whole folder away', async () => {
    const folder = join(root, 'damaged');
    const store = diskStore(folder);
    await store.put(name, content);
    const path = join(folder, name.slice(0, 2), name.slice(2, 4), name);
    const bytes = await readFile(path);
    bytes[100]! ^= 1;
    await writeFile(path, bytes);
    await expect(store.get(name)).rejects.toMatchObject({ code: 'attachments.lost' });
    await rm(folder, { recursive: true });
    await expect(store.get(name)).rejects.toMatchObject({ code: 'attachments.store-away' });
    await mkdir(folder);
    await writeFile(join(folder, name.slice(0, 2)), 'a file where a folder should be');
    await expect(store.put(name, content)).rejects.toMatchObject({ code: 'attachments.store-away', text: { kind: 'unavailable' } });
    await chmod(folder, 0o700);
  });
});

describe('a bucket', () => {
  it('takes only what is signed by its key, over the very bytes', async () => {
    await inBucket().put(name, content);
    expect([...s3.objects.keys()]).toEqual([`bangfu/${name.slice(0, 2)}/${name}`]);
    await expect(inBucket({ secret: 'a wrong one' }).put(name, content)).rejects.toMatchObject({ code: 'attachments.store-away' });
    await expect(inBucket().put(nameOf(Buffer.from('other')), content)).rejects.toMatchObject({ code: 'attachments.store-away' });
    expect(s3.refused).toEqual(['PUT SignatureDoesNotMatch', 'PUT XAmzContentSHA256Mismatch']);
    expect(s3.objects.size).toBe(1);
  });

  it('is believed only with the right ETag', async () => {
    s3.lies = true;
    await expect(inBucket().put(name, content)).rejects.toMatchObject({ code: 'attachments.store-away' });
  });

  it('says when it is full, away, or holds another content', async () => {
    s3.failing = { status: 507, code: 'XMinioStorageFull' };
    await expect(inBucket().put(name, content)).rejects.toMatchObject({ code: 'attachments.store-full' });
    s3.failing = { status: 500, code: 'InternalError' };
    await expect(inBucket().get(name)).rejects.toMatchObject({ code: 'attachments.store-away' });
    s3.failing = undefined;
    await inBucket().put(name, content);
    s3.objects.get(`bangfu/${name.slice(0, 2)}/${name}`)!.bytes = Buffer.from('swapped');
    await expect(inBucket().get(name)).rejects.toMatchObject({ code: 'attachments.lost' });
    await expect(inBucket({ endpoint: 'http://127.0.0.1:1' }).get(name)).rejects.toMatchObject({ code: 'attachments.store-away' });
  });

  it('is read page by page, and what is not ours in it is left alone', async () => {
    s3.page = 2;
    const all = Array.from({ length: 5 }, () => randomBytes(20));
    for (const bytes of all) await inBucket().put(nameOf(bytes), bytes);
    s3.objects.set('bangfu/00/readme.txt', { bytes: Buffer.from('x'), changedAt: new Date(0) });
    s3.objects.set(`elsewhere/${name}`, { bytes: content, changedAt: new Date(0) });
    expect((await listed(inBucket())).map((file) => file.name).sort()).toEqual(all.map(nameOf).sort());
    expect((await listed(inBucket({ prefix: '' }))).length).toBe(6);
  });
});
