import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SystemView } from '#contract/system';
import { keys } from '../../api/query-keys.js';
import { getSystem } from '../../api/system.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showCount, showInstant } from '../../kit/formats.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useWords } from '../../kit/words.js';
import { JobList } from './JobList.js';
import { ReviewFaults } from './ReviewFaults.js';
import { scheduleText } from './schedule-text.js';
import styles from './system.module.css';

type System = z.infer<typeof SystemView>;

/** The one queue of the product; its technical name says nothing to an administrator. */
const MAIN_QUEUE = 'bangfu';

/** What runs behind the pages: parts, queues, clocks, and work that failed. */
export function SystemPage() {
  const query = useQuery({ queryKey: keys.system, queryFn: ({ signal }) => getSystem(signal), refetchInterval: 5000 });
  return (
    <>
      <JobList
        above={
          <QueryState query={query} lines={5}>
            {(system) => (
              <div className={styles['above']}>
                <Parts system={system} />
                <div className={styles['pair']}>
                  <Queues queues={system.queues} />
                  <Schedules schedules={system.schedules} />
                </div>
              </div>
            )}
          </QueryState>
        }
      />
    </>
  );
}

function Parts({ system }: { system: System }) {
  const { t } = useWords();
  const state = (up: boolean) => <StatusTag tone={up ? 'good' : 'bad'}>{up ? t('system.up') : t('system.down')}</StatusTag>;
  return (
    <ul className={styles['parts']}>
      <li>
        <span>{t('system.database')}</span>
        {state(system.database)}
      </li>
      <li>
        <span>{t('system.redis')}</span>
        {state(system.redis)}
      </li>
      <li>
        <span>{t('system.outbox')}</span>
        <span className="number">
          {t('system.outboxCounts', {
            waiting: showCount(system.outbox.waiting),
            running: showCount(system.outbox.running),
            failed: showCount(system.outbox.failed),
          })}
        </span>
        <small className="soft number">{t('system.outboxDone', { done: showCount(system.outbox.done) })}</small>
      </li>
      <li>
        <span>{t('reviews.faults')}</span>
        <ReviewFaults />
      </li>
      <li>
        <span>{t('system.version')}</span>
        <span className="number">
          {system.version} · {t('system.since', { at: showInstant(system.startedAt) })}
        </span>
      </li>
    </ul>
  );
}

function Queues({ queues }: { queues: System['queues'] }) {
  const { t } = useWords();
  const count = (key: 'waiting' | 'active' | 'delayed' | 'failed'): Column<System['queues'][number]> => ({
    key,
    title: t(`system.${key}`),
    width: 72,
    align: 'right',
    render: (queue) => showCount(queue[key]),
  });
  const columns: Column<System['queues'][number]>[] = [
    {
      key: 'name',
      title: t('system.queue'),
      render: (queue) => (queue.name === MAIN_QUEUE ? t('system.mainQueue') : queue.name),
      hint: (queue) => queue.name,
    },
    count('waiting'),
    count('active'),
    count('delayed'),
    count('failed'),
  ];
  return (
    <Section title={t('system.queues')} flush>
      {queues.length === 0 ? (
        <EmptyState mark="空" title={t('system.noQueues')} />
      ) : (
        <DataTable
          caption={t('system.queues')}
          columns={columns}
          rows={queues}
          rowKey={(queue) => queue.name}
          rowTone={(queue) => (queue.failed > 0 ? 'alarm' : undefined)}
        />
      )}
    </Section>
  );
}

function Schedules({ schedules }: { schedules: System['schedules'] }) {
  const { t, say, language } = useWords();
  const columns: Column<System['schedules'][number]>[] = [
    { key: 'name', title: t('system.schedule'), render: (row) => say(row), hint: (row) => say(row) },
    { key: 'when', title: t('system.when'), width: 130, render: (row) => scheduleText(row.pattern, language), hint: (row) => row.pattern },
    { key: 'last', title: t('system.last'), width: 144, render: (row) => <span className="number">{showInstant(row.last)}</span> },
    { key: 'next', title: t('system.next'), width: 144, render: (row) => <span className="number">{showInstant(row.next)}</span> },
  ];
  return (
    <Section title={t('system.schedules')} flush>
      <DataTable caption={t('system.schedules')} columns={columns} rows={schedules} rowKey={(row) => row.name} />
    </Section>
  );
}
