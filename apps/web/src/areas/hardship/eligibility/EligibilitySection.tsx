import type { UseQueryResult } from '@tanstack/react-query';
import type { HardshipRecord } from '#contract/hardship';
import { asProblem } from '../../../api/problem.js';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { Loading } from '../../../kit/Loading.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { AssessForm } from './AssessForm.js';
import { AssessmentBasis } from './AssessmentBasis.js';
import { AssessmentList } from './AssessmentList.js';
import { EligibilityReport } from './EligibilityReport.js';
import type { FilePartProps } from '../file-parts.js';
import styles from './eligibility.module.css';
import type { Preview } from './use-live-assessment.js';

interface Props extends FilePartProps {
  preview: UseQueryResult<Preview>;
  live: boolean;
  unsaved: boolean;
}

/** 认定: the verdict on what is known now, and every assessment that was kept. */
export function EligibilitySection({ file, preview, live, unsaved, onReload }: Props) {
  const { t } = useWords();
  return (
    <>
      <AssessmentList file={file} onReload={onReload} />
      {live ? (
        <Section title={t('eligibility.live')} tools={<KeepVerdict file={file} unsaved={unsaved} />}>
          {preview.data && (
            <div className={styles['report']}>
              <AssessmentBasis assessment={preview.data.assessed} basis={preview.data.by} />
              <EligibilityReport assessment={preview.data.assessed} sources={preview.data.by.sources} />
            </div>
          )}
          {!preview.data && preview.isPending && <Loading lines={8} />}
          {!preview.data && preview.error && <ProblemNotice problem={asProblem(preview.error)} onRetry={() => void preview.refetch()} />}
        </Section>
      ) : (
        <Kept file={file} />
      )}
    </>
  );
}

/** The verdict becomes a record that decisions can rest on, once the sheet has been checked. */
function KeepVerdict({ file, unsaved }: { file: HardshipRecord; unsaved: boolean }) {
  const { t } = useWords();
  const can = useCan();
  return (
    <span>
      <span className="soft">{t(unsaved ? 'eligibility.unsaved' : 'eligibility.asSaved')}</span>{' '}
      {can('hardship.check') && (
        <ActionButton
          actions={file.actions}
          name="assessFile"
          label={t('eligibility.keep')}
          primary
          form={(close) => <AssessForm file={file} onClose={close} />}
        />
      )}
    </span>
  );
}

/** Where nothing is typed any more: the newest assessment with its reasons, by its own rule. */
function Kept({ file: { assessment, sealedShown } }: { file: HardshipRecord }) {
  const { t } = useWords();
  return (
    <Section title={t('eligibility.kept')}>
      {assessment ? (
        <div className={styles['report']}>
          <AssessmentBasis assessment={assessment.assessed} basis={assessment.by} />
          <EligibilityReport assessment={assessment.assessed} sources={assessment.by.sources} />
        </div>
      ) : (
        <EmptyState mark="定" title={t('eligibility.noReport')} hint={sealedShown ? t('eligibility.noReportHint') : t('hardship.sealed')} />
      )}
    </Section>
  );
}
