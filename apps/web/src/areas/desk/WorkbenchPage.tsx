import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { Workbench } from '#contract/desk';
import { plainDate, weekday } from '#rules/shared/plain-date';
import { getWorkbench } from '../../api/desk.js';
import { keys } from '../../api/query-keys.js';
import { useCan, useMe } from '../../api/use-me.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showCount } from '../../kit/formats.js';
import { MonthBars } from '../../kit/MonthBars.js';
import { useDocumentTitle } from '../../kit/PageHead.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { Doors } from './Doors.js';
import { QuickIntake } from './QuickIntake.js';
import { RunningImports } from './RunningImports.js';
import { TaskSections } from './TaskSections.js';
import styles from './workbench.module.css';

type Bench = z.infer<typeof Workbench>;

export function WorkbenchPage() {
  const { t } = useWords();
  const me = useMe();
  const can = useCan();
  const hasCases = can('dispute.read') || can('petition.read') || can('hardship.read');
  // Whoever registers nobody finds people in the box above; an auditor receives nobody.
  const receives = can('person.create');
  useDocumentTitle(t('desk.title'));
  const query = useQuery({ queryKey: keys.workbench, queryFn: ({ signal }) => getWorkbench(signal), refetchInterval: 60_000 });
  return (
    <QueryState query={query} lines={14}>
      {(bench) => (
        <>
          <header className={styles['hello']}>
            <h1>{t('desk.hello', { name: me.data?.name ?? '' })}</h1>
            <p className="soft number">{t('desk.today', { day: bench.today, weekday: t(`weekdays.${weekdayOf(bench.today)}`) })}</p>
          </header>
          {bench.tiles.length > 0 && <Tiles tiles={bench.tiles} />}
          <div className={styles['columns']} data-single={!receives && bench.imports.length === 0}>
            <div className={styles['column']}>
              {hasCases ? <TaskSections bench={bench} /> : <Doors />}
              {(can('dispute.read') || can('petition.read')) && <Months months={bench.months} />}
            </div>
            <div className={styles['column']}>
              {receives && <QuickIntake />}
              <RunningImports imports={bench.imports} />
            </div>
          </div>
        </>
      )}
    </QueryState>
  );
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const weekdayOf = (day: string): (typeof weekdays)[number] => weekdays[weekday(plainDate(day)) - 1] ?? 'mon';

function Tiles({ tiles }: { tiles: Bench['tiles'] }) {
  const { say } = useWords();
  return (
    <ul className={styles['tiles']}>
      {tiles.map((tile) => (
        <li key={tile.key}>
          <Link to={tile.path} data-tone={tile.value > 0 ? tile.tone : 'calm'}>
            <strong className="number">{showCount(tile.value)}</strong>
            <span>{say(tile)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Months({ months }: { months: Bench['months'] }) {
  const { t } = useWords();
  const can = useCan();
  const disputes = months.map((month) => month.disputes);
  const petitions = months.map((month) => month.petitions);
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  if (sum(disputes) + sum(petitions) === 0) {
    return (
      <Section title={t('desk.months')}>
        <EmptyState mark="月" title={t('desk.noMonths')} hint={t('desk.noMonthsHint')} />
      </Section>
    );
  }
  return (
    <Section title={t('desk.months')}>
      <MonthBars
        label={t('desk.monthsText', { disputes: sum(disputes), petitions: sum(petitions) })}
        months={months.map(({ month }) => month)}
        series={[
          { name: t('desk.disputes'), values: disputes, shown: can('dispute.read') },
          { name: t('desk.petitions'), values: petitions, shown: can('petition.read') },
        ].filter(({ shown }) => shown)}
      />
    </Section>
  );
}
