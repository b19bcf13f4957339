import { Link } from 'react-router';
import { EmptyState } from '../../kit/EmptyState.js';
import { useWords } from '../../kit/words.js';

export function UnknownPage() {
  const { t } = useWords();
  return (
    <EmptyState
      page
      mark="无"
      title={t('problem.unknownPage')}
      hint={t('problem.unknownPageHint')}
      action={<Link to="/">{t('problem.home')}</Link>}
    />
  );
}
