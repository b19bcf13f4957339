import { Input, Select } from 'antd';
import { ChangeFileForm } from '#contract/hardship-form';
import { causesOf, employmentStates, hardshipCauses, type Era } from '#rules/hardship/codes';
import { MOST_SECONDARY_CAUSES } from '#rules/hardship/causes';
import { changeFileForm } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { Field } from '../../../kit/Field.js';
import { choices, useWords } from '../../../kit/words.js';
import { EmployerField } from '../../organisations/EmployerField.js';
import type { FileDialogProps } from '../file-parts.js';

/** The causes, the work, the remark. */
export function ApplicationForm({ file, onClose, onReload }: FileDialogProps) {
  const { t, label, language } = useWords();
  const { mainCause, otherCauses, employment, employerId, employerName, remark } = file;
  const causes = causesOf(file.formEra as Era).map((value) => ({ value, label: label(hardshipCauses, value) }));
  return (
    <ActionForm
      title={t('hardship.changeFacts')}
      schema={ChangeFileForm}
      initial={{ mainCause, otherCauses, employment, employerId, employerName, remark }}
      constants={{ version: file.version }}
      submit={(body, key) => changeFileForm(file.id, body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      width={720}
    >
      <Field name="mainCause" label={t('hardship.cause')} span={6} required>
        <Select showSearch={{ optionFilterProp: 'label' }} options={causes} />
      </Field>
      <Field name="otherCauses" label={t('hardship.otherCauses')} span={6}>
        <Select
          mode="multiple"
          maxCount={MOST_SECONDARY_CAUSES}
          showSearch={{ optionFilterProp: 'label' }}
          options={causes}
          placeholder={t('hardship.causesMost', { most: MOST_SECONDARY_CAUSES })}
        />
      </Field>
      <Field name="employment" label={t('hardship.employment')} span={6}>
        <Select allowClear options={choices(employmentStates, language)} />
      </Field>
      <EmployerField label={t('fields.employer')} />
      <Field name="remark" label={t('fields.remark')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Field>
    </ActionForm>
  );
}
