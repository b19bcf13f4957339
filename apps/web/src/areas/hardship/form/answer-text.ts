import type { Words } from '../../../kit/words.js';
import { NOTHING } from '../../../kit/words.js';
import { codeWords, type FormEntry } from './form-entries.js';

/** An answer as it is read: the word for a code, yes or no, the text itself. */
export function answerText({ name, kind }: FormEntry, answers: object | null, { t, label }: Words): string {
  const value = (answers as Readonly<Record<string, unknown>> | null)?.[name];
  if (value === null || value === undefined) return NOTHING;
  if (kind === 'code') return label(codeWords(name), String(value));
  if (kind === 'flag') return value === true ? t('form.yes') : t('hardship.no');
  return String(value);
}
