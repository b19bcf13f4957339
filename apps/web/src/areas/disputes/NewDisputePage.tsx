import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import type { z } from 'zod';
import { RegisterDispute } from '#contract/disputes';
import type { PersonRow } from '#contract/people';
import { COLLECTIVE_FROM, disputeChannels } from '#rules/disputes/codes';
import { registerDispute } from '../../api/disputes.js';
import { useMe } from '../../api/use-me.js';
import { FormPage } from '../../kit/FormPage.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { MoneyInput } from '../../kit/MoneyInput.js';
import { Tick } from '../../kit/Tick.js';
import { choices, useWords } from '../../kit/words.js';
import { EmployerField } from '../organisations/EmployerField.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { PersonField } from '../people/PersonField.js';
import { categoryChoices } from './dispute-codes.js';

interface Arrival {
  person?: z.infer<typeof PersonRow> & { employerId?: string | null };
}

/** One page, from the keyboard: who, against whom, about what. */
export function NewDisputePage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const { person } = (useLocation().state ?? {}) as Arrival;
  return (
    <FormPage
      title={t('disputes.register')}
      about={t('disputes.registerAbout')}
      schema={RegisterDispute}
      initial={{
        channel: 'V',
        workerCount: 1,
        registeredOn: todayInChina(),
        organisationId: me.data?.organisationId,
        ...(person && {
          applicantId: person.id,
          applicantName: person.name,
          employerName: person.employerName,
          employerId: person.employerId,
        }),
      }}
      submit={registerDispute}
      forget={['dispute']}
      submitLabel={t('disputes.registerNow')}
      onDone={({ id }) => void navigate(`/disputes/${id}`, { replace: true })}
    >
      <PersonField label={t('disputes.applicant')} nameField="applicantName" idField="applicantId" />
      <EmployerField label={t('fields.employer')} />
      <Field name="category" label={t('disputes.category')} span={6}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={categoryChoices(language)} placeholder={t('disputes.categoryHint')} />
      </Field>
      <Field name="secondary" label={t('disputes.secondary')} span={6} required={false}>
        <Select mode="multiple" maxCount={5} showSearch={{ optionFilterProp: 'label' }} options={categoryChoices(language)} />
      </Field>
      <Field name="channel" label={t('disputes.channel')}>
        <Radio.Group optionType="button" options={choices(disputeChannels, language)} />
      </Field>
      <Field name="request" label={t('disputes.request')}>
        <Input.TextArea rows={4} maxLength={4000} placeholder={t('disputes.requestHint')} />
      </Field>
      <Field name="claimedFen" label={t('disputes.claimed')} span={3}>
        <MoneyInput />
      </Field>
      <Field name="workerCount" label={t('disputes.workers')} span={2} required={false}>
        <InputNumber min={1} max={100_000} precision={0} style={{ width: '100%' }} />
      </Field>
      <Field name="registeredOn" label={t('fields.registeredOn')} span={3}>
        <DayInput latest={todayInChina()} />
      </Field>
      <Field name="organisationId" label={t('fields.organisation')} span={4}>
        <OrganisationSelect label={t('fields.organisation')} />
      </Field>
      <CommonRequest />
      <Field name="remark" label={t('fields.remark')}>
        <Input maxLength={2000} />
      </Field>
    </FormPage>
  );
}

/** Only where there are several. */
function CommonRequest() {
  const { t } = useWords();
  const workers = (Form.useWatch('workerCount', Form.useFormInstance()) as number | undefined) ?? 1;
  if (workers < 2) return null;
  return <Tick name="commonRequest" label={t('disputes.commonRequest', { least: COLLECTIVE_FROM })} />;
}
