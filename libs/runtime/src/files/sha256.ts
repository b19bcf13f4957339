import { createHash } from 'node:crypto';

export const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Whether bytes are still those that their name was made from. */
export const isContentOf = (name: string, bytes: Buffer): boolean => sha256(bytes).toString('hex') === name;
