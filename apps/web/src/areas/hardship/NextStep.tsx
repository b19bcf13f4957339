import { Link } from 'react-router';
import type { HardshipRecord } from '#contract/hardship';
import { fileMoveLabels, fileNextStep, fileStatuses, type FileStatus } from '#rules/hardship/file-lifecycle';
import { fileOperations, type FileOperation } from '#rules/hardship/file-operations';
import { diffDays, plainDate } from '#rules/shared/plain-date';
import { useCan } from '../../api/use-me.js';
import { todayInChina } from '../../kit/formats.js';
import { useWords } from '../../kit/words.js';
import { fileChecklist, type CheckItem } from './file-checklist.js';
import { askedLater, conclusions, onwardOperation, rolesFor } from './next-step.js';
import styles from './hardship.module.css';

/** Never a dead end: what comes next, whether you can do it now, what is still in the way, or who does it. */
export function NextStep({ file }: { file: HardshipRecord }) {
  const status = file.status as FileStatus;
  const operation = onwardOperation(file, todayInChina());
  if (!operation) return <Rest file={file} status={status} />;
  return <Onward file={file} status={status} operation={operation} />;
}

function Onward({ file, status, operation }: { file: HardshipRecord; status: FileStatus; operation: FileOperation }) {
  const { t, say, language } = useWords();
  const can = useCan();
  const allowed = (name: FileOperation): boolean => file.actions.some((action) => action.name === name && action.allowed);
  const concluding = status === 'under_review' && conclusions.some(allowed);
  const mine = concluding || can(fileOperations[operation].needs);
  const ready = concluding || (mine && allowed(operation));
  const hurdle = file.actions.find(({ name }) => name === operation)?.[language];
  const who = (name: FileOperation): string =>
    rolesFor(name)
      .map(say)
      .join(language === 'zh' ? '、' : ', ');
  const late = operation === 'beginReview' && file.reviewOn ? daysLate(file.reviewOn) : 0;
  const how = concluding ? 'conclude' : operation === 'decideObjection' ? 'objections' : 'yours';
  return (
    <div className={styles['next']} role="note" data-ready={ready} data-late={late > 0}>
      <strong>{t('hardship.next.step', { step: say(fileNextStep[status] ?? fileMoveLabels[fileOperations[operation].moves[0]]) })}</strong>
      {operation === 'beginReview' && (
        <span className={late > 0 ? styles['late'] : undefined}>
          {late > 0 ? t('hardship.next.late', { day: file.reviewOn, days: late }) : t('hardship.next.dueToday')}
        </span>
      )}
      {ready && <span>{t(`hardship.next.${how}`, { move: say(fileMoveLabels[fileOperations[operation].moves[0]]) })}</span>}
      {mine && !ready && <span className={styles['hurdle']}>{hurdle}</span>}
      {mine && !ready && operation === 'recordVisit' && <Link to={`/hardship-files/${file.id}/visit`}>{t('checks.openVisit')}</Link>}
      {!mine && <span>{t('hardship.next.theirs', { who: who(operation) })}</span>}
      {!mine && (operation === 'reviewFile' || operation === 'renewFile') && <Lacking file={file} told="first" />}
      {mine && ready && askedLater[operation] && <Lacking file={file} told="later" only={askedLater[operation]} />}
      {overrideAsked(file) && (
        <span className={styles['hurdle']}>
          {t('hardship.next.override', { who: who('approveFile') })}{' '}
          <Link to="?tab=eligibility" replace preventScrollReset>
            {t('hardship.next.seeOverride')}
          </Link>
        </span>
      )}
    </div>
  );
}

/** One has asked to decide otherwise, and another has not agreed yet: until then the rule's own class stands. */
const overrideAsked = ({ assessments: [newest] }: HardshipRecord): boolean => newest?.override?.agreedBy === null;

/** What the review rests on is not all there: that is still for those who work on the file, whoever's turn it is. */
function Lacking({ file, told, only }: { file: HardshipRecord; told: 'first' | 'later'; only?: readonly CheckItem[] }) {
  const { t } = useWords();
  const lacking = fileChecklist(file, todayInChina()).filter(({ item, done }) => !done && (!only || only.includes(item)));
  if (lacking.length === 0) return null;
  return (
    <span className={styles['hurdle']}>
      {t(`hardship.next.${told}`)}{' '}
      {lacking.map(({ item, tab }) => (
        <Link key={item} to={`?tab=${tab}`} replace preventScrollReset>
          {t(`checklist.items.${item}`)}
        </Link>
      ))}
    </span>
  );
}

const daysLate = (day: string): number => diffDays(plainDate(day), plainDate(todayInChina()));

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
