import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from './secrets.js';

export interface SealedFile {
  readonly sealed: Buffer;
  /** the file's own key, sealed with the data key: a rotation touches this and not the file */
  readonly keyCipher: Buffer;
}

/** iv (12) · tag (16) · cipher text, by a key that no other file has. */
export function sealFile(secrets: Secrets, bytes: Buffer): SealedFile {
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { sealed: Buffer.concat([iv, cipher.getAuthTag(), text]), keyCipher: secrets.seal(key) };
}

export function openFile(secrets: Secrets, { sealed, keyCipher }: SealedFile): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secrets.openBytes(keyCipher), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
