import { Input, InputNumber, Radio, Select } from 'antd';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { choices, useWords } from '../../../kit/words.js';
import { offered, type FormEntry } from './form-entries.js';

/** A box of the form to fill in, by what kind of answer it takes. */
export function AnswerField({ entry, era, span = 4 }: { entry: FormEntry; era: string; span?: number }) {
  const { t, language } = useWords();
  const { name, kind, max } = entry;
  const label = t(`hardship.form.${name}`);
  if (kind === 'prose') {
    return (
      <Field name={name} label={label} span={12}>
        <Input.TextArea rows={3} {...(max && { maxLength: max })} />
      </Field>
    );
  }
  return (
    <Field name={name} label={label} span={span}>
      {kind === 'code' ? (
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={choices(offered(name, era)?.values ?? {}, language)} />
      ) : kind === 'day' ? (
        <DayInput />
      ) : kind === 'number' ? (
        <InputNumber precision={0} style={{ width: '100%' }} />
      ) : kind === 'flag' ? (
        <YesNo />
      ) : (
        <Input {...(max && { maxLength: max })} />
      )}
    </Field>
  );
}

interface YesNoProps {
  id?: string;
  value?: boolean | null;
  onChange?: (value: boolean | null) => void;
}

/** Yes, no, or not known: what is not known is never taken for no. */
export function YesNo({ id, value, onChange }: YesNoProps) {
  const { t } = useWords();
  return (
    <Radio.Group
      {...(id && { id })}
      optionType="button"
      size="small"
      value={value ?? null}
      onChange={(event) => onChange?.(event.target.value as boolean | null)}
      options={[
        { value: true, label: t('form.yes') },
        { value: false, label: t('hardship.no') },
        { value: null as unknown as string, label: t('hardship.unknown') },
      ]}
    />
  );
}
