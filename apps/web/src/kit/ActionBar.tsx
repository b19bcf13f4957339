import { Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import type { Action } from '#contract/shared';
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
}

const IN_SIGHT = 3;

/** What can be done now: the next step first, the rest behind 更多, and what cannot be done with the reason why. */
export function ActionBar({ actions, choices }: Props) {
  const { t, language } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const told = new Map(actions.map((action) => [action.name, action]));
  const known = choices.filter(({ name }) => told.has(name));
  const open = known.filter(({ name }) => told.get(name)?.allowed);
  const refused = known.filter(({ name, far }) => !far && !told.get(name)?.allowed);
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
    <>
      {open.slice(0, IN_SIGHT).map(({ name, label, aside }, at) => (
        <Button key={name} type={at === 0 && !aside ? 'primary' : 'default'} onClick={() => setChosen(name)}>
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
    </>
  );
}
