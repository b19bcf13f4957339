import { Input, InputNumber } from 'antd';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { useWords } from '../../../kit/words.js';

/** What every draft says of itself, before and after what it changes. */
export function DraftHead() {
  const { t } = useWords();
  return (
    <>
      <Field name="name" label={t('policy.name')} span={8}>
        <Input maxLength={80} placeholder={t('policy.nameHint')} />
      </Field>
      <Field name="validFrom" label={t('policy.validFrom')} span={4}>
        <DayInput />
      </Field>
    </>
  );
}

export function DraftFoot() {
  const { t } = useWords();
  return (
    <>
      <Field name="reason" label={t('policy.reason')} span={9}>
        <Input.TextArea rows={2} maxLength={1000} placeholder={t('policy.reasonHint')} />
      </Field>
      <Field name="capPercent" label={t('policy.capPercent')} span={3} tooltip={t('policy.capPercentHint')} required={false}>
        <InputNumber min={1} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
      </Field>
    </>
  );
}
