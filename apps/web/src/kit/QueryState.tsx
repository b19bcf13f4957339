import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem, isForbidden, isNotFound } from '../api/problem.js';
import { EmptyState } from './EmptyState.js';
import { Loading } from './Loading.js';
import { ProblemNotice } from './ProblemNotice.js';
import { useWords } from './words.js';

interface Props<Data> {
  query: UseQueryResult<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** Loading, refused, not there, failed: drawn once for every part of every page. */
export function QueryState<Data>({ query, lines = 6, children }: Props<Data>) {
  const { t } = useWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <Loading lines={lines} />;
  if (isNotFound(query.error)) return <EmptyState page mark="无" title={t('problem.notFound')} hint={t('problem.notFoundHint')} />;
  if (isForbidden(query.error)) return <EmptyState page mark="禁" title={t('problem.forbidden')} hint={t('problem.forbiddenHint')} />;
  return <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
}
