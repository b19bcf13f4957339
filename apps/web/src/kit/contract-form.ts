import { Form, type FormInstance } from 'antd';
import type { TFunction } from 'i18next';
import { createContext, useState } from 'react';
import type { z } from 'zod';
import type { Problem } from '#contract/shared';
import { asProblem } from '../api/problem.js';
import { useWords } from './words.js';

type Values = Record<string, unknown>;
export type FormSchema = z.ZodObject;

/** The schema that judges the fields of the form around them. */
export const FormSchemaContext = createContext<FormSchema | null>(null);

export interface ContractForm<Schema extends FormSchema> {
  form: FormInstance;
  schema: Schema;
  problem: Problem | null;
  clearProblem(): void;
  /** What was typed, judged by the contract; undefined when fields were marked instead. */
  read(): z.input<Schema> | undefined;
  /** What is typed anew is no longer marked: it is judged again when it is sent. */
  changed(values: Values): void;
  /** Shows what the server refused, beside the fields it names. */
  refused(error: unknown): void;
}

interface Given {
  /** Sent along without being typed: a version, an id. */
  constants?: Values | undefined;
  /** What the fields hold at first: one that is emptied says so, where the contract knows an empty value. */
  initial?: Values | undefined;
}

/** A form whose rules are the contract's own. */
export function useContractForm<Schema extends FormSchema>(
  schema: Schema,
  { constants = {}, initial = {} }: Given = {},
): ContractForm<Schema> {
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<Problem | null>(null);
  const words = useWords();

  const mark = (faults: readonly { path: string; message: string }[]): void => {
    const known = faults.filter(({ path }) => form.getFieldInstance(path) !== undefined || path in form.getFieldsValue(true));
    form.setFields(known.map(({ path, message }) => ({ name: path, errors: [message] })));
    const first = known[0];
    if (first) form.scrollToField(first.path, { block: 'center', focus: true });
  };

  return {
    form,
    schema,
    problem,
    clearProblem: () => setProblem(null),
    read() {
      setProblem(null);
      const values = { ...emptied(schema, initial), ...withoutBlanks(form.getFieldsValue(true) as Values), ...constants };
      const judged = schema.safeParse(values);
      if (judged.success) return values as z.input<Schema>;
      mark(judged.error.issues.map((issue) => ({ path: String(issue.path[0] ?? ''), message: sentenceFor(issue, values, words.t) })));
      return undefined;
    },
    changed: (values) => form.setFields(Object.keys(values).map((name) => ({ name, errors: [] }))),
    refused(error) {
      const refusal = asProblem(error);
      mark((refusal.fields ?? []).map((field) => ({ path: field.path.split('.')[0] ?? '', message: words.say(field) })));
      setProblem(refusal);
    },
  };
}

function withoutBlanks(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== '' && value !== undefined && value !== null),
  );
}

/** Null for every field that held something; whatever still holds something is laid over it. */
function emptied(schema: FormSchema, initial: Values): Values {
  const held = Object.keys(withoutBlanks(initial)).filter((name) => (schema.shape[name] as z.ZodType | undefined)?.safeParse(null).success);
  return Object.fromEntries(held.map((name) => [name, null]));
}

export function isRequired(schema: FormSchema | null, name: string): boolean {
  const field = schema?.shape[name] as z.ZodType | undefined;
  return field !== undefined && !field.safeParse(undefined).success;
}

function sentenceFor(issue: z.core.$ZodIssue, values: Values, t: TFunction): string {
  const value = values[String(issue.path[0] ?? '')];
  if (value === undefined) return t('form.missing');
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? t('form.tooLong', { most: issue.maximum }) : t('form.tooMuch', { most: issue.maximum });
  if (issue.code === 'too_small') return issue.origin === 'string' ? t('form.missing') : t('form.tooLittle', { least: issue.minimum });
  return t('form.malformed');
}
