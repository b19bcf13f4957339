import { Button, Form } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { FormSchemaContext, useContractForm, type FormSchema } from './contract-form.js';
import styles from './form.module.css';
import { PageHead } from './PageHead.js';
import { ProblemNotice } from './ProblemNotice.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSubmit } from './use-submit.js';
import { useWords } from './words.js';

interface Props<Schema extends FormSchema, Answer> {
  title: string;
  about?: string;
  schema: Schema;
  initial: Record<string, unknown>;
  submit: (body: z.input<Schema>, key: string) => Promise<Answer>;
  forget: readonly string[];
  submitLabel: string;
  onDone: (answer: Answer) => void;
  /** At the right of the form: what helps while it is filled in. */
  side?: ReactNode;
  children: ReactNode;
}

/** A page that registers something. Ctrl+Enter sends; leaving with something typed asks first. */
export function FormPage<Schema extends FormSchema, Answer>(props: Props<Schema, Answer>) {
  const { title, about, schema, initial, forget, submitLabel, side, children } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const contract = useContractForm(schema, { initial });
  const guard = useLeaveGuard();
  const body = useRef<HTMLDivElement>(null);
  // Keyboard-first: one types at once, into the first field that is not filled in yet.
  useEffect(() => focusFirstEmpty(body.current), []);
  const sending = useSubmit(props.submit, {
    forget,
    onDone: (answer: Answer) => {
      guard.release();
      props.onDone(answer);
    },
  });
  const send = (): void => {
    if (sending.isPending) return;
    const values = contract.read();
    if (values) sending.mutate(values, { onError: contract.refused });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };
  return (
    <>
      <PageHead title={title} about={about} />
      <div ref={body} className={side ? styles['columns'] : styles['single']} onKeyDown={onKey}>
        <FormSchemaContext value={schema}>
          <Form
            form={contract.form}
            layout="vertical"
            initialValues={initial}
            onFinish={send}
            onValuesChange={(values: Record<string, unknown>) => {
              guard.hold();
              contract.changed(values);
            }}
            className={styles['sheet'] ?? ''}
          >
            <ProblemNotice problem={contract.problem} className={styles['notice']} />
            <div className={styles['grid']}>{children}</div>
            <div className={styles['foot']}>
              <span className="soft">{t('form.keys')}</span>
              <Button onClick={() => void navigate(-1)}>{t('form.cancel')}</Button>
              <Button type="primary" htmlType="submit" loading={sending.isPending}>
                {submitLabel}
              </Button>
            </div>
          </Form>
          {guard.question}
        </FormSchemaContext>
        {side}
      </div>
    </>
  );
}

/** Not where somebody is in a field already: the page's frame alone is nobody's choice. */
function focusFirstEmpty(body: HTMLElement | null): void {
  if (document.activeElement?.matches('input, textarea, select, button')) return;
  const fields = [
    ...(body?.querySelectorAll<HTMLInputElement>('input:not([type=hidden], [type=radio], [type=checkbox], [disabled], [readonly])') ?? []),
  ];
  fields.find(({ value }) => value === '')?.focus({ preventScroll: true });
}
