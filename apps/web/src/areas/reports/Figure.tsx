import type { z } from 'zod';
import type { FigureCell } from '#contract/reports';
import { useWords } from '../../kit/words.js';
import styles from './report.module.css';

export type OnFigure = (key: string) => void;

/** A figure of the report; where it counts rows, it opens them. */
export function Figure({ figure, onFigure }: { figure: z.infer<typeof FigureCell>; onFigure: OnFigure }) {
  const { t } = useWords();
  const { key } = figure;
  if (key === null) return <span className="number">{figure.text}</span>;
  return (
    <button type="button" className={styles['figure']} title={t('reports.openRows')} onClick={() => onFigure(key)}>
      {figure.text}
    </button>
  );
}
