import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import styles from './hardship.module.css';

const papers = ['identity', 'application', 'authorisation', 'income', 'outlay', 'cause'] as const;

/** Beside the new application: what the family brings, and what happens with it. */
export function WhatToBring() {
  const { t } = useWords();
  return (
    <Section title={t('hardship.bring.title')}>
      <ul className={styles['papers']}>
        {papers.map((paper) => (
          <li key={paper}>{t(`hardship.bring.${paper}`)}</li>
        ))}
      </ul>
      <p className="soft">{t('hardship.bring.after')}</p>
    </Section>
  );
}
