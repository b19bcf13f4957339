import { Fragment, type ReactNode } from 'react';
import styles from './print.module.css';

/** A label with its box, so many of twelve columns wide. */
export interface Box {
  label: string;
  value: ReactNode;
  span: number;
}

/** The ruled boxes of a form: each line has twelve columns. */
export function Boxes({ boxes }: { boxes: readonly Box[] }) {
  return (
    <dl className={styles['boxes']}>
      {boxes.map(({ label, value, span }) => (
        <Fragment key={label}>
          <div style={{ gridColumn: `span ${span}` }}>
            <dt>{label}</dt>
            <dd>{value === null || value === undefined || value === '' ? '　' : value}</dd>
          </div>
        </Fragment>
      ))}
    </dl>
  );
}

export const box = (label: string, value: ReactNode, span = 4): Box => ({ label, value, span });

/** Where somebody signs by hand. */
export function Signatures({
  names,
}: {
  names: readonly (readonly [label: string, name: string | null | undefined, day: string | null | undefined])[];
}) {
  return (
    <ul className={styles['signatures']}>
      {names.map(([label, name, day]) => (
        <li key={label}>
          <span>{label}：</span>
          <span className={styles['line']}>{name ?? ''}</span>
          <span className="number">{day ? dayInWords(day) : '　　年　　月　　日'}</span>
        </li>
      ))}
    </ul>
  );
}

/** 2026年11月20日 */
export function dayInWords(day: string | null | undefined): string {
  if (!day) return '　　年　　月　　日';
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
