import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  randomFillSync,
  type KeyObject,
} from 'node:crypto';

/**
 * Personal data of class S3 at rest. Envelope encryption: each value is sealed with a data key (AES-256-GCM), data keys are
 * wrapped by the master key, which lives outside the database. Sealed bytes: key id (4) · iv (12) · tag (16) · cipher text.
 * The blind index is a keyed hash for exact search; its key is derived from the master key, so a dump alone cannot be
 * searched by guessing numbers.
 */
export class Secrets {
  // Key objects: handed over as bytes, a key is prepared anew for every value, which takes longer than the value itself.
  private readonly keys = new Map<number, KeyObject>();
  private readonly indexKey: KeyObject;
  private current = 0;

  constructor(private readonly master: Buffer) {
    if (master.length !== 32) throw new Error('The master key must have 32 bytes');
    this.indexKey = createSecretKey(Buffer.from(hkdfSync('sha256', master, 'bangfu', 'blind index', 32)));
  }

  static newWrappedKey(master: Buffer): Buffer {
    return encrypt(master, randomBytes(32));
  }

  learn(keys: readonly { id: number; wrapped: Buffer; retiredAt: Date | null }[]): void {
    for (const key of keys) {
      if (!this.keys.has(key.id)) this.keys.set(key.id, createSecretKey(decrypt(this.master, key.wrapped)));
      if (!key.retiredAt && key.id > this.current) this.current = key.id;
    }
    if (this.current === 0) throw new Error('The database has no data key: run the reference data first');
  }

  seal(plain: string | Buffer): Buffer {
    const id = Buffer.alloc(4);
    id.writeUInt32BE(this.current);
    return Buffer.concat([id, encrypt(this.keys.get(this.current)!, typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain)]);
  }

  open(sealed: Uint8Array): string {
    return this.openBytes(sealed).toString('utf8');
  }

  openBytes(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const key = this.keys.get(bytes.readUInt32BE(0));
    if (!key) throw new Error(`Unknown data key ${bytes.readUInt32BE(0)}`);
    return decrypt(key, bytes.subarray(4));
  }

  /** A key of its own for another use, from which the master key can't be found. */
  keyFor(use: 'audit export'): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, 'bangfu', use, 32));
  }

  /** Key id with which a value is sealed: rotation looks for the old ones. */
  keyOf(sealed: Uint8Array): number {
    return Buffer.from(sealed).readUInt32BE(0);
  }

  /** Equal numbers have equal indexes; `kind` keeps an ID number and a phone of the same digits apart. */
  index(kind: 'id' | 'phone' | 'card' | 'token' | 'import' | 'name' | 'file' | 'request', normal: string): Buffer {
    return createHmac('sha256', this.indexKey).update(`${kind}:${normal}`).digest();
  }
}

/** Random bytes are drawn in store: one by one they cost more than the encryption. None is used twice. */
const store = Buffer.alloc(12 * 512);
let used = store.length;
function newIv(): Buffer {
  if (used === store.length) {
    randomFillSync(store);
    used = 0;
  }
  return Buffer.from(store.subarray(used, (used += 12)));
}

function encrypt(key: Buffer | KeyObject, plain: Buffer): Buffer {
  const iv = newIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer | KeyObject, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
