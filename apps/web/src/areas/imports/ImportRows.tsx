import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { LedgerRow } from '#contract/imports';
import { findImportRows } from '../../api/imports.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { Loading } from '../../kit/Loading.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { pathOf } from '../../routes/paths.js';
import { rowOutcomes } from './import-codes.js';
import styles from './imports.module.css';

type Row = z.infer<typeof LedgerRow>;
type Outcome = keyof typeof rowOutcomes;

interface Props {
  id: string;
  /** The rows of a trial are not those of the run. */
  status: string;
  sheets: readonly string[];
}

/** Every row of the ledger by what became of it, with the reason. */
export function ImportRows({ id, status, sheets }: Props) {
  const { t, label, say, language } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('rejected');
  const [sheet, setSheet] = useState<string | null>(null);
  const asked = { outcome, ...(sheet && { sheet }), limit: 50 };
  const query = useInfiniteQuery({
    queryKey: keys.part('import', id, 'rows', { ...asked, status }),
    queryFn: ({ pageParam, signal }) => findImportRows(id, { ...asked, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Row>[] = [
    { key: 'sheet', title: t('imports.sheet'), width: 150, render: (row) => row.sheet, hint: (row) => row.sheet },
    { key: 'row', title: t('imports.row'), width: 70, align: 'right', render: (row) => row.rowNumber },
    { key: 'outcome', title: t('imports.outcome'), width: 96, render: (row) => label(rowOutcomes, row.outcome) },
    {
      key: 'findings',
      title: t('imports.findings'),
      wrap: true,
      render: (row) =>
        row.findings.length === 0 ? (
          NOTHING
        ) : (
          <ul className={styles['findings']}>
            {row.findings.map((finding, at) => (
              <li key={at} data-level={finding.level}>
                {finding.column && <b>{finding.column}: </b>}
                {say(finding)}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'record',
      title: t('imports.record'),
      width: 110,
      render: (row) => {
        const path = row.noun && row.recordId ? pathOf(row.noun, row.recordId) : undefined;
        return path && row.noun ? <Link to={path}>{nounWord(row.noun, language)}</Link> : NOTHING;
      },
    },
  ];
  return (
    <Section title={t('imports.rowsTitle')} flush>
      <div className={styles['filters']}>
        <Segmented<Outcome>
          value={outcome}
          onChange={setOutcome}
          aria-label={t('imports.outcome')}
          options={(Object.keys(rowOutcomes) as Outcome[]).map((value) => ({ value, label: label(rowOutcomes, value) }))}
        />
        {sheets.length > 1 && (
          <Select
            allowClear
            aria-label={t('imports.sheet')}
            placeholder={t('imports.sheet')}
            value={sheet}
            onChange={(value: string | undefined) => setSheet(value ?? null)}
            options={sheets.map((value) => ({ value, label: value }))}
            style={{ width: 200 }}
          />
        )}
      </div>
      {query.error ? (
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={4} />
      ) : rows.length === 0 ? (
        <EmptyState mark="无" title={t('imports.noRows', { outcome: label(rowOutcomes, outcome) })} />
      ) : (
        <DataTable caption={t('imports.rowsTitle')} columns={columns} rows={rows} rowKey={(row) => `${row.sheet} ${row.rowNumber}`} />
      )}
      {query.hasNextPage && (
        <div className={styles['foot']}>
          <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('imports.moreRows')}
          </Button>
        </div>
      )}
    </Section>
  );
}
