import { useEffect, useState, useSyncExternalStore } from 'react';
import { Satchel, type Carried } from './satchel.js';
import { openVault } from './vault.js';

const NOTHING: Carried = { visits: new Map(), photos: [], saving: false, failed: false };
const none = { subscribe: () => () => undefined, snapshot: () => NOTHING };

export interface OpenSatchel {
  satchel: Satchel | null;
  carried: Carried;
  /** another page of this browser carries the visits */
  elsewhere: boolean;
}

/** The satchel of this person, as long as this page is open and no other page holds it. */
export function useSatchel(ownerId: string | null): OpenSatchel {
  const [satchel, setSatchel] = useState<Satchel | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    if (!ownerId) return;
    const leave = new AbortController();
    const carry = async (): Promise<void> => {
      if (leave.signal.aborted) return;
      setElsewhere(false);
      const open = await Satchel.open(await openVault(), ownerId);
      if (!leave.signal.aborted) {
        setSatchel(open);
        await new Promise((resolve) => leave.signal.addEventListener('abort', resolve));
        setSatchel(null);
      }
      await open.close();
    };
    const patience = setTimeout(() => setElsewhere(true), 1_500);
    leave.signal.addEventListener('abort', () => clearTimeout(patience));
    const begin = (): Promise<void> => {
      clearTimeout(patience);
      return carry();
    };
    // Without locks (plain http) nothing lasts either, and no page can write over another's.
    const held = navigator.locks ? navigator.locks.request('bangfu-visits', { signal: leave.signal }, begin) : begin();
    held.catch(() => undefined);
    return () => leave.abort();
  }, [ownerId]);
  const { subscribe, snapshot } = satchel ?? none;
  return { satchel, carried: useSyncExternalStore(subscribe, snapshot), elsewhere };
}
