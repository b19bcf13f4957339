import { Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { CloseCandidate, type CandidateRecord } from '#contract/candidates';
import { closings, governmentAids, waysOfHelp, type Closing } from '#rules/hardship/finder/candidate-codes';
import { suzhouFinderPlan } from '#rules/hardship/finder/finder-plan';
import { closeCandidate } from '../../../api/candidates.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import type { CandidateFormProps } from './CandidateForms.js';

/** 办结: one of six ways, each with what shows it. */
export function CloseCandidateForm({ candidate, onClose, onReload }: CandidateFormProps) {
  const { t, language } = useWords();
  return (
    <ActionForm
      title={t('candidates.moves.close')}
      schema={CloseCandidate}
      initial={{ on: todayInChina() }}
      constants={{ version: candidate.version }}
      submit={(body, key) => closeCandidate(candidate.id, body, key)}
      forget={['candidate', 'coverage']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={t('candidates.moves.close')}
    >
      <Field name="closing" label={t('candidates.closing')} span={8}>
        <Select options={choices(closings, language)} />
      </Field>
      <Field name="on" label={t('candidates.closedOn')} span={4}>
        <DayInput earliest={candidate.foundOn} latest={todayInChina()} />
      </Field>
      <WhatItNeeds candidate={candidate} />
      <Field name="note" label={t('fields.note')} extra={t('candidates.noteHint')}>
        <Input maxLength={200} />
      </Field>
    </ActionForm>
  );
}

function WhatItNeeds({ candidate }: { candidate: CandidateRecord }) {
  const { t, language } = useWords();
  const closing = Form.useWatch<Closing | undefined>('closing');
  const { attempts, attemptDays } = suzhouFinderPlan;
  switch (closing) {
    case 'helped':
      return (
        <Field name="help" label={t('candidates.help')} required>
          <Select options={choices(waysOfHelp, language)} />
        </Field>
      );
    case 'government-aid':
      return (
        <Field name="governmentAid" label={t('candidates.governmentAid')} required>
          <Select options={choices(governmentAids, language)} />
        </Field>
      );
    case 'not-eligible':
      return (
        <Field name="criterion" label={t('candidates.criterion')} required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={candidate.criteria.map((criterion) => ({ value: criterion.code, label: criterion[language] }))}
          />
        </Field>
      );
    case 'filed':
      return (
        <p style={{ gridColumn: 'span 12' }}>
          {candidate.openFile ? (
            <Link to={`/hardship-files/${candidate.openFile.id}`}>
              {candidate.openFile.number ?? t('candidates.itsApplication')} · {candidate.openFile.organisationName}
            </Link>
          ) : (
            t('candidates.noFileYet')
          )}
        </p>
      );
    case 'unreachable':
      return <p className="soft" style={{ gridColumn: 'span 12' }}>{t('candidates.unreachableNeeds', { attempts, days: attemptDays, made: candidate.attempts.length })}</p>; // prettier-ignore
    case 'declined':
      return <p className="soft" style={{ gridColumn: 'span 12' }}>{t('candidates.declinedNeeds')}</p>; // prettier-ignore
    default:
      return null;
  }
}
