import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Tag } from 'antd';
import type { DisputeRecord } from '#contract/disputes';
import { disputeCategories } from '#rules/disputes/codes';
import { getDispute } from '../../api/disputes.js';
import { keys } from '../../api/query-keys.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { ClockCards } from '../../kit/ClockCards.js';
import { Notice } from '../../kit/Notice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { StepsBar } from '../../kit/StepsBar.js';
import { Timeline } from '../../kit/Timeline.js';
import { useWords } from '../../kit/words.js';
import { timelineEntries } from '../desk/activity-words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { disputeActionChoices } from './dispute-actions.js';
import { disputeSteps } from './dispute-steps.js';
import { DisputeFacts } from './DisputeFacts.js';
import { PartyTable } from './PartyTable.js';

export function DisputePage() {
  const { id = '' } = useParams();
  const words = useWords();
  const { t, label } = words;
  const query = useQuery({ queryKey: keys.record('dispute', id), queryFn: ({ signal }) => getDispute(id, signal) });
  const title = (dispute: DisputeRecord): string => `${dispute.applicantName} · ${dispute.employerName}`;
  return (
    <RecordPage
      query={query}
      heading={(dispute) => ({
        from: { path: '/disputes', text: t('menu.disputes') },
        plainTitle: dispute.number ?? title(dispute),
        number: dispute.number,
        title: title(dispute),
        status: <CaseStatus noun="dispute" status={dispute.status} />,
        lamp: dispute.collective ? <Tag>{t('disputes.collective')}</Tag> : undefined,
        line: (
          <>
            {label(disputeCategories, dispute.category)} ·{' '}
            <Link to={`/organisations/${dispute.organisationId}`}>{dispute.organisationName}</Link>
          </>
        ),
      })}
      actions={(dispute) => <ActionBar actions={dispute.actions} choices={disputeActionChoices(dispute, t, () => void query.refetch())} />}
      band={(dispute) => (
        <>
          <StepsBar steps={disputeSteps(dispute, words)} />
          {dispute.imported && <Notice>{t('record.imported')}</Notice>}
        </>
      )}
      main={(dispute) => (
        <>
          <DisputeFacts dispute={dispute} />
          <Section title={t('disputes.parties')} flush>
            <PartyTable parties={dispute.parties} />
          </Section>
        </>
      )}
      side={(dispute) => (
        <>
          <Section title={t('record.clocks')}>
            <ClockCards clocks={dispute.clocks} />
          </Section>
          <Section title={t('record.timeline')}>
            <Timeline entries={timelineEntries(dispute.timeline, words, dispute.id)} />
          </Section>
        </>
      )}
    />
  );
}
