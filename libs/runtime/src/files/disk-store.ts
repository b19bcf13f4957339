import { randomBytes } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import { isFileName, type FileStore, type StoredFile } from './file-store.js';
import { isContentOf } from './sha256.js';

const PAGE = 500;

/** Files in a folder, two levels of it, so that no directory grows long: ab/cd/abcd…. Written beside, synced, then renamed. */
export function diskStore(root: string): FileStore {
  const pathOf = (name: string): string => join(root, name.slice(0, 2), name.slice(2, 4), name);
  return {
    async put(name, bytes) {
      await inOurWords(async () => {
        const path = pathOf(name);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const unfinished = join(root, `${name}.${randomBytes(6).toString('hex')}.part`);
        try {
          await writeSynced(unfinished, bytes);
          await rename(unfinished, path);
        } catch (error) {
          await rm(unfinished, { force: true }).catch(() => undefined);
          throw error;
        }
        // The names themselves are on disk only when their folders are.
        for (const folder of [dirname(path), dirname(dirname(path)), root]) await sync(folder);
      });
    },
    async get(name) {
      const bytes = await inOurWords(() =>
        readFile(pathOf(name)).catch(async (error: NodeJS.ErrnoException) => {
          // The folder is there and the file is not: lost, not away.
          if (error.code === 'ENOENT' && (await stat(root).catch(() => undefined))) throw refuseAttachment('attachments.lost');
          throw error;
        }),
      );
      if (!isContentOf(name, bytes)) throw refuseAttachment('attachments.lost');
      return bytes;
    },
    async remove(name) {
      await inOurWords(() => rm(pathOf(name), { force: true }));
    },
    async *list() {
      let page: StoredFile[] = [];
      for await (const path of filesIn(root)) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const found = await stat(path).catch(() => undefined);
        if (!found) continue;
        page.push({ name: isFileName(name) ? name : undefined, changedAt: found.mtime, remove: () => rm(path, { force: true }) });
        if (page.length === PAGE) {
          yield page;
          page = [];
        }
      }
      if (page.length > 0) yield page;
    },
  };
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Only our own names and what we left unfinished: whatever else somebody put there is not ours to count or remove. */
async function* filesIn(root: string): AsyncGenerator<string> {
  const folder = await opendir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw refuseAttachment('attachments.store-away');
  });
  if (!folder) return;
  for await (const entry of folder) {
    if (entry.isFile() && (isFileName(entry.name) || /^[0-9a-f]{64}\.[0-9a-f]{12}\.part$/.test(entry.name)))
      yield join(entry.parentPath, entry.name);
  }
}

/** A full disk, a folder that is gone or closed: told as such, with the cause for the log. */
async function inOurWords<T>(doing: () => Promise<T>): Promise<T> {
  try {
    return await doing();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Our own refusals have codes too; those of the system name the call that failed.
    if (!code || !syscall) throw error;
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
    throw Object.assign(refuseAttachment(full ? 'attachments.store-full' : 'attachments.store-away'), { cause: error });
  }
}
