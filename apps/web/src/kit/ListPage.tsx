import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { asProblem, isForbidden } from '../api/problem.js';
import { DataTable, type Column } from './DataTable.js';
import { EmptyState } from './EmptyState.js';
import { showCount } from './formats.js';
import styles from './list.module.css';
import { Loading } from './Loading.js';
import { PageHead } from './PageHead.js';
import { ProblemNotice } from './ProblemNotice.js';
import { QueryRow, type Filter } from './QueryRow.js';
import { useListQuery, type FindPage, type Filters, type ListQuery } from './use-list-query.js';
import { useShortcut } from './use-shortcut.js';
import { SavedViews, type SavedView } from './SavedViews.js';
import { useWords } from './words.js';

interface Props<Row> {
  title: string;
  /** Beneath the title: what this list holds. */
  about?: string;
  noun: string;
  find: FindPage<Row>;
  fixed?: Filters;
  views?: readonly SavedView[];
  filters: readonly Filter[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowPath?: (row: Row) => string | undefined;
  rowActions?: (row: Row) => ReactNode;
  rowTone?: (row: Row) => 'alarm' | 'quiet' | undefined;
  /** The button that makes a new one; Alt+N presses it. */
  create?: { label: string; act: () => void } | undefined;
  tools?: ReactNode;
  /** Between the title and the list. */
  above?: ReactNode;
  empty: { title: string; hint: string; action?: ReactNode };
}

/** Every list of the product: query row, saved views, dense table, pages by keyset, and something to do when it is empty. */
export function ListPage<Row>(props: Props<Row>) {
  const { title, about, noun, find, fixed, views, filters, create, tools, above } = props;
  const { t } = useWords();
  const list = useListQuery(noun, find, fixed);
  useShortcut({ key: 'n', alt: true }, create?.act);
  const forbidden = list.query.error !== null && isForbidden(list.query.error);
  return (
    <>
      <PageHead title={title} about={about}>
        {tools}
        {create && (
          <Button type="primary" onClick={create.act} title="Alt+N">
            {create.label}
          </Button>
        )}
      </PageHead>
      {above}
      <section className={styles['sheet']} aria-busy={list.query.isFetching}>
        {views && !forbidden && (
          <SavedViews
            noun={noun}
            views={views}
            find={find}
            current={list.filters['view'] ?? views[0]?.key}
            onChoose={(view) => list.filter({ view })}
          />
        )}
        {filters.length > 0 && !forbidden && (
          <QueryRow filters={filters} values={list.filters} onFilter={list.filter} onReset={list.reset} />
        )}
        <ListBody {...props} list={list} caption={t('list.caption', { title })} />
      </section>
    </>
  );
}

function ListBody<Row>({ list, caption, empty, ...props }: Props<Row> & { list: ListQuery<Row>; caption: string }) {
  const { t } = useWords();
  const { query } = list;
  if (query.error && isForbidden(query.error))
    return <EmptyState mark="禁" title={t('problem.forbidden')} hint={t('problem.forbiddenHint')} />;
  if (query.error && !query.data) {
    return (
      <div className={styles['padded']}>
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <Loading lines={10} />;
  if (query.data.items.length === 0) {
    const filtered = Object.keys(list.filters).some((name) => name !== 'view') || (list.filters['view'] ?? 'all') !== 'all';
    return filtered ? (
      <EmptyState
        mark="无"
        title={t('list.nothingFits')}
        hint={t('list.nothingFitsHint')}
        action={<Button onClick={list.reset}>{t('list.reset')}</Button>}
      />
    ) : (
      <EmptyState {...empty} />
    );
  }
  return (
    <>
      <DataTable caption={caption} rows={query.data.items} actionsTitle={t('list.actions')} {...props} />
      <Pager list={list} />
    </>
  );
}

function Pager<Row>({ list }: { list: ListQuery<Row> }) {
  const { t } = useWords();
  return (
    <nav className={styles['pager']} aria-label={t('list.pages')}>
      <span className="soft">{list.total === null ? '' : t('list.total', { total: showCount(list.total) })}</span>
      <Select
        value={list.limit}
        onChange={list.setLimit}
        size="small"
        aria-label={t('list.perPage')}
        options={[20, 50, 100].map((value) => ({ value, label: t('list.rowsPerPage', { rows: value }) }))}
      />
      <Button size="small" disabled={!list.previous} onClick={list.previous}>
        {t('list.previous')}
      </Button>
      <span className="number">{t('list.page', { page: list.pageNumber })}</span>
      <Button size="small" disabled={!list.next} onClick={list.next}>
        {t('list.next')}
      </Button>
    </nav>
  );
}
