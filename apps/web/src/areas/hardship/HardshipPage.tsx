import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { HardshipRecord } from '#contract/hardship';
import { hardshipClasses } from '#rules/hardship/codes';
import { fileOperations } from '#rules/hardship/file-operations';
import { openToRecording } from '#rules/hardship/file-parts';
import { getHardshipFile } from '../../api/hardship.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { ClockCards } from '../../kit/ClockCards.js';
import { todayInChina } from '../../kit/formats.js';
import { Notice } from '../../kit/Notice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { StepsBar } from '../../kit/StepsBar.js';
import { Timeline } from '../../kit/Timeline.js';
import { useWords } from '../../kit/words.js';
import { timelineEntries } from '../desk/activity-words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { Checklist } from './Checklist.js';
import { fileActionChoices } from './moves/file-actions.js';
import { fileSteps } from './file-steps.js';
import { FileTabs } from './FileTabs.js';
import styles from './hardship.module.css';
import { LiveVerdict } from './eligibility/LiveVerdict.js';
import { NextStep } from './NextStep.js';
import { onwardOperation } from './next-step.js';
import { PrintMenu } from './printing/PrintMenu.js';
import { useLiveAssessment, type Typed } from './eligibility/use-live-assessment.js';

export function HardshipPage() {
  const { id = '' } = useParams();
  const words = useWords();
  const { t, label } = words;
  const query = useQuery({ queryKey: keys.record('hardship-file', id), queryFn: ({ signal }) => getHardshipFile(id, signal) });
  const [typed, setTyped] = useState<Typed>({});
  const live = query.data !== undefined && isLive(query.data);
  const preview = useLiveAssessment(id, typed, live);
  // While figures are typed the verdict stands in sight, above what else is missing.
  const tab = useSearchParams()[0].get('tab');
  const reckoning = tab === 'worksheet';
  const unsaved = Object.keys(typed).length > 0;
  // A file that rests is judged again at its review: until then its verdict would only confuse.
  const judged = reckoning || (tab !== 'eligibility' && query.data?.status !== 'active');
  const verdict = live && judged && <LiveVerdict preview={preview} unsaved={unsaved} />;
  const reload = (): void => void query.refetch();
  const can = useCan();
  const awaited = (file: HardshipRecord): string | undefined => {
    const operation = onwardOperation(file, todayInChina());
    return operation && can(fileOperations[operation].needs) ? operation : undefined;
  };
  return (
    <RecordPage
      query={query}
      heading={(file) => ({
        from: { path: '/hardship-files', text: t('menu.hardship') },
        plainTitle: file.number ?? file.holderName,
        number: file.number,
        title: `${file.holderName} · ${file.hardshipClass ? label(hardshipClasses, file.hardshipClass) : t('hardship.application')}`,
        status: <CaseStatus noun="hardship-file" status={file.status} />,
        line: (
          <span className={styles['text']}>
            <Link to={`/organisations/${file.organisationId}`}>{file.organisationName}</Link>
            {file.handlerName && ` · ${t('hardship.handledBy', { name: file.handlerName })}`}
          </span>
        ),
      })}
      actions={(file) => (
        <>
          <ActionBar actions={file.actions} choices={fileActionChoices(file, words, reload)} awaited={awaited(file)} />
          <PrintMenu file={file} />
        </>
      )}
      band={(file) => (
        <>
          <StepsBar steps={fileSteps(file, words)} />
          <NextStep file={file} />
          {file.earlierFileId && (
            <Notice>
              <span className={styles['text']}>
                {t('hardship.returnedFrom')} <Link to={`/hardship-files/${file.earlierFileId}`}>{t('hardship.earlierFile')}</Link>
              </span>
            </Notice>
          )}
          {file.imported && <Notice>{t('record.imported')}</Notice>}
        </>
      )}
      main={(file) => <FileTabs file={file} preview={preview} live={live} unsaved={unsaved} onTyped={setTyped} onReload={reload} />}
      side={(file) => (
        <>
          <Section title={t('record.clocks')}>
            <ClockCards clocks={file.clocks} />
          </Section>
          {reckoning && verdict}
          <Checklist file={file} />
          {!reckoning && verdict}
          <Section title={t('record.timeline')}>
            <Timeline entries={timelineEntries(file.timeline, words, file.id)} />
          </Section>
        </>
      )}
    />
  );
}

/** What is entered can still change the verdict, and this person may see the figures. */
const isLive = ({ status, sealedShown }: HardshipRecord): boolean => sealedShown && (openToRecording as readonly string[]).includes(status);
