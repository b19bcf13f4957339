import { Input, Select } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import type { z } from 'zod';
import { DraftHardshipFile } from '#contract/hardship-form';
import type { PersonRow } from '#contract/people';
import { causesOf, employmentStates, hardshipCauses } from '#rules/hardship/codes';
import { MOST_SECONDARY_CAUSES } from '#rules/hardship/causes';
import { draftHardshipFile } from '../../api/hardship.js';
import { useMe } from '../../api/use-me.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { FormPage } from '../../kit/FormPage.js';
import { choices, useWords } from '../../kit/words.js';
import { EmployerField } from '../organisations/EmployerField.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { ElsewhereNotice } from './elsewhere/ElsewhereNotice.js';
import { HolderField, type Holder } from './HolderField.js';
import { WhatToBring } from './WhatToBring.js';

interface Arrival {
  person?: z.infer<typeof PersonRow> & { employerId?: string | null };
}

/** What a draft cannot do without: who, and why. The rest is filled in on the file itself, in any order. */
export function NewHardshipFilePage() {
  const { t, label, language } = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const { person } = (useLocation().state ?? {}) as Arrival;
  const causes = causesOf('R3').map((value) => ({ value, label: label(hardshipCauses, value) }));
  return (
    <FormPage
      title={t('hardship.new')}
      about={t('hardship.newAbout')}
      schema={DraftHardshipFile}
      initial={{
        begunOn: todayInChina(),
        organisationId: me.data?.organisationId,
        otherCauses: [],
        ...(person && { holderId: person.id, employerName: person.employerName, employerId: person.employerId }),
      }}
      submit={draftHardshipFile}
      forget={['hardship-file', 'person']}
      submitLabel={t('hardship.begin')}
      onDone={({ id }) => void navigate(`/hardship-files/${id}`, { replace: true })}
      side={<WhatToBring />}
    >
      <HolderField {...(person && { known: person as Holder })} />
      <ElsewhereNotice />
      <Field name="mainCause" label={t('hardship.cause')} span={6}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={causes} placeholder={t('hardship.causeHint')} />
      </Field>
      <Field name="otherCauses" label={t('hardship.otherCauses')} span={6} required={false}>
        <Select
          mode="multiple"
          maxCount={MOST_SECONDARY_CAUSES}
          showSearch={{ optionFilterProp: 'label' }}
          options={causes}
          placeholder={t('hardship.causesMost', { most: MOST_SECONDARY_CAUSES })}
        />
      </Field>
      <EmployerField label={t('fields.employer')} />
      <Field name="employment" label={t('hardship.employment')} span={6}>
        <Select allowClear options={choices(employmentStates, language)} />
      </Field>
      <Field name="organisationId" label={t('hardship.filedAt')} span={6}>
        <OrganisationSelect label={t('hardship.filedAt')} />
      </Field>
      <Field name="begunOn" label={t('hardship.begunOn')} span={6}>
        <DayInput latest={todayInChina()} />
      </Field>
      <Field name="remark" label={t('fields.remark')}>
        <Input maxLength={2000} />
      </Field>
    </FormPage>
  );
}
