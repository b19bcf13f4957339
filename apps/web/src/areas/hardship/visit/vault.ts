/**
 * What is taken along rests on the device sealed: AES-GCM under a key that the browser holds and gives out to nobody, not even
 * to us. Beside the sealed bytes stand ids and counts, never a word of what they hold. Wiping takes key and all.
 */
import { newKey } from '../../../api/client.js';

export interface Kept {
  id: string;
  ownerId: string;
  /** how many things wait to be uploaded: all that may be known of it without the key */
  waiting: number;
}
interface Sealed extends Kept {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}
export type Shelf = 'visits' | 'photos';

export interface Vault {
  /** whether it lasts when the page is closed */
  readonly lasting: boolean;
  /** drawn once for the device; it says nothing of who carries it */
  readonly deviceId: string;
  put(shelf: Shelf, kept: Kept, content: Uint8Array<ArrayBuffer>): Promise<void>;
  list(shelf: Shelf): Promise<Kept[]>;
  open(shelf: Shelf, id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  remove(shelf: Shelf, id: string): Promise<void>;
  close(): void;
}

const NAME = 'bangfu-visits';

/** Browsers give keys and databases that last to pages on https alone, and on the machine itself. */
export const canKeep = (): boolean => window.isSecureContext && 'indexedDB' in window && Boolean(window.crypto?.subtle);

export async function openVault(): Promise<Vault> {
  if (!canKeep()) return passingVault();
  const db = await openDatabase();
  const [key, deviceId] = [await keyOf(db), await ownNumber(db)];
  return {
    lasting: true,
    deviceId,
    async put(shelf, kept, content) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed: Sealed = { ...kept, iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content) };
      await settle(db.transaction(shelf, 'readwrite').objectStore(shelf).put(sealed));
    },
    async list(shelf) {
      const all = await settle(db.transaction(shelf).objectStore(shelf).getAll() as IDBRequest<Sealed[]>);
      return all.map(({ id, ownerId, waiting }) => ({ id, ownerId, waiting }));
    },
    async open(shelf, id) {
      const sealed = await settle(db.transaction(shelf).objectStore(shelf).get(id) as IDBRequest<Sealed | undefined>);
      return sealed && new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes));
    },
    async remove(shelf, id) {
      await settle(db.transaction(shelf, 'readwrite').objectStore(shelf).delete(id));
    },
    close: () => db.close(),
  };
}

/** Whether anything was ever taken along on this device; asking leaves nothing behind. */
export async function hasVault(): Promise<boolean> {
  if (!canKeep()) return false;
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

export function wipeVault(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('not wiped')));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const shelf of ['visits', 'photos']) request.result.createObjectStore(shelf, { keyPath: 'id' });
    request.result.createObjectStore('keys');
  });
  return settle(request).then((db) => {
    // Another page wipes: let go at once.
    db.addEventListener('versionchange', () => db.close());
    return db;
  });
}

const keyOf = async (db: IDBDatabase): Promise<CryptoKey> =>
  firstOf(db, 'key', await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));
const ownNumber = (db: IDBDatabase): Promise<string> => firstOf(db, 'device', newKey());

/** What was kept first under this name; what is offered, where nothing was. */
async function firstOf<Value>(db: IDBDatabase, name: string, offered: Value): Promise<Value> {
  const store = db.transaction('keys', 'readwrite').objectStore('keys');
  const known = await settle(store.get(name) as IDBRequest<Value | undefined>);
  if (known !== undefined) return known;
  await settle(store.put(offered, name));
  return offered;
}

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not kept')));
  });
}

/** Without https nothing may rest on the device: it is held as long as the page is open. */
function passingVault(): Vault {
  const shelves = {
    visits: new Map<string, [Kept, Uint8Array<ArrayBuffer>]>(),
    photos: new Map<string, [Kept, Uint8Array<ArrayBuffer>]>(),
  };
  return {
    lasting: false,
    deviceId: newKey(),
    put: async (shelf, kept, content) => void shelves[shelf].set(kept.id, [kept, content]),
    list: async (shelf) => [...shelves[shelf].values()].map(([kept]) => kept),
    open: async (shelf, id) => shelves[shelf].get(id)?.[1],
    remove: async (shelf, id) => void shelves[shelf].delete(id),
    close: () => undefined,
  };
}
