import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { DisputeRecord } from '#contract/disputes';
import { ActionForm } from '../../kit/ActionForm.js';
import type { FormSchema } from '../../kit/contract-form.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { useWords } from '../../kit/words.js';

/** What every dialog of a move is given. */
export interface MoveFormProps {
  dispute: DisputeRecord;
  onClose: () => void;
  onReload: () => void;
}

interface Props<Schema extends FormSchema> extends MoveFormProps {
  title: string;
  schema: Schema;
  initial?: Record<string, unknown>;
  move: (id: string, body: z.input<Schema>, key: string) => Promise<DisputeRecord>;
  danger?: boolean;
  children?: ReactNode;
}

/** The dialog of a move: its own fields, then the day it happened (today unless said otherwise) and a note. */
export function MoveForm<Schema extends FormSchema>({
  dispute,
  onClose,
  onReload,
  title,
  schema,
  initial,
  move,
  danger,
  children,
}: Props<Schema>) {
  const { t } = useWords();
  return (
    <ActionForm
      title={title}
      schema={schema}
      initial={{ on: todayInChina(), ...initial }}
      constants={{ version: dispute.version }}
      submit={(body, key) => move(dispute.id, body, key)}
      forget={['dispute']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={title}
      {...(danger && { danger })}
    >
      {children}
      <Field name="on" label={t('fields.happenedOn')} span={4}>
        <DayInput earliest={dispute.registeredOn} latest={todayInChina()} />
      </Field>
      <Field name="note" label={t('fields.note')} span={8}>
        <Input maxLength={1000} />
      </Field>
    </ActionForm>
  );
}
