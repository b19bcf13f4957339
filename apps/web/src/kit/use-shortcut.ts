import { useEffect, useEffectEvent } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export interface Shortcut {
  /** As KeyboardEvent.key, in lower case. */
  key: string;
  alt?: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  control?: boolean;
}

/** One key for the whole page. A bare letter does nothing while somebody types. */
export function useShortcut({ key, alt = false, control = false }: Shortcut, act: (() => void) | undefined): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!act || event.isComposing || event.altKey !== alt || (event.ctrlKey || event.metaKey) !== control) return;
    // With Alt a Mac writes another letter: the place of the key counts then.
    const pressed = alt ? event.code.replace(/^Key/, '').toLowerCase() : event.key.toLowerCase();
    if (pressed !== key || (!alt && !control && typing(event.target))) return;
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
