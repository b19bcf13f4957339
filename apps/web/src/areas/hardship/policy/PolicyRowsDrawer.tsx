import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { z } from 'zod';
import type { PolicyEffectRow } from '#contract/policy';
import { hardshipClasses, type HardshipClass } from '#rules/hardship/codes';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import type { PolicyFinding } from '#rules/hardship/policy/policy-effect';
import { findPolicyRows } from '../../../api/policy.js';
import { asProblem } from '../../../api/problem.js';
import { keys } from '../../../api/query-keys.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { showCount, showText } from '../../../kit/formats.js';
import { Loading } from '../../../kit/Loading.js';
import { Money } from '../../../kit/Money.js';
import { Notice } from '../../../kit/Notice.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useWords } from '../../../kit/words.js';
import styles from './policy.module.css';

/** Which number was opened. */
export interface Meant {
  effect: PolicyFinding;
  before?: HardshipClass | 'none';
  after?: HardshipClass | 'none';
  title: string;
  files: number;
}

type Row = z.infer<typeof PolicyEffectRow>;

/** The files that a number of the trial counts, as far as the reader's rights to them go. */
export function PolicyRowsDrawer({ policyId, meant, onClose }: { policyId: string; meant: Meant; onClose: () => void }) {
  const { t, label } = useWords();
  const { title, files, ...search } = meant;
  const query = useInfiniteQuery({
    queryKey: keys.part('policy', policyId, 'rows', search),
    queryFn: ({ pageParam, signal }) => findPolicyRows(policyId, { ...search, limit: 50, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Row>[] = [
    { key: 'number', title: t('hardship.number'), width: 180, render: (row) => showText(row.number), hint: (row) => row.number },
    { key: 'holder', title: t('hardship.holder'), width: 84, render: (row) => row.holderName },
    { key: 'organisation', title: t('fields.organisation'), render: (row) => row.organisationName, hint: (row) => row.organisationName },
    { key: 'status', title: t('fields.status'), width: 92, render: (row) => label(fileStatuses, row.status) },
    { key: 'before', title: t('policy.before'), width: 112, render: (row) => label(hardshipClasses, row.classBefore) },
    { key: 'after', title: t('policy.after'), width: 112, render: (row) => label(hardshipClasses, row.classAfter) },
    { key: 'cost', title: t('policy.cost'), width: 116, align: 'right', render: (row) => <Money fen={row.costFen} bare /> },
  ];
  return (
    <Drawer open onClose={onClose} size={900} title={t('policy.rowsOf', { title })}>
      {query.error ? (
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      ) : !first ? (
        <Loading />
      ) : (
        <div className={styles['stack']}>
          <p>
            <strong className="number">{showCount(files)}</strong>{' '}
            <span className="soft">{t('policy.rowsSeen', { seen: showCount(first.total) })}</span>
          </p>
          {first.hidden > 0 && <Notice>{t('policy.hidden', { files: showCount(first.hidden) })}</Notice>}
          {rows.length === 0 ? (
            <EmptyState mark="限" title={t('policy.noRows')} />
          ) : (
            <DataTable
              caption={title}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              rowPath={(row) => `/hardship-files/${row.id}`}
            />
          )}
          {query.hasNextPage && (
            <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('imports.moreRows')}
            </Button>
          )}
        </div>
      )}
    </Drawer>
  );
}
