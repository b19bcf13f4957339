import { randomFillSync } from 'node:crypto';

/** Random bytes drawn for many ids at once. */
const store = Buffer.alloc(16 * 256);
let used = store.length;

/** UUID version 7: ordered by time, so that keys made together lie together in the index. Made here, not in the database. */
export function newId(at: number = Date.now()): string {
  if (used === store.length) {
    randomFillSync(store);
    used = 0;
  }
  const bytes = store.subarray(used, (used += 16));
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => ID.test(text);
