import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { AssignMediator } from '#contract/disputes';
import { assignMediator, mediatorChoices } from '../../api/disputes.js';
import { findMediationBodies } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { Field } from '../../kit/Field.js';
import { Tick } from '../../kit/Tick.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

export function AssignMediatorForm(props: MoveFormProps) {
  const { t } = useWords();
  const can = useCan();
  const { id, mediatorId, mediationBodyId } = props.dispute;
  const mediators = useQuery({ queryKey: keys.part('dispute', id, 'mediators'), queryFn: ({ signal }) => mediatorChoices(id, signal) });
  const bodies = useQuery({
    queryKey: keys.list('mediation-body', { limit: 100 }),
    queryFn: ({ signal }) => findMediationBodies({ limit: 100 }, signal),
    enabled: can('mediation-body.read'),
  });
  return (
    <MoveForm
      {...props}
      title={t('disputes.moves.assign')}
      schema={AssignMediator}
      initial={{ mediatorId, mediationBodyId, noConflict: false }}
      move={assignMediator}
    >
      <Field name="mediatorId" label={t('disputes.mediator')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={mediators.isPending}
          notFoundContent={t('disputes.noMediators')}
          options={(mediators.data?.items ?? []).map((mediator) => ({
            value: mediator.id,
            label: t('disputes.mediatorLoad', { name: mediator.name, organisation: mediator.organisationName, cases: mediator.openCases }),
          }))}
        />
      </Field>
      <Field name="mediationBodyId" label={t('disputes.body')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={bodies.isFetching}
          options={(bodies.data?.items ?? []).map((body) => ({ value: body.id, label: body.name }))}
        />
      </Field>
      <Tick name="noConflict" label={t('disputes.noConflict')} />
    </MoveForm>
  );
}
