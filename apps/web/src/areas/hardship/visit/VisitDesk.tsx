import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '#contract/shared';
import { asProblem, isPassing, isSignedOut } from '../../../api/problem.js';
import { keys } from '../../../api/query-keys.js';
import { waitingIn, type KeptVisit } from './kept-visit.js';
import { syncVisit } from './sync-visit.js';
import { useReach } from './use-reach.js';
import { useSatchel, type OpenSatchel } from './use-satchel.js';
import { useWho, type Who } from './use-who.js';

export interface VisitDesk extends OpenSatchel {
  who: Who;
  online: boolean;
  /** being uploaded at this moment */
  syncing: boolean;
  /** why the last upload of this visit came to nothing */
  problems: ReadonlyMap<string, Problem>;
  /** visits whose words came after they had been recorded */
  late: ReadonlySet<string>;
  waiting(visit: KeptVisit): number;
  sync(id: string): Promise<void>;
}

const Desk = createContext<VisitDesk | null>(null);

export function useVisitDesk(): VisitDesk {
  const desk = useContext(Desk);
  if (!desk) throw new Error('Visit pages stand within the visit desk');
  return desk;
}

const WAIT_MS = 1_500;
const AGAIN_MS = 30_000;

/** Who is here, what is carried, whether there is a network; uploads by itself whatever waits. */
export function VisitDeskProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { who, ask } = useWho();
  const { online, noteReach } = useReach(who.kind === 'offline', ask);
  const open = useSatchel(who.kind === 'signed-in' ? who.me.id : who.kind === 'offline' ? who.ownerId : null);
  const { satchel, carried } = open;
  const [syncing, setSyncing] = useState(false);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [late, setLate] = useState<ReadonlySet<string>>(new Set());
  const running = useRef<Promise<void>>(Promise.resolve());

  const sync = useCallback(
    (id: string): Promise<void> => {
      if (!satchel) return Promise.resolve();
      const attempt = async (): Promise<void> => {
        setSyncing(true);
        try {
          const done = await syncVisit(satchel, id);
          noteReach(true);
          if (done.late) setLate((known) => new Set(known).add(id));
          setProblems((known) => new Map([...known].filter(([other]) => other !== id)));
          // The visit has been recorded and nothing waits: there is nothing left to carry.
          const kept = satchel.carried.visits.get(id);
          if (kept?.record.over && waitingIn(kept, satchel.photosOf(id).length) === 0) await satchel.forget(id);
        } catch (error) {
          if (isSignedOut(error)) client.setQueryData(keys.me, null);
          if (isPassing(error)) noteReach(false);
          setProblems((known) => new Map(known).set(id, asProblem(error)));
        } finally {
          setSyncing(false);
        }
      };
      running.current = running.current.then(attempt);
      return running.current;
    },
    [satchel, client, noteReach],
  );
  const waiting = useCallback(
    (visit: KeptVisit) => waitingIn(visit, carried.photos.filter((photo) => photo.visitId === visit.id).length),
    [carried.photos],
  );

  const due = [...carried.visits.values()].filter((visit) => waiting(visit) > 0).map((visit) => visit.id);
  const able = online && who.kind === 'signed-in' && due.length > 0 && !syncing;
  const dueNow = due.join(' ');
  const stuck = due.every((id) => (problems.get(id)?.status ?? 0) > 0);
  // A pause in writing, or the network's return: whatever waits goes out. What was refused is tried again less often.
  useEffect(() => {
    if (!able) return;
    const timer = setTimeout(
      () => void dueNow.split(' ').reduce((before, id) => before.then(() => sync(id)), Promise.resolve()),
      stuck ? AGAIN_MS : WAIT_MS,
    );
    return () => clearTimeout(timer);
  }, [able, dueNow, stuck, sync, carried]);

  const desk = useMemo(
    () => ({ ...open, who, online, syncing, problems, late, waiting, sync }),
    [open, who, online, syncing, problems, late, waiting, sync],
  );
  return <Desk value={desk}>{children}</Desk>;
}
