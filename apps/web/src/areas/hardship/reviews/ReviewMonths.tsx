import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { keys } from '../../../api/query-keys.js';
import { reviewMonths } from '../../../api/reviews.js';
import { showCount } from '../../../kit/formats.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import styles from './reviews.module.css';

/** Twelve months, each with its number of reviews: pressing one lists it below, pressing it again lists what is in sight. */
export function ReviewMonths() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const whose = (params.get('view') ?? 'mine') === 'mine' ? 'mine' : 'all';
  const organisationId = params.get('organisationId') ?? undefined;
  const asked = { view: whose, ...(organisationId && { organisationId }) } as const;
  const query = useQuery({
    queryKey: keys.part('hardship-review', whose, 'months', asked),
    queryFn: ({ signal }) => reviewMonths(asked, signal),
  });
  const chosen = params.get('month');
  const go = (changes: Record<string, string | null>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries({ ...changes, cursor: null })) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { preventScrollReset: true });
  };
  return (
    <div className={styles['calendar']}>
      <Section title={`${t('reviews.calendar')} · ${t(`reviews.calendarOf.${whose}`)}`}>
        <QueryState query={query} lines={2}>
          {({ overdue, months }) => (
            <div className={styles['months']} role="group" aria-label={t('reviews.calendar')}>
              <button
                type="button"
                data-alarm={overdue > 0}
                data-empty={overdue === 0}
                aria-pressed={params.get('view') === 'overdue'}
                onClick={() => go({ view: 'overdue', month: null })}
              >
                {t('reviews.overdue')}
                <strong>{showCount(overdue)}</strong>
              </button>
              {months.map(({ month, files }, at) => (
                <button
                  key={month}
                  type="button"
                  data-empty={files === 0}
                  aria-pressed={month === chosen}
                  title={t('reviews.monthFiles', { month, files: showCount(files) })}
                  onClick={() => go({ view: whose, month: month === chosen ? null : month })}
                >
                  {at === 0 || month.endsWith('-01') ? month : month.slice(5)}
                  <strong>{showCount(files)}</strong>
                </button>
              ))}
            </div>
          )}
        </QueryState>
      </Section>
    </div>
  );
}
