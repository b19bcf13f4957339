import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import type { z } from 'zod';
import type { PersonRow } from '#contract/people';
import { RegisterPetition } from '#contract/petitions';
import { disputeCategories } from '#rules/disputes/codes';
import {
  isGroupVisit,
  MOST_REPRESENTATIVES,
  petitionChannels,
  petitionPurposes,
  petitionSubjects,
  type PetitionChannel,
} from '#rules/petitions/codes';
import { registerPetition } from '../../api/petitions.js';
import { useMe } from '../../api/use-me.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { FormPage } from '../../kit/FormPage.js';
import { todayInChina } from '../../kit/formats.js';
import { Tick } from '../../kit/Tick.js';
import { choices, useWords } from '../../kit/words.js';
import { EmployerField } from '../organisations/EmployerField.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { PersonField } from '../people/PersonField.js';
import { contactKinds } from './petition-codes.js';
import { EarlierContacts } from './EarlierContacts.js';

interface Arrival {
  person?: z.infer<typeof PersonRow>;
}

/** A visit, a letter or a call, written down in under a minute: what is usual is already chosen. */
export function NewPetitionPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const { person } = (useLocation().state ?? {}) as Arrival;
  return (
    <FormPage
      title={t('petitions.register')}
      about={t('petitions.registerAbout')}
      schema={RegisterPetition}
      initial={{
        channel: 'V',
        purpose: 'settlement',
        personCount: 1,
        contactKind: 'first',
        anonymous: false,
        registeredOn: todayInChina(),
        organisationId: me.data?.organisationId,
        ...(person && { petitionerId: person.id, petitionerName: person.name, employerName: person.employerName }),
      }}
      submit={registerPetition}
      forget={['petition']}
      submitLabel={t('petitions.registerNow')}
      onDone={({ id }) => void navigate(`/petitions/${id}`, { replace: true })}
    >
      <Field name="channel" label={t('petitions.channel')} span={7}>
        <Radio.Group optionType="button" options={choices(petitionChannels, language)} />
      </Field>
      <Field name="contactKind" label={t('petitions.contactKind')} span={5} required={false}>
        <Radio.Group optionType="button" options={choices(contactKinds, language)} />
      </Field>
      <PersonField label={t('petitions.petitioner')} nameField="petitionerName" idField="petitionerId" span={4} />
      <Field name="phone" label={t('fields.phone')} span={3}>
        <Input maxLength={30} inputMode="tel" />
      </Field>
      <EmployerField label={t('petitions.employer')} span={5} />
      <EarlierContacts />
      <Field name="subject" label={t('petitions.subject')} span={6}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={choices(petitionSubjects, language)}
          placeholder={t('petitions.subjectHint')}
        />
      </Field>
      <DetailField />
      <Field name="purpose" label={t('petitions.purpose')}>
        <Radio.Group optionType="button" options={choices(petitionPurposes, language)} />
      </Field>
      <Field name="content" label={t('petitions.content')}>
        <Input.TextArea rows={5} maxLength={8000} placeholder={t('petitions.contentHint')} />
      </Field>
      <Field name="personCount" label={t('petitions.persons')} span={2} required={false}>
        <InputNumber min={1} max={100_000} precision={0} style={{ width: '100%' }} />
      </Field>
      <Representatives />
      <Field name="registeredOn" label={t('fields.registeredOn')} span={3}>
        <DayInput latest={todayInChina()} />
      </Field>
      <Field name="organisationId" label={t('fields.organisation')} span={4}>
        <OrganisationSelect label={t('fields.organisation')} />
      </Field>
      <Tick name="anonymous" label={t('petitions.anonymousHint')} />
    </FormPage>
  );
}

/** Labour matters say which; the other subjects have no second level. */
function DetailField() {
  const { t, language } = useWords();
  const subject = Form.useWatch('subject', Form.useFormInstance()) as string | undefined;
  if (subject !== '20') return <div style={{ gridColumn: 'span 6' }} />;
  return (
    <Field name="detail" label={t('petitions.detail')} span={6}>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={choices(disputeCategories, language)} />
    </Field>
  );
}

function Representatives() {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const channel = Form.useWatch('channel', form) as PetitionChannel | undefined;
  const persons = (Form.useWatch('personCount', form) as number | null | undefined) ?? 1;
  if (!channel || !isGroupVisit(channel, persons)) return <div style={{ gridColumn: 'span 3' }} />;
  return (
    <Field name="representatives" label={t('petitions.representatives', { most: MOST_REPRESENTATIVES })} span={3} required={false}>
      <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
    </Field>
  );
}
