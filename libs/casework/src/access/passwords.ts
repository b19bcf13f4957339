import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';

/** argon2id with the OWASP minimum for a server: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const pick = (from: string): string => from[randomInt(from.length)]!;

/** A first password that can be read aloud: groups of letters and digits, no look-alikes. */
export function firstPassword(): string {
  const group = (): string => [pick(LETTERS).toUpperCase(), pick(LETTERS), pick(LETTERS), pick('23456789'), pick('23456789')].join('');
  return [group(), group(), group()].join('-');
}
