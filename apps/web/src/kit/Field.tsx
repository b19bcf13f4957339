import { Form, type FormItemProps } from 'antd';
import { useContext } from 'react';
import { FormSchemaContext, isRequired } from './contract-form.js';

interface Props extends Omit<FormItemProps, 'name'> {
  name: string;
  /** How many of the form's twelve columns it takes. */
  span?: number;
}

/** One field of a contract form: marked as required exactly where the contract asks for it. */
export function Field({ name, span = 12, className, ...rest }: Props) {
  const schema = useContext(FormSchemaContext);
  const required = rest.required ?? isRequired(schema, name);
  return (
    <div style={{ gridColumn: `span ${span}` }} className={className}>
      <Form.Item name={name} required={required} {...rest} />
    </div>
  );
}
