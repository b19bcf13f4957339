import { describe, expect, it } from 'vitest';
import { ChainWalk, GENESIS, type Link } from './chain.js';

/** Any function will do to see the walk: the real one is handed in by whoever has it. */
const hash = (previous: string, text: string): string => `${previous.slice(-3)}|${text}`;
function links(...texts: string[]): Link[] {
  let head = GENESIS;
  return texts.map((text, i) => ({ seq: i + 1, text, hash: (head = hash(head, `${i + 1} ${text}`)) }));
}
const firstFault = (chain: Link[]): string | undefined => {
  const walk = new ChainWalk(hash);
  for (const link of chain) {
    const fault = walk.step(link);
    if (fault) return `${fault.seq}: ${fault.en}`;
  }
  return undefined;
};

describe('the chain', () => {
  const whole = links('a', 'b', 'c', 'd');

  it('is whole from the first link to the last, and knows its head', () => {
    const walk = new ChainWalk(hash);
    expect(whole.map((link) => walk.step(link))).toEqual([undefined, undefined, undefined, undefined]);
    expect([walk.links, walk.head]).toEqual([4, whole[3]!.hash]);
  });

  it.each([
    ['a text changed', whole.with(1, { ...whole[1]!, text: 'x' }), '2: The entry or the hash of link 2 has been changed'],
    ['a hash changed', whole.with(2, { ...whole[2]!, hash: 'x' }), '3: The entry or the hash of link 3 has been changed'],
    ['an entry gone', whole.with(2, { ...whole[2]!, text: null }), '3: The entry of link 3 is gone'],
    ['a link gone', whole.toSpliced(1, 1), '2: Link 2 is missing; what follows is link 3'],
    ['the first link gone', whole.slice(1), '1: Link 1 is missing; what follows is link 2'],
    ['a link twice', whole.toSpliced(2, 0, whole[1]!), '3: Link 2 stands in place 3: repeated or moved'],
    [
      'texts exchanged',
      whole.with(1, { ...whole[1]!, text: 'c' }).with(2, { ...whole[2]!, text: 'b' }),
      '2: The entry or the hash of link 2 has been changed',
    ],
  ])('with %s is found out at that place', (_, chain, fault) => {
    expect(firstFault(chain)).toBe(fault);
  });
});
