import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { CalendarYearView } from '#contract/organisations';
import { daysInMonth, weekday, type PlainDate } from '#rules/shared/plain-date';
import { getCalendarYear } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';
import { showInstant, todayInChina } from '../../kit/formats.js';
import { Notice } from '../../kit/Notice.js';
import { PageHead } from '../../kit/PageHead.js';
import { QueryState } from '../../kit/QueryState.js';
import { useWords } from '../../kit/words.js';
import styles from './organisations.module.css';

type Days = z.infer<typeof CalendarYearView>['days'];

/** The working days by which every deadline is reckoned. */
export function CalendarPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year') ?? todayInChina().slice(0, 4));
  const query = useQuery({ queryKey: keys.calendar(year), queryFn: ({ signal }) => getCalendarYear(String(year), signal) });
  const turn = (by: number): void => setParams({ year: String(year + by) });
  return (
    <>
      <PageHead title={t('calendar.title', { year })} about={t('calendar.about')}>
        <Button onClick={() => turn(-1)}>{t('calendar.before')}</Button>
        <Button onClick={() => turn(1)}>{t('calendar.after')}</Button>
      </PageHead>
      <QueryState query={query}>
        {(calendar) => (
          <>
            {!calendar.covered && <Notice tone="warning">{t('calendar.uncovered', { year })}</Notice>}
            <p className={styles['key']}>
              <span>
                <i data-kind="holiday" />
                {t('calendar.holiday')}
              </span>
              <span>
                <i data-kind="workday" />
                {t('calendar.workday')}
              </span>
              {calendar.source && <span>{t('calendar.source', { source: calendar.source })}</span>}
              {calendar.loadedAt && <span>{t('calendar.loadedAt', { at: showInstant(calendar.loadedAt) })}</span>}
            </p>
            <div className={styles['months']}>
              {Array.from({ length: 12 }, (_, at) => (
                <Month key={at} year={year} month={at + 1} days={calendar.days} />
              ))}
            </div>
          </>
        )}
      </QueryState>
    </>
  );
}

function Month({ year, month, days }: { year: number; month: number; days: Days }) {
  const { t } = useWords();
  const name = `${year}-${String(month).padStart(2, '0')}`;
  const special = new Map(days.filter(({ day }) => day.startsWith(name)).map((day) => [day.day, day]));
  const length = daysInMonth(year, month);
  const lead = weekday(`${name}-01` as PlainDate) - 1;
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, at) =>
    at < lead || at >= lead + length ? 0 : at - lead + 1,
  );
  const today = todayInChina();
  return (
    <section className={styles['month']}>
      <h2 className="number">{name}</h2>
      <table>
        <thead>
          <tr>
            {(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => (
              <th key={day} scope="col">
                {t(`calendar.weekdays.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: cells.length / 7 }, (_, week) => (
            <tr key={week}>
              {cells.slice(week * 7, week * 7 + 7).map((day, at) => {
                if (day === 0) return <td key={at} />;
                const on = `${name}-${String(day).padStart(2, '0')}`;
                const kind = kindOf(special.get(on)?.kind, at);
                return (
                  <td key={at} data-kind={kind} data-today={on === today} title={special.get(on)?.name}>
                    {day}
                    {kind === 'holiday' && <span className="unseen">{t('calendar.holiday')}</span>}
                    {kind === 'workday' && <span className="unseen">{t('calendar.workday')}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A published day is a holiday or a weekend that is worked; the rest follow the week. */
function kindOf(published: string | undefined, weekdayAt: number): 'holiday' | 'workday' | 'rest' | 'plain' {
  if (published === undefined) return weekdayAt >= 5 ? 'rest' : 'plain';
  return /work|上班/.test(published) ? 'workday' : 'holiday';
}
