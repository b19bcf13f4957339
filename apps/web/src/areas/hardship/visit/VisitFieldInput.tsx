import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { visitField, type VisitFieldName, type VisitValue } from '#rules/hardship/visits/visit-form';
import { readVisitValue } from '#rules/hardship/visits/visit-value';
import { formatYuan, parseYuan } from '#rules/shared/money';
import { Refusal } from '#rules/shared/refusal';
import { todayInChina } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import { ChoiceInput, FlagInput, ListInput } from './ChoiceInputs.js';
import type { FieldProps } from './field-props.js';
import { SignaturePad } from './SignaturePad.js';
import styles from './visit.module.css';
import { VisitorInput } from './VisitorInput.js';

/** One field of the form, as large as a thumb. */
export function VisitFieldInput(props: FieldProps & { note?: ReactNode; missing: boolean; waiting: boolean }) {
  const { name, note, missing, waiting } = props;
  const { say, t } = useWords();
  const field = visitField(name);
  const id = useId();
  const single = ['line', 'prose', 'count', 'fen', 'area', 'day'].includes(field.kind);
  const head = (
    <>
      {say(field)}
      {missing && <em>{t('visits.needed')}</em>}
      {waiting && <span className={styles['dot']} title={t('visits.notUploaded')} />}
    </>
  );
  return (
    <div className={styles['field']} data-field={name}>
      {single ? (
        <label className={styles['label']} htmlFor={id}>
          {head}
        </label>
      ) : (
        <span className={styles['label']} id={id}>
          {head}
        </span>
      )}
      {single ? <TextInput {...props} id={id} /> : <PickedInput {...props} id={id} />}
      {note}
    </div>
  );
}

function PickedInput({ id, ...props }: FieldProps & { id: string }) {
  const { kind } = visitField(props.name);
  if (kind === 'flag') return <FlagInput {...props} labelledBy={id} />;
  if (kind === 'choice') return <ChoiceInput {...props} labelledBy={id} />;
  if (kind === 'visitor') return <VisitorInput {...props} labelledBy={id} />;
  if (kind === 'picture') return <SignaturePad {...props} labelledBy={id} />;
  return <ListInput {...props} labelledBy={id} />;
}

/** What was typed is kept with every letter; what cannot be kept says so and leaves what was there before. */
function TextInput({ name, value, disabled, onWrite, id }: FieldProps & { id: string }) {
  const { t } = useWords();
  const { kind } = visitField(name);
  const shown = textOf(kind, value);
  const [typed, setTyped] = useState(shown);
  const [unfit, setUnfit] = useState(false);
  const place = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // What a colleague wrote comes in, but never under the fingers of somebody who types.
  useEffect(() => {
    if (document.activeElement !== place.current) setTyped(shown);
  }, [shown]);
  const type = (text: string): void => {
    setTyped(text);
    const read = readTyped(name, kind, text);
    setUnfit(read === undefined);
    if (read !== undefined) onWrite(read);
  };
  const common = {
    id,
    ref: place,
    autoComplete: 'off',
    disabled,
    value: typed,
    'aria-invalid': unfit,
    onBlur: () => !unfit && setTyped(shown),
    onChange: (event: { target: { value: string } }) => type(event.target.value),
  };
  return (
    <>
      {kind === 'prose' ? (
        <textarea {...common} rows={3} maxLength={2_000} />
      ) : kind === 'day' ? (
        <div className={styles['day']}>
          <input {...common} type="date" max={todayInChina()} />
          <button type="button" disabled={disabled} onClick={() => type(todayInChina())}>
            {t('visits.today')}
          </button>
        </div>
      ) : (
        <input {...common} {...shapes[kind as keyof typeof shapes]} />
      )}
      {unfit && <small className={styles['unfit']}>{t(kind === 'line' ? 'visits.unfitText' : 'visits.unfitNumber')}</small>}
    </>
  );
}

const shapes = {
  line: { maxLength: 80 },
  count: { inputMode: 'numeric', maxLength: 2 },
  fen: { inputMode: 'decimal', maxLength: 16 },
  area: { inputMode: 'decimal', maxLength: 8 },
} as const;

function textOf(kind: string, value: VisitValue): string {
  if (value === null) return '';
  return kind === 'fen' ? formatYuan(value as number) : String(value);
}

function readTyped(name: VisitFieldName, kind: string, text: string): VisitValue | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  const meant = kind === 'fen' ? parseYuan(plain) : kind === 'count' ? (/^\d+$/.test(plain) ? Number(plain) : undefined) : plain;
  if (meant === undefined) return undefined;
  const read = readVisitValue(name, meant);
  return read instanceof Refusal ? undefined : read;
}
