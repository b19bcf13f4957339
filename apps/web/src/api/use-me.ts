import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Me } from '#contract/access';
import type { Permission } from '#rules/access/permissions';
import { whoAmI } from './access.js';
import { rememberCsrfToken } from './client.js';
import { isSignedOut } from './problem.js';
import { keys } from './query-keys.js';

/** Who is signed in; null when nobody is. */
export function useMe(): UseQueryResult<Me | null> {
  return useQuery({ queryKey: keys.me, queryFn: ({ signal }) => askWho(signal), staleTime: 60_000 });
}

export async function askWho(signal?: AbortSignal): Promise<Me | null> {
  try {
    const me = await whoAmI(signal);
    rememberCsrfToken(me.csrfToken);
    return me;
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

/** Which buttons and menus to draw. What may really be done, the server decides each time. */
export function useCan(): (permission: Permission) => boolean {
  const { data } = useMe();
  return (permission) => data?.permissions.includes(permission) ?? false;
}
