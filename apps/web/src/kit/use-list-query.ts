import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { keys } from '../api/query-keys.js';

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total?: number | null | undefined;
}
export type Filters = Readonly<Record<string, string>>;
/** Any listing. Its filters come from the address, where all is text: the server judges them, not the compiler. */
export type FindPage<Row> = (query: never, signal?: AbortSignal) => Promise<Page<Row>>;

/** How we came to this page of a list: the cursors before it, and the total that the first page told. */
interface Trail {
  before: string[];
  total: number | null;
}

export interface ListQuery<Row> {
  query: UseQueryResult<Page<Row>>;
  filters: Filters;
  /** Sets filters (an empty one is dropped) and goes back to the first page. */
  filter: (changes: Record<string, string | undefined>) => void;
  reset: () => void;
  pageNumber: number;
  total: number | null;
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
  limit: number;
  setLimit: (limit: number) => void;
}

const OWN = ['cursor', 'limit'];

/** A list whose filters and place live in the address, so that going back finds it as it was left. */
export function useListQuery<Row>(noun: string, find: FindPage<Row>, fixed: Filters = {}): ListQuery<Row> {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const trail: Trail = (location.state as Trail | null) ?? { before: [], total: null };
  const cursor = params.get('cursor');
  const limit = Number(params.get('limit') ?? 20);
  const filters = Object.fromEntries([...params].filter(([name]) => !OWN.includes(name)));

  const asked = { ...filters, ...fixed, limit, ...(cursor && { cursor }), ...(trail.total === null && { count: true }) };
  const query = useQuery({
    queryKey: keys.list(noun, asked),
    queryFn: ({ signal }) => find(asked as never, signal),
    placeholderData: (previous) => previous,
  });
  const total = trail.total ?? query.data?.total ?? null;

  const go = (changes: Record<string, string | undefined>, state: Trail | null): void => {
    // The address itself, not what was last drawn of it: a second filter set before the first is drawn keeps both.
    const search = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') search.delete(name);
      else search.set(name, value);
    }
    void navigate({ search: search.toString() }, { state });
  };
  const nextCursor = query.data?.nextCursor;
  return {
    query,
    filters,
    filter: (changes) => go({ ...changes, cursor: undefined }, null),
    reset: () => void navigate({ search: filters['view'] ? `view=${filters['view']}` : '' }),
    pageNumber: trail.before.length + 1,
    total,
    next: nextCursor ? () => go({ cursor: nextCursor }, { before: [...trail.before, cursor ?? ''], total }) : undefined,
    previous: cursor ? () => go({ cursor: trail.before.at(-1) }, { before: trail.before.slice(0, -1), total }) : undefined,
    limit,
    setLimit: (rows) => go({ limit: rows === 20 ? undefined : String(rows), cursor: undefined }, null),
  };
}
