import { Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { PersonMatches } from '#contract/people';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { choices, useWords } from '../../kit/words.js';
import { sexes } from './people-codes.js';

interface Props {
  /** What the ID number itself says; it fills sex and birth date. */
  idFacts: z.infer<typeof PersonMatches>['idNumber'];
  autoFocus?: boolean;
}

/** The fields of a person, for the new one and the changed one. */
export function PersonFields({ idFacts, autoFocus = false }: Props) {
  const { t, say, language } = useWords();
  const form = Form.useFormInstance();
  const read = idFacts?.valid ? idFacts : null;
  const [sex, birthDate] = [read?.sex ?? null, read?.birthDate ?? null];
  useEffect(() => {
    if (sex) form.setFieldValue('sex', sex);
    if (birthDate) form.setFieldValue('birthDate', birthDate);
  }, [form, sex, birthDate]);
  const idSays =
    idFacts &&
    (idFacts.valid
      ? t('people.idSays', { sex: sex ? say(sexes[sex]) : '', day: birthDate ?? '' })
      : say({ zh: idFacts.zh ?? '', en: idFacts.en ?? '' }));
  return (
    <>
      <Field name="name" label={t('people.name')} span={4}>
        <Input autoFocus={autoFocus} maxLength={50} autoComplete="off" />
      </Field>
      <Field
        name="idNumber"
        label={t('people.idNumber')}
        span={5}
        extra={idSays}
        {...(idFacts && !idFacts.valid && { validateStatus: 'error' as const })}
      >
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="phone" label={t('people.phone')} span={3}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="sex" label={t('people.sex')} span={3}>
        <Select allowClear options={choices(sexes, language)} />
      </Field>
      <Field name="birthDate" label={t('people.birthDate')} span={3}>
        <DayInput latest={todayInChina()} />
      </Field>
      <Field name="ethnicity" label={t('people.ethnicity')} span={3}>
        <Input maxLength={20} />
      </Field>
      <Field name="politics" label={t('people.politics')} span={3}>
        <Input maxLength={20} />
      </Field>
      <Field name="registeredAt" label={t('people.registeredAt')} span={6}>
        <Input maxLength={120} />
      </Field>
      <Field name="address" label={t('people.address')} span={6}>
        <Input maxLength={120} />
      </Field>
    </>
  );
}
