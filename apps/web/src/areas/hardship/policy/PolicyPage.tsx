import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { policyStatuses } from '#rules/hardship/policy/policy-lifecycle';
import { getPolicy } from '../../../api/policy.js';
import { keys } from '../../../api/query-keys.js';
import { ActionBar } from '../../../kit/ActionBar.js';
import { Facts } from '../../../kit/Facts.js';
import { showInstant, showText } from '../../../kit/formats.js';
import { JobProgress } from '../../../kit/JobProgress.js';
import { Notice } from '../../../kit/Notice.js';
import { RecordPage } from '../../../kit/RecordPage.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import { policyActionChoices } from './policy-actions.js';
import { policyKinds, policyTones, type Policy } from './policy-codes.js';
import { PolicyChange } from './PolicyChange.js';
import { PolicyRowsDrawer, type Meant } from './PolicyRowsDrawer.js';
import { TrialResult } from './TrialResult.js';

export function PolicyPage() {
  const { id = '' } = useParams();
  const { t, say } = useWords();
  const [meant, setMeant] = useState<Meant | null>(null);
  const query = useQuery({
    queryKey: keys.record('policy', id),
    queryFn: ({ signal }) => getPolicy(id, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'trying' ? 1000 : false),
  });
  return (
    <>
      <RecordPage
        query={query}
        heading={(policy) => ({
          from: { path: '/policies', text: t('policy.drafts') },
          title: policy.name,
          plainTitle: policy.name,
          status: <StatusTag tone={policyTones[policy.status]}>{say(policyStatuses[policy.status])}</StatusTag>,
          line: `${say(policyKinds[policy.kind])} · ${t('policy.fromDay', { from: policy.validFrom })} · ${policy.organisationName}`,
        })}
        actions={(policy) => <ActionBar actions={policy.actions} choices={policyActionChoices(policy, t, () => void query.refetch())} />}
        band={(policy) => <TrialUnderWay policy={policy} />}
        main={(policy) => (
          <>
            <PolicyChange policy={policy} />
            {policy.found && <TrialResult policy={policy} found={policy.found} onRows={setMeant} />}
          </>
        )}
        side={(policy) => <Course policy={policy} />}
      />
      {meant && <PolicyRowsDrawer policyId={id} meant={meant} onClose={() => setMeant(null)} />}
    </>
  );
}

function TrialUnderWay({ policy: { status, trial } }: { policy: Policy }) {
  const { t } = useWords();
  if (status !== 'trying' || !trial) return null;
  return (
    <>
      <JobProgress label={t('policy.trying')} done={trial.done} total={trial.total || null} />
      {trial.error && <Notice tone="warning">{trial.error}</Notice>}
    </>
  );
}

/** Who drafted, tried, agreed and published. */
function Course({ policy }: { policy: Policy }) {
  const { t } = useWords();
  const at = (name: string | null, when: string | null): string => (name && when ? `${name}\n${showInstant(when)}` : showText(name));
  return (
    <Section title={t('policy.course')}>
      <Facts
        facts={[
          { label: t('policy.maker'), value: at(policy.madeByName, policy.madeAt), wide: true },
          { label: t('policy.triedAt'), value: showInstant(policy.found?.triedAt), wide: true },
          { label: t('policy.agreer'), value: at(policy.agreedByName, policy.agreedAt), wide: true },
          { label: t('policy.publishedAt'), value: showInstant(policy.publishedAt), wide: true },
          { label: t('policy.reason'), value: policy.reason, wide: true },
        ]}
      />
    </Section>
  );
}
