import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, isSignedOut } from './problem.js';
import { keys } from './query-keys.js';

/** Server state and nothing else lives here. A session that has ended is noticed by whichever request meets it first. */
export function makeQueryClient(): QueryClient {
  const noticeSignOut = (error: unknown): void => {
    if (isSignedOut(error)) client.setQueryData(keys.me, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({ onError: noticeSignOut }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isPassing(error) },
      mutations: { retry: false },
    },
  });
  return client;
}
