import { Checkbox, Input, Select } from 'antd';
import type { z } from 'zod';
import { ChangeEmployer, CreateEmployer, type EmployerRecord } from '#contract/organisations';
import { industries, ownerships } from '#rules/organisations/codes';
import { changeEmployer, createEmployer } from '../../api/organisations.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { Field } from '../../kit/Field.js';
import { choices, useWords } from '../../kit/words.js';
import { DivisionSelect } from './DivisionSelect.js';

interface Props {
  /** The one to change; a new one without it. */
  employer?: z.infer<typeof EmployerRecord>;
  onClose: () => void;
  onMade?: (id: string) => void;
  onReload?: () => void;
}

export function EmployerForm({ employer, onClose, onMade, onReload }: Props) {
  const { t } = useWords();
  if (!employer) {
    return (
      <ActionForm
        title={t('employers.create')}
        schema={CreateEmployer}
        submit={createEmployer}
        forget={['employer']}
        onDone={({ id }) => onMade?.(id)}
        onClose={onClose}
        width={720}
      >
        <EmployerFields />
      </ActionForm>
    );
  }
  const { name, uscc, orgCode, licenseNo, industry, ownership, divisionCode, address, phone, legalPerson, codeUnverified } = employer;
  return (
    <ActionForm
      title={t('employers.change')}
      schema={ChangeEmployer}
      initial={{
        name,
        uscc,
        orgCode,
        licenseNo,
        industry,
        ownership,
        divisionCode,
        address,
        phone,
        legalPerson,
        confirmCode: codeUnverified,
      }}
      constants={{ version: employer.version }}
      submit={(body, key) => changeEmployer(employer.id, body, key)}
      forget={['employer']}
      onClose={onClose}
      onReload={onReload}
      width={720}
    >
      <EmployerFields />
    </ActionForm>
  );
}

function EmployerFields() {
  const { t, language } = useWords();
  return (
    <>
      <Field name="name" label={t('employers.name')}>
        <Input maxLength={80} />
      </Field>
      <Field name="uscc" label={t('employers.uscc')} span={5}>
        <Input maxLength={18} />
      </Field>
      <Field name="orgCode" label={t('employers.orgCode')} span={3}>
        <Input maxLength={10} />
      </Field>
      <Field name="licenseNo" label={t('employers.licenseNo')} span={4}>
        <Input maxLength={15} />
      </Field>
      <Field name="industry" label={t('employers.industry')} span={5}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={choices(industries, language)} />
      </Field>
      <Field name="ownership" label={t('employers.ownership')} span={3}>
        <Select allowClear options={choices(ownerships, language)} />
      </Field>
      <Field name="divisionCode" label={t('employers.division')} span={4}>
        <DivisionSelect />
      </Field>
      <Field name="address" label={t('fields.address')} span={6}>
        <Input maxLength={120} />
      </Field>
      <Field name="phone" label={t('fields.phone')} span={3}>
        <Input maxLength={30} />
      </Field>
      <Field name="legalPerson" label={t('employers.legalPerson')} span={3}>
        <Input maxLength={40} />
      </Field>
      <Field name="confirmCode" valuePropName="checked" extra={t('employers.confirmCodeHint')} required={false}>
        <Checkbox>{t('employers.confirmCode')}</Checkbox>
      </Field>
    </>
  );
}
