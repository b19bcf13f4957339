import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { z } from 'zod';
import type { FigureRow } from '#contract/reports';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { findFigureRows } from '../../api/reports.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showCount, showText } from '../../kit/formats.js';
import { Loading } from '../../kit/Loading.js';
import { Money } from '../../kit/Money.js';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { useWords } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { pathOf } from '../../routes/paths.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import styles from './report.module.css';

type Row = z.infer<typeof FigureRow>;

interface Props {
  reportId: string;
  figure: string;
  onClose: () => void;
}

/** The rows that a figure counts, no more and no fewer. */
export function FigureDrawer({ reportId, figure, onClose }: Props) {
  const { t, language } = useWords();
  const query = useInfiniteQuery({
    queryKey: keys.part('report', reportId, 'figure', { figure }),
    queryFn: ({ pageParam, signal }) =>
      findFigureRows(reportId, figure, { limit: 50, count: true, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const money = first?.figure.unit === 'fen';
  const columns: Column<Row>[] = [
    { key: 'title', title: t('reports.rowTitle'), render: (row) => row.title, hint: (row) => row.title },
    { key: 'noun', title: t('fields.kind'), width: 84, render: (row) => nounWord(row.noun, language) },
    { key: 'number', title: t('fields.number'), width: 156, render: (row) => showText(row.number), hint: (row) => row.number },
    { key: 'on', title: t('fields.day'), width: 98, render: (row) => <span className="number">{row.on}</span> },
    {
      key: 'organisation',
      title: t('fields.organisation'),
      width: 120,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
    { key: 'status', title: t('fields.status'), width: 92, render: (row) => <CaseStatus noun={row.noun} status={row.status} /> },
    {
      key: 'amount',
      title: t('reports.counts'),
      width: 96,
      align: 'right',
      render: (row) => (money ? <Money fen={row.amount} bare /> : showCount(row.amount)),
    },
  ];
  return (
    <Drawer
      open
      onClose={onClose}
      size={860}
      title={first ? t('reports.rowsOf', { figure: language === 'en' ? first.figure.labelEn : first.figure.labelZh }) : t('reports.rows')}
    >
      {query.error ? (
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      ) : !first ? (
        <Loading />
      ) : (
        <>
          <p className={styles['sum']}>
            <strong>{money ? <Money fen={first.figure.value} /> : showCount(first.figure.value)}</strong>
            <span>{t('reports.rowsTotal', { rows: showCount(first.total ?? rows.length) })}</span>
          </p>
          {first.hidden > 0 && <Notice>{t('reports.hidden', { rows: first.hidden })}</Notice>}
          {rows.length === 0 ? (
            <EmptyState mark="零" title={t('reports.noRows')} />
          ) : (
            <DataTable
              caption={t('reports.rows')}
              columns={columns}
              rows={rows}
              rowKey={(row) => `${row.noun} ${row.id}`}
              rowPath={(row) => pathOf(row.noun, row.id)}
            />
          )}
          {query.hasNextPage && (
            <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('imports.moreRows')}
            </Button>
          )}
        </>
      )}
    </Drawer>
  );
}
