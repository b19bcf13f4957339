/**
 * The audit chain: link n is the hash of link n−1 and of its own number and text, so that whoever changes, drops or moves an
 * entry must redo every link after it, and can't where a later head has been written down elsewhere. Hashes are small hex.
 */
export type LinkHash = (previous: string, numberedText: string) => string;

/** sha256 of 'bangfu audit': what the first link follows. */
export const GENESIS = '6a955bf0778118b2f6cb89239e095768b7405a3197b1ce6ba04253ff53842491';

export interface Link {
  seq: number;
  hash: string;
  /** the entry's one text; null where the entry is gone */
  text: string | null;
}

/** What is wrong and at which place of the chain. */
export interface Fault {
  seq: number;
  zh: string;
  en: string;
}

/** Walks the chain link by link, in any number of batches. Nothing after the first fault is worth looking at. */
export class ChainWalk {
  links = 0;
  head = GENESIS;

  constructor(private readonly hash: LinkHash) {}

  step({ seq, hash, text }: Link): Fault | undefined {
    const place = this.links + 1;
    if (seq > place)
      return { seq: place, zh: `第 ${place} 条缺失（其后为第 ${seq} 条）`, en: `Link ${place} is missing; what follows is link ${seq}` };
    if (seq !== place)
      return {
        seq: place,
        zh: `第 ${place} 条的位置上是第 ${seq} 条（重复或顺序被改）`,
        en: `Link ${seq} stands in place ${place}: repeated or moved`,
      };
    if (text === null) return { seq, zh: `第 ${seq} 条的记录已不存在`, en: `The entry of link ${seq} is gone` };
    const due = this.hash(this.head, `${seq} ${text}`);
    if (hash !== due) return { seq, zh: `第 ${seq} 条的内容或散列被改动`, en: `The entry or the hash of link ${seq} has been changed` };
    this.links = place;
    this.head = hash;
    return undefined;
  }
}

/** A head that was written down elsewhere must be in the chain, now and for ever. */
export const headMissing = (links: number, head: string): Fault => ({
  seq: links + 1,
  zh: `链中没有所记的散列 ${head.slice(0, 16)}…：其后的记录被截去，或整条链被重做`,
  en: `The head that was written down, ${head.slice(0, 16)}…, is not in the chain: it has been cut short or redone`,
});
