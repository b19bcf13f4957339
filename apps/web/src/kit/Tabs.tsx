import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import styles from './tabs.module.css';

export interface Tab {
  key: string;
  label: string;
  /** How many things in it wait for somebody. */
  waiting?: number;
  content: () => ReactNode;
}

interface Props {
  label: string;
  tabs: readonly Tab[];
}

/** The parts of a large record. Which one is open stands in the address; what was begun in another stays as it is. */
export function Tabs({ label, tabs }: Props) {
  const [params, setParams] = useSearchParams();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const asked = params.get('tab');
  const open = tabs.find(({ key }) => key === asked) ?? tabs[0];
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (open && !seen.includes(open.key)) setSeen([...seen, open.key]);

  const go = (key: string): void => {
    const next = new URLSearchParams(params);
    next.set('tab', key);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !open) return;
    const next = tabs[(tabs.indexOf(open) + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    go(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div className={styles['tabs']}>
      <div ref={list} className={styles['list']} role="tablist" aria-label={label} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-tab={tab.key}
            aria-selected={tab === open}
            aria-controls={`${id}-${tab.key}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => go(tab.key)}
          >
            {tab.label}
            {(tab.waiting ?? 0) > 0 && <span className={styles['waiting']}>{tab.waiting}</span>}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.key}
          role="tabpanel"
          id={`${id}-${tab.key}-panel`}
          aria-labelledby={`${id}-${tab.key}`}
          hidden={tab !== open}
          className={styles['panel']}
        >
          {(tab === open || seen.includes(tab.key)) && tab.content()}
        </div>
      ))}
    </div>
  );
}
