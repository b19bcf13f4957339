import { Popover } from 'antd';
import type { ClockView } from '#contract/shared';
import styles from './clock.module.css';
import { timeLeft } from './ClockLamp.js';
import { Notice } from './Notice.js';
import { useWords } from './words.js';

/** The clocks of a case, running ones first, each with the reckoning behind its last day. */
export function ClockCards({ clocks }: { clocks: readonly ClockView[] }) {
  const { t } = useWords();
  if (clocks.length === 0) return <p className="soft">{t('clock.none')}</p>;
  const order = (clock: ClockView): number => (clock.state === 'running' ? 0 : clock.state === 'suspended' ? 1 : 2);
  const sorted = [...clocks].sort((a, b) => order(a) - order(b) || a.dueOn.localeCompare(b.dueOn));
  return (
    <div>
      {sorted.map((clock) => (
        <ClockCard key={clock.id} clock={clock} />
      ))}
    </div>
  );
}

function ClockCard({ clock }: { clock: ClockView }) {
  const { t, language } = useWords();
  const name = language === 'en' ? clock.nameEn : clock.nameZh;
  const live = clock.state === 'running';
  return (
    <div className={styles['card']} data-lamp={clock.lamp}>
      <div className={styles['name']}>
        <span className={live ? undefined : styles['ended']}>{name}</span>
        <Popover trigger="click" placement="leftTop" content={<ClockTrace clock={clock} />} title={t('clock.why')}>
          <button type="button" className={styles['why']} aria-label={`${t('clock.whyShort')} · ${name}`}>
            {t('clock.whyShort')}
          </button>
        </Popover>
      </div>
      {live ? (
        <div className={styles['due']}>
          <span className={styles['dot']} aria-hidden="true" />
          <strong className="number">{clock.dueOn}</strong>
          <span className={styles['left']}>{timeLeft(clock, t)}</span>
          {clock.estimated && <span className="soft">{t('clock.estimated')}</span>}
        </div>
      ) : (
        <p className={styles['ended']}>
          {t(`clock.states.${clock.state}`)} <span className="number">{clock.endedOn ?? ''}</span>
          <span className="soft"> · {t('clock.wasDue', { day: clock.dueOn })}</span>
        </p>
      )}
    </div>
  );
}

function ClockTrace({ clock }: { clock: ClockView }) {
  const { t, say } = useWords();
  return (
    <div className={styles['trace']}>
      <p>{clock.citation}</p>
      <ol>
        {clock.trace.map((step, at) => (
          <li key={at}>
            <span className="number soft">{step.date ?? ''}</span>
            <span>{say(step)}</span>
          </li>
        ))}
      </ol>
      {clock.estimated && <Notice tone="warning">{t('clock.estimatedHint')}</Notice>}
      {clock.unverified && <Notice tone="warning">{t('clock.unverifiedHint')}</Notice>}
    </div>
  );
}
