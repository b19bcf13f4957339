import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { CandidateRecord } from '#contract/candidates';
import { priorities } from '#rules/hardship/finder/finder-rules';
import { getCandidate } from '../../../api/candidates.js';
import { keys } from '../../../api/query-keys.js';
import { ActionBar, type ActionChoice } from '../../../kit/ActionBar.js';
import { RecordPage } from '../../../kit/RecordPage.js';
import { Section } from '../../../kit/Section.js';
import { Timeline } from '../../../kit/Timeline.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { timelineEntries } from '../../desk/activity-words.js';
import { AttemptList } from './AttemptList.js';
import { CandidateFacts, DueFact } from './CandidateFacts.js';
import { AssignForm, AttemptForm, TakeOverForm } from './CandidateForms.js';
import { CandidateStatusTag } from './CandidateStatusTag.js';
import { CloseCandidateForm } from './CloseCandidateForm.js';
import { ReasonList } from './ReasonList.js';

export function CandidatePage() {
  const { id = '' } = useParams();
  const words = useWords();
  const { t, label } = words;
  const query = useQuery({ queryKey: keys.record('candidate', id), queryFn: ({ signal }) => getCandidate(id, signal) });
  return (
    <RecordPage
      query={query}
      heading={(candidate) => ({
        from: { path: '/candidates', text: t('menu.candidates') },
        plainTitle: t('candidates.titleOf', { name: candidate.person?.name ?? NOTHING }),
        title: candidate.person?.name ?? t('candidates.unseen'),
        status: <CandidateStatusTag {...candidate} />,
        line: `${label(priorities, String(candidate.priority))} · ${candidate.organisationName}`,
      })}
      actions={(candidate) => <CandidateActs candidate={candidate} onReload={() => void query.refetch()} />}
      main={(candidate) => (
        <>
          <Section title={t('candidates.why')}>
            <ReasonList reasons={candidate.reasons} />
          </Section>
          <CandidateFacts candidate={candidate} />
          <Section title={t('candidates.attemptsMade')}>
            <AttemptList attempts={candidate.attempts} />
          </Section>
        </>
      )}
      side={(candidate) => (
        <>
          <Section title={t('candidates.inCharge')}>
            <DueFact candidate={candidate} />
          </Section>
          <Section title={t('record.timeline')}>
            <Timeline entries={timelineEntries(candidate.timeline, words, candidate.id)} />
          </Section>
        </>
      )}
    />
  );
}

/** The application is begun on a page of its own, with the person already chosen. */
function CandidateActs({ candidate, onReload }: { candidate: CandidateRecord; onReload: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayDraft = candidate.actions.some(({ name, allowed }) => name === 'draftHardshipFile' && allowed) && candidate.person !== null;
  const dialog = (name: string, text: string, Dialog: typeof TakeOverForm, aside = false): ActionChoice => ({
    name,
    label: text,
    aside,
    form: (close) => <Dialog candidate={candidate} onClose={close} onReload={onReload} />,
  });
  return (
    <>
      {mayDraft && (
        <Button onClick={() => void navigate('/hardship-files/new', { state: { person: candidate.person } })}>
          {t('candidates.moves.draft')}
        </Button>
      )}
      <ActionBar
        actions={candidate.actions}
        choices={[
          dialog('closeCandidate', t('candidates.moves.close'), CloseCandidateForm),
          dialog('logCandidateAttempt', t('candidates.moves.attempt'), AttemptForm, true),
          dialog('takeOverCandidate', t('candidates.moves.takeOver'), TakeOverForm, true),
          dialog('assignCandidate', t('candidates.moves.assign'), AssignForm, true),
        ]}
      />
    </>
  );
}
