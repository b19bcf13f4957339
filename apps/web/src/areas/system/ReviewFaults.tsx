import { useQuery } from '@tanstack/react-query';
import { reviewFaults } from '../../api/reviews.js';
import { keys } from '../../api/query-keys.js';
import { showCount } from '../../kit/formats.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { NOTHING, useWords } from '../../kit/words.js';

const MOST_NAMED = 3;

/** Whether every hardship file that is due for review stands on the list of somebody active; where not, where somebody has to be appointed. */
export function ReviewFaults() {
  const { t, language } = useWords();
  const query = useQuery({ queryKey: [...keys.system, 'reviews'], queryFn: ({ signal }) => reviewFaults(signal), refetchInterval: 60_000 });
  if (!query.data) return <>{NOTHING}</>;
  const { files, places } = query.data;
  if (files === 0) return <StatusTag tone="good">{t('reviews.faultsNone')}</StatusTag>;
  const where = places
    .slice(0, MOST_NAMED)
    .map((place) => t('reviews.faultsWhere', { organisation: place.organisationName, files: showCount(place.files) }));
  return (
    <span>
      <StatusTag tone="bad">{t('reviews.faultsSome', { files: showCount(files) })}</StatusTag> {where.join(language === 'zh' ? '、' : ', ')}
    </span>
  );
}
