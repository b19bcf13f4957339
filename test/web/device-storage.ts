/** What a browser has left on its device, looked through twice: through the browser itself, and file by file on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface DeviceSearch {
  /** places in which a planted word was found */
  found: string[];
  records: number;
  files: number;
  bytes: number;
  /** the search finds what does lie there: the visit's number */
  seesNumbers: boolean;
  /** the key gives itself out */
  keyGivenOut: boolean;
}

/** As texts: bytes are read as UTF-8, one character a byte beside it, so that neither form of a word is missed. */
const DUMP = `(async () => {
  const out = [];
  const textOf = (value) => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    if (value instanceof CryptoKey) return 'key ' + value.extractable;
    if (value && typeof value === 'object') return Object.entries(value).map(([name, inner]) => name + ' ' + textOf(inner)).join(' ');
    return String(value);
  };
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => { const r = indexedDB.open(name); r.onsuccess = () => resolve(r.result); r.onerror = () => reject(r.error); });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise((resolve, reject) => { const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => resolve(r.result); r.onerror = () => reject(r.error); });
      rows.forEach((row, n) => out.push([name + '/' + store + '/' + n, textOf(row)]));
    }
    db.close();
  }
  for (const [name, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]]) out.push([name, JSON.stringify({ ...store })]);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) out.push([name + ' ' + new URL(request.url).pathname, await (await cache.match(request)).text()]);
  }
  out.push(['cookies', document.cookie]);
  return out;
})()`;

/** Visits and photographs that lie on the device, sealed or not. */
export const keptOnDevice = async (page: Page): Promise<number> =>
  ((await page.evaluate(DUMP)) as [string, string][]).filter(([place]) => /\/(visits|photos)\//.test(place)).length;

export async function onDevice(page: Page, profile: string, planted: readonly string[], visitId: string): Promise<DeviceSearch> {
  const records = (await page.evaluate(DUMP)) as [string, string][];
  const found = records.flatMap(([place, text]) => planted.filter((word) => text.includes(word)).map((word) => `${word} in ${place}`));
  const keyGivenOut = records.some(([, text]) => text.startsWith('key true'));
  const numbered = records.some(([, text]) => text.includes(visitId));
  let [files, bytes] = [0, 0];
  let onDisk = false;
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let content: Buffer;
    try {
      content = readFileSync(path);
    } catch {
      continue; // the browser took it away meanwhile
    }
    files += 1;
    bytes += content.length;
    onDisk ||= content.includes(visitId) || content.includes(Buffer.from(visitId, 'utf16le'));
    for (const word of planted)
      if (content.includes(word) || content.includes(Buffer.from(word, 'utf16le')))
        found.push(`${word} in ${path.slice(profile.length + 1)}`);
  }
  return { found, records: records.length, files, bytes, seesNumbers: numbered && onDisk, keyGivenOut };
}
