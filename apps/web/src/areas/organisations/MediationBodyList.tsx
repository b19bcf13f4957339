import { Input, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { CreateMediationBody, type MediationBodyView } from '#contract/organisations';
import { createMediationBody, findMediationBodies } from '../../api/organisations.js';
import { useCan, useMe } from '../../api/use-me.js';
import { ActionForm } from '../../kit/ActionForm.js';
import type { Column } from '../../kit/DataTable.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { showDay } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { choices, useWords } from '../../kit/words.js';
import { mediationBodyKinds, mediationBodyStatuses } from './organisation-codes.js';
import { OrganisationSelect } from './OrganisationSelect.js';

type Row = z.infer<typeof MediationBodyView>;

export function MediationBodyList() {
  const { t, label } = useWords();
  const can = useCan();
  const [creating, setCreating] = useState(false);
  const columns: Column<Row>[] = [
    { key: 'name', title: t('fields.name'), render: (row) => row.name, hint: (row) => row.name },
    { key: 'kind', title: t('fields.kind'), width: 210, render: (row) => label(mediationBodyKinds, row.kind) },
    { key: 'organisation', title: t('fields.organisation'), width: 240, render: (row) => row.organisationName },
    { key: 'setUp', title: t('bodies.setUpOn'), width: 120, render: (row) => showDay(row.setUpOn) },
    {
      key: 'status',
      title: t('fields.status'),
      width: 90,
      render: (row) => <StatusTag tone={row.status === 'listed' ? 'going' : 'done'}>{label(mediationBodyStatuses, row.status)}</StatusTag>,
    },
  ];
  return (
    <>
      <ListPage
        title={t('menu.mediationBodies')}
        about={t('bodies.about')}
        noun="mediation-body"
        find={findMediationBodies}
        filters={[{ kind: 'text', key: 'q', label: t('bodies.searchHint'), width: 300 }]}
        columns={columns}
        rowKey={(row) => row.id}
        create={can('mediation-body.create') ? { label: t('bodies.create'), act: () => setCreating(true) } : undefined}
        empty={{ title: t('bodies.empty'), hint: t('bodies.emptyHint') }}
      />
      {creating && <MediationBodyForm onClose={() => setCreating(false)} />}
    </>
  );
}

function MediationBodyForm({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords();
  const me = useMe();
  return (
    <ActionForm
      title={t('bodies.create')}
      schema={CreateMediationBody}
      initial={{ organisationId: me.data?.organisationId }}
      submit={createMediationBody}
      forget={['mediation-body']}
      onClose={onClose}
      width={640}
    >
      <Field name="name" label={t('fields.name')}>
        <Input maxLength={80} />
      </Field>
      <Field name="kind" label={t('fields.kind')} span={6}>
        <Select options={choices(mediationBodyKinds, language)} />
      </Field>
      <Field name="organisationId" label={t('fields.organisation')} span={6}>
        <OrganisationSelect label={t('fields.organisation')} />
      </Field>
      <Field name="setUpOn" label={t('bodies.setUpOn')} span={4}>
        <DayInput />
      </Field>
      <Field name="phone" label={t('fields.phone')} span={4}>
        <Input maxLength={30} />
      </Field>
      <Field name="address" label={t('fields.address')} span={4}>
        <Input maxLength={120} />
      </Field>
    </ActionForm>
  );
}
