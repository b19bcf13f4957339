import type { HardshipRecord } from '#contract/hardship';
import { fileMoveLabels, fileNextStep, fileStatuses, type FileStatus } from '#rules/hardship/file-lifecycle';
import { fileOperations } from '#rules/hardship/file-operations';
import { useCan } from '../../api/use-me.js';
import { useWords } from '../../kit/words.js';
import { onwardOperation, rolesFor } from './next-step.js';
import styles from './hardship.module.css';

/** Never a dead end: what comes next, whether you can do it now, what is still in the way, or who does it. */
export function NextStep({ file }: { file: HardshipRecord }) {
  const { t, say, language } = useWords();
  const can = useCan();
  const status = file.status as FileStatus;
  const operation = onwardOperation[status];
  if (!operation) return <Rest file={file} status={status} />;
  const action = file.actions.find(({ name }) => name === operation);
  const mine = can(fileOperations[operation].needs);
  const who = rolesFor(operation)
    .map(say)
    .join(language === 'zh' ? '、' : ', ');
  const ready = mine && action?.allowed === true;
  return (
    <div className={styles['next']} role="note" data-ready={ready}>
      <strong>{t('hardship.next.step', { step: say(fileNextStep[status] ?? fileStatuses[status]) })}</strong>
      {ready && (
        <span>
          {t(status === 'under_review' ? 'hardship.next.conclude' : 'hardship.next.yours', {
            move: say(fileMoveLabels[fileOperations[operation].moves[0]]),
          })}
        </span>
      )}
      {mine && action?.allowed === false && <span className={styles['hurdle']}>{action[language]}</span>}
      {!mine && <span>{t('hardship.next.theirs', { who })}</span>}
    </div>
  );
}

/** On file with nothing due, or at its end: when it is looked at again, or what became of it. */
function Rest({ file, status }: { file: HardshipRecord; status: FileStatus }) {
  const { t, say } = useWords();
  const text =
    status === 'active'
      ? file.reviewOn
        ? t('hardship.next.review', { day: file.reviewOn })
        : t('hardship.next.noReview')
      : status === 'lifted' || status === 'exited_other'
        ? t('hardship.next.ended', { status: say(fileStatuses[status]) })
        : t(`hardship.next.${status === 'refused' || status === 'withdrawn' ? 'again' : status === 'returned' ? 'returned' : 'elsewhere'}`);
  return (
    <div className={styles['next']} role="note">
      <span>{text}</span>
    </div>
  );
}
