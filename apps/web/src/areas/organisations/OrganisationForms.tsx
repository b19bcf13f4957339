import { Input, InputNumber, Select } from 'antd';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { ChangeOrganisation, CreateOrganisation, CreateSite, MoveOrganisation, type OrganisationRecord } from '#contract/organisations';
import { kindsBelow } from '#rules/organisations/union-tree';
import { changeOrganisation, createOrganisation, createSite, moveOrganisation } from '../../api/organisations.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { choices, useWords } from '../../kit/words.js';
import { organisationKindWords, siteKindWords } from './organisation-codes.js';
import { OrganisationSelect } from './OrganisationSelect.js';

type Organisation = z.infer<typeof OrganisationRecord>;

export function CreateOrganisationForm({ parent, onClose }: { parent: Organisation; onClose: () => void }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const offered = new Set<string>(kindsBelow(parent.kind));
  return (
    <ActionForm
      title={t('organisations.createBelow')}
      schema={CreateOrganisation}
      constants={{ parentId: parent.id }}
      submit={createOrganisation}
      forget={['organisation']}
      onDone={({ id }) => void navigate(`/organisations/${id}`)}
      onClose={onClose}
      width={680}
    >
      <Field name="kind" label={t('organisations.kind')} span={4}>
        <Select options={choices(organisationKindWords, language).filter(({ value }) => offered.has(value))} />
      </Field>
      <OrganisationFields span={8} />
    </ActionForm>
  );
}

interface ChangeProps {
  organisation: Organisation;
  onClose: () => void;
  onReload: () => void;
}

export function ChangeOrganisationForm({ organisation, onClose, onReload }: ChangeProps) {
  const { t } = useWords();
  const { name, shortName, numberPrefix, divisionCode, uscc, memberCount, phone, address, establishedOn } = organisation;
  return (
    <ActionForm
      title={t('organisations.change')}
      schema={ChangeOrganisation}
      initial={{ name, shortName, numberPrefix, divisionCode, uscc, memberCount, phone, address, establishedOn }}
      constants={{ version: organisation.version }}
      submit={(body, key) => changeOrganisation(organisation.id, body, key)}
      forget={['organisation']}
      onClose={onClose}
      onReload={onReload}
      width={680}
    >
      <OrganisationFields span={12} />
    </ActionForm>
  );
}

function OrganisationFields({ span }: { span: number }) {
  const { t } = useWords();
  return (
    <>
      <Field name="name" label={t('fields.name')} span={span}>
        <Input maxLength={80} />
      </Field>
      <Field name="shortName" label={t('organisations.shortName')} span={5}>
        <Input maxLength={30} />
      </Field>
      <Field name="numberPrefix" label={t('organisations.numberPrefix')} span={3}>
        <Input maxLength={6} />
      </Field>
      <Field name="memberCount" label={t('organisations.memberCount')} span={4}>
        <InputNumber min={0} precision={0} style={{ width: '100%' }} />
      </Field>
      <Field name="uscc" label={t('employers.uscc')} span={5}>
        <Input maxLength={18} />
      </Field>
      <Field name="divisionCode" label={t('organisations.divisionCode')} span={3}>
        <Input maxLength={12} />
      </Field>
      <Field name="establishedOn" label={t('organisations.establishedOn')} span={4}>
        <DayInput latest={todayInChina()} />
      </Field>
      <Field name="phone" label={t('fields.phone')} span={4}>
        <Input maxLength={30} />
      </Field>
      <Field name="address" label={t('fields.address')} span={8}>
        <Input maxLength={120} />
      </Field>
    </>
  );
}

export function MoveOrganisationForm({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('organisations.move')}
      schema={MoveOrganisation}
      initial={{ on: todayInChina() }}
      submit={(body, key) => moveOrganisation(organisation.id, body, key)}
      forget={['organisation']}
      onClose={onClose}
    >
      <Field name="parentId" label={t('organisations.newParent')} span={8}>
        <OrganisationSelect label={t('organisations.newParent')} />
      </Field>
      <Field name="on" label={t('fields.day')} span={4}>
        <DayInput />
      </Field>
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </ActionForm>
  );
}

export function SiteForm({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { t, language } = useWords();
  return (
    <ActionForm
      title={t('organisations.createSite')}
      schema={CreateSite}
      initial={{ kind: 'station' }}
      submit={(body, key) => createSite(organisationId, body, key)}
      forget={['organisation']}
      onClose={onClose}
    >
      <Field name="kind" label={t('fields.kind')} span={4}>
        <Select options={choices(siteKindWords, language)} />
      </Field>
      <Field name="name" label={t('fields.name')} span={8}>
        <Input maxLength={60} />
      </Field>
      <Field name="address" label={t('fields.address')} span={8}>
        <Input maxLength={120} />
      </Field>
      <Field name="phone" label={t('fields.phone')} span={4}>
        <Input maxLength={30} />
      </Field>
    </ActionForm>
  );
}
