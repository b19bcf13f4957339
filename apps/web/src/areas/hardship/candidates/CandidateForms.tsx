import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { AssignCandidate, LogCandidateAttempt, TakeOverCandidate, type CandidateRecord } from '#contract/candidates';
import { attemptForms, attemptResults } from '#rules/hardship/finder/candidate-codes';
import { assignCandidate, candidateOwners, logCandidateAttempt, takeOverCandidate } from '../../../api/candidates.js';
import { keys } from '../../../api/query-keys.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';

export interface CandidateFormProps {
  candidate: CandidateRecord;
  onClose: () => void;
  onReload: () => void;
}

export function TakeOverForm({ candidate, onClose, onReload }: CandidateFormProps) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('candidates.moves.takeOver')}
      schema={TakeOverCandidate}
      constants={{ version: candidate.version }}
      submit={(body, key) => takeOverCandidate(candidate.id, body, key)}
      forget={['candidate']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={t('candidates.moves.takeOver')}
    >
      <p style={{ gridColumn: 'span 12' }}>
        {candidate.ownerName ? t('candidates.takeOverFrom', { name: candidate.ownerName }) : t('candidates.takeOverNobody')}
      </p>
    </ActionForm>
  );
}

export function AssignForm({ candidate, onClose, onReload }: CandidateFormProps) {
  const { t } = useWords();
  const owners = useQuery({
    queryKey: keys.part('candidate', candidate.id, 'owners'),
    queryFn: ({ signal }) => candidateOwners(candidate.id, signal),
  });
  return (
    <ActionForm
      title={t('candidates.moves.assign')}
      schema={AssignCandidate}
      constants={{ version: candidate.version }}
      submit={(body, key) => assignCandidate(candidate.id, body, key)}
      forget={['candidate']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={t('candidates.moves.assign')}
    >
      <Field name="ownerId" label={t('candidates.owner')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={owners.isPending}
          options={(owners.data?.items ?? [])
            .filter(({ id }) => id !== candidate.ownerId)
            .map((owner) => ({
              value: owner.id,
              label: t('candidates.ownerLoad', { name: owner.name, organisation: owner.organisationName, open: owner.openCandidates }),
            }))}
        />
      </Field>
    </ActionForm>
  );
}

export function AttemptForm({ candidate, onClose, onReload }: CandidateFormProps) {
  const { t, language } = useWords();
  return (
    <ActionForm
      title={t('candidates.moves.attempt')}
      schema={LogCandidateAttempt}
      initial={{ on: todayInChina(), form: 'call' }}
      constants={{ version: candidate.version }}
      submit={(body, key) => logCandidateAttempt(candidate.id, body, key)}
      forget={['candidate']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={t('candidates.moves.attempt')}
    >
      <Field name="form" label={t('candidates.attemptForm')} span={7}>
        <Radio.Group optionType="button" options={choices(attemptForms, language)} />
      </Field>
      <Field name="on" label={t('fields.happenedOn')} span={5}>
        <DayInput earliest={candidate.foundOn} latest={todayInChina()} />
      </Field>
      <Field name="result" label={t('candidates.attemptResult')} extra={t('candidates.attemptHint')}>
        <Select options={choices(attemptResults, language)} />
      </Field>
    </ActionForm>
  );
}
