import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { ActionForm } from './ActionForm.js';
import type { FormSchema } from './contract-form.js';
import { DayInput } from './DayInput.js';
import { Field } from './Field.js';
import { todayInChina } from './formats.js';
import { useWords } from './words.js';

/** What the dialog of a move is told by the area of the case. */
export interface MoveFormParts<Schema extends FormSchema, Answer> {
  onClose: () => void;
  onReload: () => void;
  title: string;
  schema: Schema;
  initial?: Record<string, unknown>;
  move: (id: string, body: z.input<Schema>, key: string) => Promise<Answer>;
  danger?: boolean;
  children?: ReactNode;
}

interface Props<Schema extends FormSchema, Answer> extends MoveFormParts<Schema, Answer> {
  moved: { id: string; version: number; registeredOn: string };
  /** under which name the record is remembered */
  noun: string;
}

/** The dialog of a move: its own fields, then the day it happened (today unless said otherwise) and a note. */
export function CaseMoveForm<Schema extends FormSchema, Answer>({
  moved,
  noun,
  onClose,
  onReload,
  title,
  schema,
  initial,
  move,
  danger,
  children,
}: Props<Schema, Answer>) {
  const { t } = useWords();
  return (
    <ActionForm
      title={title}
      schema={schema}
      initial={{ on: todayInChina(), ...initial }}
      constants={{ version: moved.version }}
      submit={(body, key) => move(moved.id, body, key)}
      forget={[noun]}
      onClose={onClose}
      onReload={onReload}
      submitLabel={title}
      {...(danger && { danger })}
    >
      {children}
      <Field name="on" label={t('fields.happenedOn')} span={4}>
        <DayInput earliest={moved.registeredOn} latest={todayInChina()} />
      </Field>
      <Field name="note" label={t('fields.note')} span={8}>
        <Input maxLength={1000} />
      </Field>
    </ActionForm>
  );
}
