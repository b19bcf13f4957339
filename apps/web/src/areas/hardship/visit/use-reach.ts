import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

const AGAIN_MS = 5_000;

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/**
 * Whether the server can be reached. A device in a stairwell may call itself connected: what counts is whether the last request
 * came through, and as long as none does, it is tried now and then.
 */
export function useReach(nobodyAnswered: boolean, ask: () => Promise<boolean>): { online: boolean; noteReach: (reached: boolean) => void } {
  const connected = useSyncExternalStore(subscribe, () => navigator.onLine);
  const [missed, setMissed] = useState(false);
  const noteReach = useCallback((reached: boolean) => setMissed(!reached), []);
  const out = missed || nobodyAnswered;
  useEffect(() => {
    if (!connected || !out) return;
    const tryAgain = (): void => void ask().then((answered) => answered && setMissed(false));
    const timer = setInterval(tryAgain, AGAIN_MS);
    window.addEventListener('online', tryAgain);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', tryAgain);
    };
  }, [connected, out, ask]);
  return { online: connected && !out, noteReach };
}
