import { Button, Form, Modal } from 'antd';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { z } from 'zod';
import { FormSchemaContext, useContractForm, type FormSchema } from './contract-form.js';
import styles from './form.module.css';
import { ProblemNotice } from './ProblemNotice.js';
import { useReturnFocus } from './use-return-focus.js';
import { useSubmit } from './use-submit.js';
import { useWords } from './words.js';

interface Props<Schema extends FormSchema, Answer> {
  title: string;
  schema: Schema;
  initial?: Record<string, unknown>;
  /** Sent along without being typed. */
  constants?: Record<string, unknown>;
  submit: (body: z.input<Schema>, key: string) => Promise<Answer>;
  forget?: readonly string[];
  onDone?: (answer: Answer) => void;
  onClose: () => void;
  /** Something is still to be shown when it is done; whoever is told closes it. */
  staysOpen?: boolean;
  /** Reads the record again after a conflict; what was typed stays. */
  onReload?: () => void;
  submitLabel?: string;
  danger?: boolean;
  width?: number;
  children: ReactNode;
}

/** A dialog for one act. It opens on its first field, Ctrl+Enter sends, Esc leaves, the keyboard goes back to where it was, and nothing typed is lost by a refusal. */
export function ActionForm<Schema extends FormSchema, Answer>(props: Props<Schema, Answer>) {
  const { title, schema, initial, constants, forget = [], onClose, onReload, submitLabel, danger, width = 520, children } = props;
  const { t } = useWords();
  useReturnFocus();
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  const contract = useContractForm(schema, { constants, initial });
  const sending = useSubmit(props.submit, {
    forget,
    onDone: (answer: Answer) => {
      props.onDone?.(answer);
      if (!props.staysOpen) onClose();
    },
  });
  const send = (): void => {
    if (sending.isPending) return;
    const values = contract.read();
    if (values) sending.mutate(values, { onError: contract.refused });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };

  return (
    <Modal
      open
      title={<span id={titleId}>{title}</span>}
      aria-labelledby={titleId}
      width={width}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={(open) => open && focusFirst(body.current)}
    >
      <div ref={body} onKeyDown={onKey}>
        <FormSchemaContext value={schema}>
          <Form
            form={contract.form}
            layout="vertical"
            initialValues={initial ?? {}}
            onFinish={send}
            onValuesChange={contract.changed}
            requiredMark
          >
            <ProblemNotice problem={contract.problem} onReload={onReload} className={styles['notice']} />
            <div className={styles['grid']}>{children}</div>
            <div className={styles['foot']}>
              <span />
              <Button onClick={onClose}>{t('form.cancel')}</Button>
              <Button type="primary" htmlType="submit" danger={danger === true} loading={sending.isPending}>
                {submitLabel ?? t('form.confirm')}
              </Button>
            </div>
          </Form>
        </FormSchemaContext>
      </div>
    </Modal>
  );
}

/** Whoever was quicker than the dialog and types already keeps the field. */
function focusFirst(body: HTMLElement | null): void {
  if (body?.contains(document.activeElement)) return;
  const field = body?.querySelector<HTMLElement>(
    'input:not([type=hidden]):not([disabled]):not([readonly]), textarea:not([disabled]), [role=combobox]:not([disabled])',
  );
  (field ?? body?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
}
