import { useEffect, useRef } from 'react';
import type { ChartData } from './chart-data.js';
import styles from './chart.module.css';
import { showCount } from './formats.js';
import { NOTHING, useWords } from './words.js';

interface Props {
  title: string;
  /** What the chart shows, in a sentence: for whoever does not see it, and printed beneath it for all. */
  text: string;
  data: ChartData;
  height?: number;
}

/** A chart, its sentence, and its figures as a table. The drawing code arrives only when a chart is on the page. */
export function Chart({ title, text, data, height = 260 }: Props) {
  const { t } = useWords();
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./draw-chart.js').then(({ drawChart }) => {
      if (canvas.current && !gone) stop = drawChart(canvas.current, data);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [data]);
  return (
    <figure className={styles['chart']}>
      <figcaption>{title}</figcaption>
      <div ref={canvas} style={{ height }} role="img" aria-label={text} />
      <p className="soft">{text}</p>
      <details className="unprinted">
        <summary>{t('chart.figures')}</summary>
        <div className={styles['figures']} tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{data.unit}</th>
                {data.series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.categories.map((category, at) => (
                <tr key={category}>
                  <th scope="row">{category}</th>
                  {data.series.map(({ name, values }) => (
                    <td key={name}>{values[at] === null ? NOTHING : showCount(values[at])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
