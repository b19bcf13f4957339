import type { ReactNode } from 'react';
import { countInputs, factInputs, moneyInputs } from '#rules/hardship/eligibility/household';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { Money } from '../../../kit/Money.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import { askedCounts, askedFacts, askedMoney, endReasons } from './circumstances.js';
import { CircumstancesForm } from './CircumstancesForm.js';

/** What the rule asks of the household beside its sheet: property, months, and what holds or does not. */
export function CircumstancesSection({ file, asked, onReload }: FilePartProps & { asked: readonly string[] }) {
  const { t, say, label, language } = useWords();
  const can = useCan();
  const known = file.form.household;
  if (known === null) return null;
  const unit = (name: (typeof askedCounts)[number]): string => (language === 'zh' ? countInputs[name].unitZh : countInputs[name].unitEn);
  const answers: [string, ReactNode][] = [
    ...askedFacts
      .filter((name) => known[name] != null)
      .map((name) => [say(factInputs[name]), t(known[name] ? 'form.yes' : 'hardship.no')] as const),
    ...askedCounts.filter((name) => known[name] != null).map((name) => [say(countInputs[name]), `${known[name]} ${unit(name)}`] as const),
    ...askedMoney
      .filter((name) => known[name] != null)
      .map((name) => [say(moneyInputs[name]), <Money key={name} fen={known[name]} />] as const),
    ...(file.form.ends ?? []).map(({ reason, on }) => [label(endReasons, reason), on] as const),
  ].map(([name, value]) => [name, value]);
  const open = asked
    .filter((name) => name in factInputs || name in countInputs)
    .filter((name) => known[name as keyof typeof known] == null);
  return (
    <Section
      title={t('hardship.circumstances')}
      tools={
        can('hardship.record') && (
          <ActionButton
            actions={file.actions}
            name="changeFileForm"
            label={t('hardship.fillIn')}
            about={t('hardship.circumstances')}
            form={(close) => <CircumstancesForm file={file} asked={asked} onClose={close} onReload={onReload} />}
          />
        )
      }
    >
      {answers.length === 0 ? (
        <EmptyState mark="情" title={t('hardship.nothingAnswered')} hint={t('hardship.nothingAnsweredHint')} />
      ) : (
        <>
          <dl className={styles['circumstances']}>
            {answers.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {open.length > 0 && <p className={styles['hurdle']}>{t('hardship.unanswered', { count: open.length })}</p>}
        </>
      )}
    </Section>
  );
}
