import type { UseQueryResult } from '@tanstack/react-query';
import { todayInChina } from '../../kit/formats.js';
import { Tabs, type Tab } from '../../kit/Tabs.js';
import { useWords } from '../../kit/words.js';
import { AidSection } from './AidSection.js';
import { AttachmentsSection } from './attachments/AttachmentsSection.js';
import { CertificateSection } from './certificates/CertificateSection.js';
import { ElsewhereSection } from './elsewhere/ElsewhereSection.js';
import { PairingSection } from './pairings/PairingSection.js';
import { ReviewSection } from './reviews/ReviewSection.js';
import { VerificationSection, VisitSection } from './ChecksSection.js';
import { inputsAsked } from './form/circumstances.js';
import { CircumstancesSection } from './form/CircumstancesSection.js';
import { ConsentSection } from './household/ConsentSection.js';
import { DecisionSection } from './notices/DecisionSection.js';
import { EligibilitySection } from './eligibility/EligibilitySection.js';
import { fileChecklist, type FileTab } from './file-checklist.js';
import type { FilePartProps } from './file-parts.js';
import { ApplicationSection, DeclarationSection } from './form/FormSection.js';
import { HouseholdSection } from './household/HouseholdSection.js';
import { NoticeSection } from './notices/NoticeSection.js';
import type { Preview, Typed } from './eligibility/use-live-assessment.js';
import { WorksheetSection } from './worksheet/WorksheetSection.js';

interface Props extends FilePartProps {
  preview: UseQueryResult<Preview>;
  live: boolean;
  unsaved: boolean;
  onTyped: (typed: Typed) => void;
}

/** The parts of a file, each under its tab; the number beside one says how much of the checklist it still lacks. */
export function FileTabs({ file, preview, live, unsaved, onTyped, onReload }: Props) {
  const { t } = useWords();
  const part = { file, onReload };
  const missing = fileChecklist(file, todayInChina()).filter(({ done }) => !done);
  const asked = preview.data ? inputsAsked(preview.data.assessed) : [];
  const tab = (key: FileTab, content: Tab['content']): Tab => ({
    key,
    label: t(`hardship.tabs.${key}`),
    waiting: missing.filter((item) => item.tab === key).length,
    content,
  });
  return (
    <Tabs
      label={t('hardship.parts')}
      tabs={[
        tab('form', () => (
          <>
            <HouseholdSection {...part} />
            <ConsentSection {...part} />
            <ApplicationSection {...part} />
            <CircumstancesSection {...part} asked={asked} />
            <DeclarationSection {...part} />
          </>
        )),
        tab('worksheet', () => <WorksheetSection {...part} onTyped={onTyped} />),
        tab('eligibility', () => <EligibilitySection {...part} preview={preview} live={live} unsaved={unsaved} />),
        tab('checks', () => (
          <>
            <VisitSection {...part} />
            <VerificationSection {...part} />
            <ElsewhereSection {...part} />
          </>
        )),
        tab('notices', () => (
          <>
            <NoticeSection {...part} />
            <DecisionSection {...part} />
          </>
        )),
        ...(file.filedOn ? [tab('review', () => <ReviewSection {...part} />)] : []),
        tab('papers', () => <AttachmentsSection file={file} />),
        tab('aid', () => (
          <>
            <CertificateSection {...part} />
            <AidSection {...part} />
            <PairingSection {...part} />
          </>
        )),
      ]}
    />
  );
}
