import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import type { z } from 'zod';
import type { CoverageRow } from '#contract/candidates';
import { hardshipClasses } from '#rules/hardship/codes';
import { closings } from '#rules/hardship/finder/candidate-codes';
import { coverageFigures } from '#rules/hardship/finder/coverage-figures';
import { findCoverageRows } from '../../../api/candidates.js';
import { asProblem } from '../../../api/problem.js';
import { keys } from '../../../api/query-keys.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { showCount, showText } from '../../../kit/formats.js';
import { Loading } from '../../../kit/Loading.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useWords } from '../../../kit/words.js';
import { pathOf } from '../../../routes/paths.js';
import { CaseStatus } from '../../desk/CaseStatus.js';
import { figureWord } from './candidate-text.js';
import type { Chosen } from './CoverageTable.js';

type Row = z.infer<typeof CoverageRow>;

/** The rows that a number of the board counts, no more and no fewer. */
export function CoverageDrawer({ figure, organisationId, own, name, onClose }: Chosen & { onClose: () => void }) {
  const words = useWords();
  const { t, label } = words;
  const asked = { figure, organisationId, ...(own && { own: true }) };
  const query = useInfiniteQuery({
    queryKey: keys.list('coverage', asked),
    queryFn: ({ pageParam, signal }) =>
      findCoverageRows({ ...asked, limit: 50, count: true, ...(pageParam && { cursor: pageParam }) } as never, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const files = coverageFigures[figure].of === 'hardship';
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Row>[] = [
    { key: 'name', title: files ? t('hardship.holder') : t('candidates.person'), width: 84, render: (row) => showText(row.name) },
    files
      ? { key: 'number', title: t('fields.number'), render: (row) => showText(row.number), hint: (row) => row.number }
      : { key: 'owner', title: t('candidates.owner'), render: (row) => showText(row.ownerName), hint: (row) => row.ownerName },
    { key: 'code', title: files ? t('hardship.class') : t('candidates.closing'), width: 116, render: (row) => label(files ? hardshipClasses : closings, row.code) },
    { key: 'status', title: t('fields.status'), width: 112, render: (row) => <CaseStatus noun={row.noun} status={row.status} /> },
    { key: 'on', title: files ? t('hardship.filedOn') : t('candidates.dueOn'), width: 98, render: (row) => <span className="number">{row.on}</span> },
    { key: 'organisation', title: t('fields.organisation'), width: 120, render: (row) => row.organisationName, hint: (row) => row.organisationName },
  ]; // prettier-ignore
  return (
    <Drawer open onClose={onClose} size={760} title={t('coverage.rowsOf', { name, figure: figureWord(figure, words) })}>
      {query.error ? (
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <EmptyState mark="零" title={t('coverage.noRows')} />
      ) : (
        <>
          <p className="soft">{t('list.total', { total: showCount(query.data.pages[0]?.total ?? rows.length) })}</p>
          <DataTable
            caption={t('coverage.rowsOf', { name, figure: figureWord(figure, words) })}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowPath={(row) => pathOf(row.noun, row.id)}
          />
          {query.hasNextPage && (
            <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('coverage.moreRows')}
            </Button>
          )}
        </>
      )}
    </Drawer>
  );
}
