import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input } from 'antd';
import { lookUpPerson } from '../../api/people.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { Field } from '../../kit/Field.js';
import { useSettled } from '../../kit/use-settled.js';
import { useWords } from '../../kit/words.js';
import styles from './people.module.css';
import { readTyped } from './read-typed.js';

interface Props {
  label: string;
  /** The two fields of the form that it fills: a name always, an id where the person is known. */
  nameField: string;
  idField: string;
  span?: number;
  required?: boolean;
}

/** A person by name, ID number or phone: known ones are offered while one types, others stay a name. */
export function PersonField({ label, nameField, idField, span = 6, required }: Props) {
  const { t } = useWords();
  const can = useCan();
  const form = Form.useFormInstance();
  const text = (Form.useWatch(nameField, form) as string | undefined) ?? '';
  const id = Form.useWatch(idField, { form, preserve: true }) as string | null | undefined;
  const typed = readTyped(useSettled(text.trim(), 250));
  const query = useQuery({
    queryKey: keys.matches(typed ?? {}),
    queryFn: () => lookUpPerson(typed ?? {}),
    enabled: typed !== null && !id && can('person.read'),
  });
  const found = typed && !id ? query.data : undefined;
  const people = found ? [...(found.exact ? [found.exact] : []), ...found.similar].slice(0, 8) : [];
  const missed = typed?.idNumber && found && !found.exact;

  return (
    <>
      <Field
        name={nameField}
        label={label}
        span={span}
        {...(required !== undefined && { required })}
        extra={id ? <span className={styles['linked']}>{t('people.linked')}</span> : missed ? t('people.idUnknown') : undefined}
      >
        <AutoComplete
          options={people.map((person) => ({
            value: person.id,
            label: (
              <span className={styles['option']}>
                <span>{person.name}</span>
                <small className="number">{[person.idMasked, person.phoneMasked, person.employerName].filter(Boolean).join(' · ')}</small>
              </span>
            ),
          }))}
          popupMatchSelectWidth={420}
          onChange={() => form.setFieldValue(idField, null)}
          onSelect={(chosen: string) => {
            const person = people.find((candidate) => candidate.id === chosen);
            form.setFieldsValue({ [nameField]: person?.name, [idField]: chosen });
          }}
        >
          <Input maxLength={50} placeholder={t('people.fieldHint')} autoComplete="off" />
        </AutoComplete>
      </Field>
      <Form.Item name={idField} hidden>
        <Input />
      </Form.Item>
    </>
  );
}
