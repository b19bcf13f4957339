import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input } from 'antd';
import { findEmployers } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { Field } from '../../kit/Field.js';
import { useSettled } from '../../kit/use-settled.js';
import { useWords } from '../../kit/words.js';

interface Props {
  label: string;
  nameField?: string;
  idField?: string;
  span?: number;
}

/** An employer by name or code: known ones are offered while one types, others stay a name. */
export function EmployerField({ label, nameField = 'employerName', idField = 'employerId', span = 6 }: Props) {
  const { t } = useWords();
  const can = useCan();
  const form = Form.useFormInstance();
  const text = (Form.useWatch(nameField, form) as string | undefined) ?? '';
  const id = Form.useWatch(idField, { form, preserve: true }) as string | null | undefined;
  const asked = useSettled(text.trim(), 250);
  const query = useQuery({
    queryKey: keys.list('employer', { q: asked, limit: 8 }),
    queryFn: ({ signal }) => findEmployers({ q: asked, limit: 8 }, signal),
    enabled: asked.length >= 2 && !id && can('employer.read'),
  });
  const employers = asked.length >= 2 && !id ? (query.data?.items ?? []) : [];
  return (
    <>
      <Field name={nameField} label={label} span={span} extra={id ? t('employers.linked') : undefined}>
        <AutoComplete
          options={employers.map((employer) => ({
            value: employer.id,
            label: `${employer.name}${employer.uscc ? ` · ${employer.uscc}` : ''}`,
          }))}
          popupMatchSelectWidth={420}
          onChange={() => form.setFieldValue(idField, null)}
          onSelect={(chosen: string) => {
            const employer = employers.find((candidate) => candidate.id === chosen);
            form.setFieldsValue({ [nameField]: employer?.name, [idField]: chosen });
          }}
        >
          <Input maxLength={80} placeholder={t('employers.fieldHint')} autoComplete="off" />
        </AutoComplete>
      </Field>
      <Form.Item name={idField} hidden>
        <Input />
      </Form.Item>
    </>
  );
}
