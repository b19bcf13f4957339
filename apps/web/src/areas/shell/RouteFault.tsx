import { Button } from 'antd';
import { EmptyState } from '../../kit/EmptyState.js';
import { useWords } from '../../kit/words.js';

/** A page that failed while drawing, or a part of the program that could not be fetched after an upgrade. */
export function RouteFault() {
  const { t } = useWords();
  return (
    <EmptyState
      page
      mark="误"
      title={t('problem.fault')}
      hint={t('problem.faultHint')}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('problem.reloadPage')}
        </Button>
      }
    />
  );
}
