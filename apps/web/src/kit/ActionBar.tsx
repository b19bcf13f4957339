import { Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Action } from '#contract/shared';
import { ActionButton } from './ActionButton.js';
import styles from './action.module.css';
import { useWords } from './words.js';

export interface ActionChoice {
  /** As the server names it. */
  name: string;
  label: string;
  /** Leads off the straight way, so it is never the button that stands out. */
  aside?: boolean;
  /** Not a step that could come now: when it is refused, saying why would only be noise. */
  far?: boolean;
  /** What opens when it is chosen; it closes by itself. */
  form: (close: () => void) => ReactNode;
}

interface Props {
  /** What the server allows this person now. */
  actions: readonly Action[];
  /** In the order in which people need them. */
  choices: readonly ActionChoice[];
  /** What comes next and is this person's to do: its button stands there before it can be pressed, and says what is in the way. */
  awaited?: string | undefined;
}

const IN_SIGHT = 3;

/** What can be done now: the next step first, the rest behind 更多, and what cannot be done with the reason why. */
export function ActionBar({ actions, choices, awaited }: Props) {
  const { t, language } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const bar = useKeptFocus();
  const told = new Map(actions.map((action) => [action.name, action]));
  const known = choices.filter(({ name }) => told.has(name));
  const open = known.filter(({ name }) => told.get(name)?.allowed);
  const waiting = known.find(({ name }) => name === awaited && !told.get(name)?.allowed);
  const refused = known.filter((choice) => choice !== waiting && !choice.far && !told.get(choice.name)?.allowed);
  const close = (): void => setChosen(null);

  const items = [
    ...open.slice(IN_SIGHT).map(({ name, label }) => ({ key: name, label })),
    ...refused.map(({ name, label }) => ({
      key: name,
      disabled: true,
      label: (
        <span className={styles['refused']}>
          {label}
          <small>{told.get(name)?.[language]}</small>
        </span>
      ),
    })),
  ];
  return (
    <div ref={bar} className={styles['bar']}>
      {waiting && <ActionButton actions={actions} name={waiting.name} label={waiting.label} small={false} form={waiting.form} />}
      {open.slice(0, IN_SIGHT).map(({ name, label, aside }, at) => (
        <Button key={name} type={at === 0 && !aside && !waiting ? 'primary' : 'default'} onClick={() => setChosen(name)}>
          {label}
        </Button>
      ))}
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => setChosen(key), className: styles['menu'] ?? '' }}>
          <Button>
            {t('record.more')} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {chosen && choices.find(({ name }) => name === chosen)?.form(close)}
    </div>
  );
}

/** A step that is done takes its button away: whoever had pressed it goes on with the next one, not at the top of the window. */
function useKeptFocus() {
  const bar = useRef<HTMLDivElement>(null);
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const gone = held.current && !held.current.isConnected && document.activeElement === document.body;
    if (gone) bar.current?.querySelector('button')?.focus({ preventScroll: true });
    held.current = bar.current?.contains(document.activeElement) ? document.activeElement : null;
  });
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      held.current = bar.current?.contains(target as Node) ? (target as Element) : null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  return bar;
}
