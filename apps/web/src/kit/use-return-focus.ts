import { useEffect, useState } from 'react';

/** Whoever opened this is given the keyboard back when it closes; where that button has gone, the page itself is. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement as HTMLElement | null);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        (opener?.isConnected ? opener : document.getElementById('main'))?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
