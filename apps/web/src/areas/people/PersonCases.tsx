import type { z } from 'zod';
import type { PersonRecord } from '#contract/people';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showText } from '../../kit/formats.js';
import { useWords } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { pathOf } from '../../routes/paths.js';
import { CaseStatus } from '../desk/CaseStatus.js';

type Cases = z.infer<typeof PersonRecord>['cases'];

/** Everything that this person has, had or asked for, in every module. */
export function PersonCases({ cases }: { cases: Cases }) {
  const { t, language } = useWords();
  if (cases.length === 0) return <EmptyState mark="案" title={t('people.noCases')} hint={t('people.noCasesHint')} />;
  const columns: Column<Cases[number]>[] = [
    { key: 'title', title: t('people.case'), render: (row) => row.title || nounWord(row.noun, language), hint: (row) => row.title },
    { key: 'noun', title: t('fields.kind'), width: 96, render: (row) => nounWord(row.noun, language) },
    { key: 'number', title: t('fields.number'), width: 190, render: (row) => <span className="number">{showText(row.number)}</span> },
    { key: 'on', title: t('fields.day'), width: 104, render: (row) => <span className="number">{row.on}</span> },
    { key: 'status', title: t('fields.status'), width: 110, render: (row) => <CaseStatus noun={row.noun} status={row.status} /> },
  ];
  return (
    <DataTable
      caption={t('people.cases')}
      columns={columns}
      rows={cases}
      rowKey={(row) => `${row.noun} ${row.id}`}
      rowPath={(row) => pathOf(row.noun, row.id)}
    />
  );
}
