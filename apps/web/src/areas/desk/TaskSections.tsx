import { useState } from 'react';
import type { z } from 'zod';
import type { Task, Workbench } from '#contract/desk';
import { useCan } from '../../api/use-me.js';
import { classes } from '../../kit/classes.js';
import { ClockLamp } from '../../kit/ClockLamp.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { useWords } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { pathOf } from '../../routes/paths.js';
import { CaseStatus } from './CaseStatus.js';
import styles from './workbench.module.css';

type Tasks = z.infer<typeof Task>[];
const parts = ['mine', 'due', 'overdue'] as const;
type Part = (typeof parts)[number];

/** My cases, what runs out soon and what has run out: one table, three questions. */
export function TaskSections({ bench }: { bench: z.infer<typeof Workbench> }) {
  const { t } = useWords();
  const can = useCan();
  const cut = (name: Part): boolean => bench[name].length >= bench.most;
  const [chosen, setChosen] = useState<Part | null>(null);
  // Whoever has no cases of their own sees first what runs out in the places they look after.
  const part = chosen ?? parts.find((name) => bench[name].length > 0) ?? 'mine';
  return (
    <section className={styles['tasks']}>
      <div className={styles['parts']} role="group" aria-label={t('desk.tasks')}>
        {parts.map((name) => (
          <button key={name} type="button" aria-pressed={name === part} onClick={() => setChosen(name)}>
            {t(`desk.${name}`)}
            <span data-alarm={name === 'overdue' && bench.overdue.length > 0}>{cut(name) ? `${bench.most}+` : bench[name].length}</span>
          </button>
        ))}
      </div>
      {bench[part].length === 0 ? (
        <EmptyState
          mark="清"
          title={t(`desk.none.${part}`)}
          hint={t(`desk.noneHint.${part === 'mine' && !can('person.create') ? 'reading' : part}`)}
        />
      ) : (
        <>
          <TaskTable tasks={bench[part]} caption={t(`desk.${part}`)} />
          {cut(part) && <p className={classes(styles['most'], 'soft')}>{t('desk.most', { most: bench.most })}</p>}
        </>
      )}
    </section>
  );
}

function TaskTable({ tasks, caption }: { tasks: Tasks; caption: string }) {
  const { t, say, language } = useWords();
  const columns: Column<Tasks[number]>[] = [
    {
      key: 'title',
      title: t('desk.task'),
      render: (task) => task.title,
      hint: (task) => [task.title, task.number].filter(Boolean).join(' · '),
    },
    { key: 'noun', title: t('fields.kind'), width: language === 'en' ? 108 : 70, render: (task) => nounWord(task.noun, language) },
    { key: 'status', title: t('fields.status'), width: 96, render: (task) => <CaseStatus noun={task.noun} status={task.status} /> },
    { key: 'clock', title: t('fields.clock'), width: 202, render: (task) => <ClockLamp clock={task.clock} /> },
    {
      key: 'next',
      title: t('desk.next'),
      width: 196,
      render: (task) => say({ zh: task.nextZh, en: task.nextEn }),
      hint: (task) => say({ zh: task.nextZh, en: task.nextEn }),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={tasks}
      rowKey={(task) => `${task.noun} ${task.id}`}
      rowPath={(task) => pathOf(task.noun, task.id)}
      rowTone={(task) => (task.clock?.lamp === 'black' ? 'alarm' : undefined)}
    />
  );
}
