import { useEffect, useRef, useState } from 'react';
import type { VisitorNamed } from '#rules/hardship/visits/visit-form';
import { readVisitValue } from '#rules/hardship/visits/visit-value';
import { Refusal } from '#rules/shared/refusal';
import styles from './visit.module.css';
import type { FieldProps } from './field-props.js';

/** Who came: a colleague by the account, or anybody by name. */
export function VisitorInput({ name, value, facts, disabled, onWrite, labelledBy }: FieldProps & { labelledBy: string }) {
  const visitor = value as VisitorNamed | null;
  const [typed, setTyped] = useState(visitor?.name ?? '');
  const place = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== place.current) setTyped(visitor?.name ?? '');
  }, [visitor?.name]);
  const type = (text: string): void => {
    setTyped(text);
    const called = text.trim();
    const known = facts.colleagues.filter((colleague) => colleague.name === called);
    const read = readVisitValue(name, called === '' ? null : { name: called, userId: known.length === 1 ? known[0]!.id : null });
    if (!(read instanceof Refusal)) onWrite(read);
  };
  const list = `${labelledBy}-colleagues`;
  return (
    <>
      <input
        ref={place}
        aria-labelledby={labelledBy}
        list={list}
        value={typed}
        maxLength={80}
        disabled={disabled}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
      />
      <datalist id={list}>
        {facts.colleagues.map((colleague) => (
          <option key={colleague.id} value={colleague.name} />
        ))}
      </datalist>
      {visitor && <small className={styles['soft']}>{visitor.userId ? '✓' : ''}</small>}
    </>
  );
}
