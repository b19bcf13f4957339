import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { LinkHash } from '#rules/audit/chain';

/** What PKCS 8 and SPKI put before an Ed25519 key's 32 bytes. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** As the database seals: bangfu.seal_audit in the migrations. */
export const linkHash: LinkHash = (previous, numberedText) =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(numberedText, 'utf8').digest('hex');

/** A pair that belongs to this installation's master key: an outsider needs only its public half, and no secret. */
export function signerFrom(seed: Buffer): { key: string; sign: (text: string) => string } {
  const secret = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length).toString('hex');
  return { key, sign: (text) => sign(null, Buffer.from(text, 'utf8'), secret).toString('hex') };
}

export function signed(key: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(key) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const open = createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), open, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
