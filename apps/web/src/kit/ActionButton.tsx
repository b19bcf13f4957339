import { Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Action } from '#contract/shared';
import styles from './action.module.css';
import { useWords } from './words.js';

interface Props {
  actions: readonly Action[];
  /** As the server names it. */
  name: string;
  label: string;
  /** Whom or what it is about, where several stand below each other. */
  about?: string;
  primary?: boolean;
  small?: boolean;
  form: (close: () => void) => ReactNode;
}

/** One act at the place it belongs to. Where it cannot be done now, pressing says why; where the server knows none, there is no button. */
export function ActionButton({ actions, name, label, about, primary = false, small = true, form }: Props) {
  const { language } = useWords();
  const [open, setOpen] = useState(false);
  const action = actions.find((one) => one.name === name);
  if (!action) return null;
  const named = about ? { 'aria-label': `${label} · ${about}` } : {};
  const size = small ? 'small' : 'middle';
  if (!action.allowed) {
    return (
      <Popover trigger="click" content={<p className={styles['why']}>{action[language]}</p>}>
        <Button size={size} className={styles['closed'] ?? ''} aria-disabled="true" {...named}>
          {label}
        </Button>
      </Popover>
    );
  }
  return (
    <>
      <Button size={size} type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)} {...named}>
        {label}
      </Button>
      {open && form(() => setOpen(false))}
    </>
  );
}
