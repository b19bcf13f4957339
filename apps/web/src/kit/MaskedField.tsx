import { Button, Input, Popover } from 'antd';
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import type { Problem } from '#contract/shared';
import { asProblem } from '../api/problem.js';
import styles from './masked.module.css';
import { ProblemNotice } from './ProblemNotice.js';
import { NOTHING, useWords } from './words.js';

interface Props {
  /** What this is, for the question and for screen readers. */
  label: string;
  masked: string | null;
  /** Asks the server, which writes down who looked and why. Left out where this person may not. */
  reveal?: ((purpose: string) => Promise<string>) | undefined;
}

const SHOWN_FOR_MS = 60_000;

/** A value that the server masks. Looking at it needs a purpose, is logged, and lasts a minute. */
export function MaskedField({ label, masked, reveal }: Props) {
  const { t } = useWords();
  const [value, setValue] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setValue(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [value]);

  if (!masked) return <>{NOTHING}</>;
  if (!reveal) return <span className="number">{masked}</span>;
  return (
    <span className={styles['masked']}>
      <span className="number" aria-live="polite">
        {value ?? masked}
      </span>
      {value !== null ? (
        <Button
          type="text"
          size="small"
          icon={<EyeInvisibleOutlined aria-hidden />}
          aria-label={t('masked.hide', { label })}
          onClick={() => setValue(null)}
        />
      ) : (
        <Popover
          trigger="click"
          open={asking}
          onOpenChange={setAsking}
          destroyOnHidden
          title={t('masked.ask', { label })}
          content={
            <PurposeQuestion
              ask={async (purpose) => {
                setValue(await reveal(purpose));
                setAsking(false);
              }}
            />
          }
        >
          <Button type="text" size="small" icon={<EyeOutlined aria-hidden />} aria-label={t('masked.show', { label })} />
        </Popover>
      )}
    </span>
  );
}

function PurposeQuestion({ ask }: { ask: (purpose: string) => Promise<void> }) {
  const { t } = useWords();
  const [purpose, setPurpose] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState(false);
  const send = (reason: string): void => {
    if (reason.trim() === '' || waiting) return;
    setWaiting(true);
    ask(reason.trim()).catch((error: unknown) => {
      setProblem(asProblem(error));
      setWaiting(false);
    });
  };
  return (
    <form
      className={styles['question']}
      onSubmit={(event) => {
        event.preventDefault();
        send(purpose);
      }}
    >
      <p className="soft">{t('masked.logged')}</p>
      <div className={styles['usual']}>
        {(['contact', 'verify', 'paper'] as const).map((usual) => (
          <Button key={usual} size="small" onClick={() => send(t(`masked.usual.${usual}`))}>
            {t(`masked.usual.${usual}`)}
          </Button>
        ))}
      </div>
      <Input
        autoFocus
        value={purpose}
        maxLength={120}
        aria-label={t('masked.purpose')}
        placeholder={t('masked.purpose')}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <ProblemNotice problem={problem} />
      <Button type="primary" htmlType="submit" loading={waiting} disabled={purpose.trim() === ''}>
        {t('masked.confirm')}
      </Button>
    </form>
  );
}
