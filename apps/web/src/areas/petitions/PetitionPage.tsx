import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import type { PetitionRecord } from '#contract/petitions';
import { petitionSubjects } from '#rules/petitions/codes';
import { getPetition } from '../../api/petitions.js';
import { keys } from '../../api/query-keys.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { ClockCards } from '../../kit/ClockCards.js';
import { showText } from '../../kit/formats.js';
import { Notice } from '../../kit/Notice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { StepsBar } from '../../kit/StepsBar.js';
import { Timeline } from '../../kit/Timeline.js';
import { useWords } from '../../kit/words.js';
import { timelineEntries } from '../desk/activity-words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { petitionActionChoices } from './petition-actions.js';
import { petitionSteps } from './petition-steps.js';
import { PetitionFacts } from './PetitionFacts.js';
import { PossibleRepeats, SameMatter } from './RelatedPetitions.js';
import styles from './petitions.module.css';

export function PetitionPage() {
  const { id = '' } = useParams();
  const words = useWords();
  const { t, label } = words;
  const query = useQuery({ queryKey: keys.record('petition', id), queryFn: ({ signal }) => getPetition(id, signal) });
  const who = (petition: PetitionRecord): string => (petition.anonymous ? t('petitions.anonymous') : showText(petition.petitionerName));
  return (
    <RecordPage
      query={query}
      heading={(petition) => ({
        from: { path: '/petitions', text: t('menu.petitions') },
        plainTitle: petition.number ?? who(petition),
        number: petition.number,
        title: `${who(petition)} · ${label(petitionSubjects, petition.subject)}`,
        status: <CaseStatus noun="petition" status={petition.status} />,
        lamp: (
          <>
            {petition.groupVisit && <Tag color="error">{t('petitions.group', { persons: petition.personCount })}</Tag>}
            {petition.contactKind === 'repeat' && <Tag color="warning">{t('petitions.repeat')}</Tag>}
          </>
        ),
        line: <Link to={`/organisations/${petition.organisationId}`}>{petition.organisationName}</Link>,
      })}
      actions={(petition) => (
        <ActionBar actions={petition.actions} choices={petitionActionChoices(petition, t, () => void query.refetch())} />
      )}
      band={(petition) => (
        <>
          <StepsBar steps={petitionSteps(petition, words)} />
          {petition.imported && <Notice>{t('record.imported')}</Notice>}
          <PossibleRepeats petition={petition} />
        </>
      )}
      main={(petition) => (
        <>
          <Section title={t('petitions.content')}>
            <p className={styles['text']}>{showText(petition.content)}</p>
          </Section>
          <PetitionFacts petition={petition} />
          <SameMatter petition={petition} />
        </>
      )}
      side={(petition) => (
        <>
          <Section title={t('record.clocks')}>
            <ClockCards clocks={petition.clocks} />
          </Section>
          <Section title={t('record.timeline')}>
            <Timeline entries={timelineEntries(petition.timeline, words, petition.id)} />
          </Section>
        </>
      )}
    />
  );
}
