import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/query-keys.js';
import { showCount } from './formats.js';
import styles from './list.module.css';
import type { FindPage } from './use-list-query.js';
import { useWords } from './words.js';

export interface SavedView {
  key: string;
  label: string;
  /** Its number of rows stands beside it. */
  counted?: boolean;
  alarming?: boolean;
}

interface Props {
  noun: string;
  views: readonly SavedView[];
  find: FindPage<unknown>;
  current: string | undefined;
  onChoose: (view: string) => void;
}

/** The questions people ask of a list every day, one press each. */
export function SavedViews({ noun, views, find, current, onChoose }: Props) {
  const { t } = useWords();
  return (
    <div className={styles['views']} role="group" aria-label={t('list.views')}>
      {views.map((view) => (
        <button key={view.key} type="button" aria-pressed={view.key === current} onClick={() => onChoose(view.key)}>
          {view.label}
          {view.counted && <ViewCount noun={noun} view={view} find={find} />}
        </button>
      ))}
    </div>
  );
}

function ViewCount({ noun, view, find }: Pick<Props, 'noun' | 'find'> & { view: SavedView }) {
  const asked = { view: view.key, limit: 1, count: true };
  const query = useQuery({ queryKey: keys.list(noun, asked), queryFn: ({ signal }) => find(asked as never, signal), staleTime: 60_000 });
  const total = query.data?.total;
  if (total === null || total === undefined) return null;
  return (
    <span className={styles['count']} data-alarm={view.alarming === true && total > 0}>
      {showCount(total)}
    </span>
  );
}
