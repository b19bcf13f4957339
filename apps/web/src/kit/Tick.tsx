import { Checkbox } from 'antd';
import { Field } from './Field.js';

/** A statement to be confirmed. Whether it has to be, the server says when it is not. */
export function Tick({ name, label, span = 12 }: { name: string; label: string; span?: number }) {
  return (
    <Field name={name} valuePropName="checked" span={span} required={false} style={{ marginBottom: 6 }}>
      <Checkbox>{label}</Checkbox>
    </Field>
  );
}
