import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { HardshipRecord } from '#contract/hardship';
import { ActionForm } from '../../../kit/ActionForm.js';
import type { FormSchema } from '../../../kit/contract-form.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';

interface Props<Schema extends FormSchema> extends FileDialogProps {
  title: string;
  /** What it brings about, and who goes on. */
  hint?: ReactNode;
  schema: Schema;
  initial?: Record<string, unknown>;
  move: (id: string, body: z.input<Schema>, key: string) => Promise<HardshipRecord>;
  danger?: boolean;
  children?: ReactNode;
}

/** The dialog of a move: its own fields, then the day it happened (today unless said otherwise) and a note. */
export function MoveForm<Schema extends FormSchema>({
  file,
  onClose,
  onReload,
  title,
  hint,
  schema,
  initial,
  move,
  danger,
  children,
}: Props<Schema>) {
  const { t } = useWords();
  const dated = 'on' in schema.shape;
  return (
    <ActionForm
      title={title}
      schema={schema}
      initial={{ ...(dated && { on: todayInChina() }), ...initial }}
      constants={{ version: file.version }}
      submit={(body, key) => move(file.id, body, key)}
      forget={['hardship-file', 'hardship-notice', 'hardship-certificate']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={title}
      width={560}
      {...(danger && { danger })}
    >
      {hint && <div className={styles['wide']}>{hint}</div>}
      {children}
      {dated && (
        <Field name="on" label={t('fields.happenedOn')} span={4}>
          <DayInput earliest={file.begunOn} latest={todayInChina()} />
        </Field>
      )}
      <Field name="note" label={t('fields.note')} span={dated ? 8 : 12}>
        <Input maxLength={1000} />
      </Field>
    </ActionForm>
  );
}
