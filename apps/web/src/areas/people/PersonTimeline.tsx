import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { personTimeline } from '../../api/people.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { Loading } from '../../kit/Loading.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Timeline } from '../../kit/Timeline.js';
import { useWords } from '../../kit/words.js';
import { timelineEntries } from '../desk/activity-words.js';

/** A life in all modules can be long: it comes in pages. */
export function PersonTimeline({ id }: { id: string }) {
  const words = useWords();
  const query = useInfiniteQuery({
    queryKey: keys.part('person', id, 'timeline'),
    queryFn: ({ pageParam, signal }) => personTimeline(id, { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  if (query.error) return <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={4} />;
  const lines = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Timeline entries={timelineEntries(lines, words, id)} />
      {query.hasNextPage && (
        <Button size="small" block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.t('record.earlier')}
        </Button>
      )}
    </>
  );
}
