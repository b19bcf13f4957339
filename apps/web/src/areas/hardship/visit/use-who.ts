import { useCallback, useEffect, useState } from 'react';
import type { Me } from '#contract/access';
import { useMe } from '../../../api/use-me.js';
import { hasVault, openVault } from './vault.js';

export type Who =
  | { kind: 'asking' }
  | { kind: 'signed-in'; me: Me }
  /** Nobody can be asked: whoever took visits along from here goes on with them. */
  | { kind: 'offline'; ownerId: string | null }
  | { kind: 'signed-out' };

/** Who is here, and a way to ask again. */
export function useWho(): { who: Who; ask: () => Promise<boolean> } {
  const me = useMe();
  const [ownerId, setOwnerId] = useState<string | null | undefined>(undefined);
  const unreachable = me.data === undefined && (me.fetchStatus === 'paused' || me.isError);
  useEffect(() => {
    if (unreachable) void lastOwner().then(setOwnerId);
  }, [unreachable]);
  const { refetch } = me;
  const ask = useCallback(async () => !(await refetch()).isError, [refetch]);
  return { who: known(me.data, unreachable, ownerId), ask };
}

function known(me: Me | null | undefined, unreachable: boolean, ownerId: string | null | undefined): Who {
  if (me) return { kind: 'signed-in', me };
  if (me === null) return { kind: 'signed-out' };
  return unreachable && ownerId !== undefined ? { kind: 'offline', ownerId } : { kind: 'asking' };
}

async function lastOwner(): Promise<string | null> {
  if (!(await hasVault())) return null;
  const vault = await openVault();
  const kept = await vault.list('visits');
  vault.close();
  return kept.at(-1)?.ownerId ?? null;
}
