import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { choices, useWords } from '../../../kit/words.js';
import { sexes } from '../../people/people-codes.js';
import { PersonCard } from '../../people/PersonCard.js';
import { useMatches } from '../../people/use-matches.js';
import type { Holder } from '../HolderField.js';
import styles from '../hardship.module.css';

/** Search before create, within a dialog: whoever may be the same person is offered before a new record is made. */
export function MemberIdentity() {
  const { t, language } = useWords();
  const form = Form.useFormInstance();
  const [known, setKnown] = useState<Holder | null>(null);
  const matches = useMatches(form);
  const idFacts = matches?.idNumber?.valid ? matches.idNumber : null;
  const [sex, birthDate] = [idFacts?.sex ?? null, idFacts?.birthDate ?? null];
  useEffect(() => {
    if (sex) form.setFieldValue('sex', sex);
    if (birthDate) form.setFieldValue('birthDate', birthDate);
  }, [form, sex, birthDate]);
  const take = (person: Holder | null): void => {
    setKnown(person);
    form.setFieldsValue({ personId: person?.id, name: person?.name ?? '', idNumber: undefined, phone: undefined });
  };
  const offered = matches?.exact ? [matches.exact] : (matches?.similar ?? []);
  return (
    <>
      <Form.Item name="personId" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="notSameAs" hidden>
        <Select mode="multiple" />
      </Form.Item>
      {known ? (
        <div className={styles['wide']}>
          <PersonCard person={known}>
            <Button size="small" onClick={() => take(null)}>
              {t('hardship.anotherPerson')}
            </Button>
          </PersonCard>
        </div>
      ) : (
        <>
          <Field name="name" label={t('people.name')} span={4}>
            <Input maxLength={50} autoComplete="off" />
          </Field>
          <Field name="idNumber" label={t('people.idNumber')} span={5}>
            <Input maxLength={40} autoComplete="off" />
          </Field>
          <Field name="phone" label={t('people.phone')} span={3}>
            <Input maxLength={30} inputMode="tel" autoComplete="off" />
          </Field>
          <Field name="sex" label={t('people.sex')} span={4}>
            <Select allowClear options={choices(sexes, language)} />
          </Field>
          <Field name="birthDate" label={t('people.birthDate')} span={4}>
            <DayInput latest={todayInChina()} />
          </Field>
          {offered.length > 0 && (
            <div className={styles['wide']} aria-live="polite">
              <div className={styles['offered']} tabIndex={0} role="group" aria-label={t('people.duplicates')}>
                {offered.map((person) => (
                  <PersonCard key={person.id} person={person}>
                    <Button size="small" onClick={() => take(person)}>
                      {t('hardship.takePerson')}
                    </Button>
                  </PersonCard>
                ))}
              </div>
              {!matches?.exact && (
                <Checkbox onChange={(event) => form.setFieldValue('notSameAs', event.target.checked ? offered.map(({ id }) => id) : [])}>
                  {t('people.notTheSame')}
                </Checkbox>
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
