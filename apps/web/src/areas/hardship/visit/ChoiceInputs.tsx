import { visitField } from '#rules/hardship/visits/visit-form';
import { useWords } from '../../../kit/words.js';
import styles from './visit.module.css';
import type { FieldProps } from './field-props.js';

type Props = FieldProps & { labelledBy: string };

/** One of few, each a button; pressed again it is taken back. */
export function ChoiceInput({ name, value, disabled, onWrite, labelledBy }: Props) {
  const { say } = useWords();
  return (
    <div className={styles['choices']} role="group" aria-labelledby={labelledBy}>
      {Object.entries(visitField(name).codes ?? {}).map(([code, label]) => (
        <button
          key={code}
          type="button"
          aria-pressed={value === code}
          disabled={disabled}
          onClick={() => onWrite(value === code ? null : code)}
        >
          {say(label)}
        </button>
      ))}
    </div>
  );
}

export function FlagInput({ value, disabled, onWrite, labelledBy }: Props) {
  const { t } = useWords();
  return (
    <div className={styles['choices']} role="group" aria-labelledby={labelledBy}>
      {[true, false].map((flag) => (
        <button
          key={String(flag)}
          type="button"
          aria-pressed={value === flag}
          disabled={disabled}
          onClick={() => onWrite(value === flag ? null : flag)}
        >
          {t(flag ? 'visits.yes' : 'visits.no')}
        </button>
      ))}
    </div>
  );
}

/** Several of a list: of codes, or of the household's members by their names. */
export function ListInput({ name, value, facts, disabled, onWrite, labelledBy }: Props) {
  const { say } = useWords();
  const { kind, codes = {} } = visitField(name);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const entries =
    kind === 'members'
      ? facts.members.map((member) => [member.personId, member.name] as const)
      : Object.entries(codes).map(([code, label]) => [code, say(label)] as const);
  const press = (code: string): void => {
    const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
    onWrite(next.length === 0 ? null : inOrder(next, entries));
  };
  return (
    <div className={styles['choices']} role="group" aria-labelledby={labelledBy}>
      {entries.map(([code, text]) => (
        <button key={code} type="button" aria-pressed={chosen.includes(code)} disabled={disabled} onClick={() => press(code)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** As the server keeps it, so that the same choice is the same value. */
function inOrder(chosen: string[], entries: readonly (readonly [string, string])[]): string[] {
  const order = entries.map(([code]) => code);
  return chosen.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
