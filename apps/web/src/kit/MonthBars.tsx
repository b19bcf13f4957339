import { chartColours } from '../theme/tokens.js';
import styles from './chart.module.css';

interface Props {
  label: string;
  months: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
}

const WIDTH = 640;
const HEIGHT = 172;
const FOOT = 22;
const LEFT = 34;

/** Twelve months in pairs of bars, drawn by hand: the workbench opens without the charting library. */
export function MonthBars({ label, months, series }: Props) {
  const top = niceTop(Math.max(1, ...series.flatMap(({ values }) => values)));
  const step = (WIDTH - LEFT) / Math.max(1, months.length);
  const bar = Math.min(14, (step - 10) / series.length);
  const y = (value: number): number => HEIGHT - FOOT - (value / top) * (HEIGHT - FOOT - 10);
  return (
    <figure className={styles['wide']}>
      <div className={styles['legend']}>
        {series.map(({ name }, at) => (
          <span key={name}>
            <i style={{ background: chartColours[at] }} />
            {name}
          </span>
        ))}
      </div>
      <svg className={styles['months']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH} y1={y(top * share)} y2={y(top * share)} />
            <text x={LEFT - 6} y={y(top * share) + 4} textAnchor="end">
              {top * share}
            </text>
          </g>
        ))}
        {months.map((month, at) => {
          const middle = LEFT + step * (at + 0.5);
          return (
            <g key={month}>
              <title>{`${month} · ${series.map(({ name, values }) => `${name} ${values[at] ?? 0}`).join(' · ')}`}</title>
              <rect x={middle - step / 2} y={0} width={step} height={HEIGHT} fill="transparent" />
              {series.map(({ name, values }, which) => (
                <rect
                  key={name}
                  x={middle - (bar * series.length) / 2 + which * bar}
                  width={bar - 1.5}
                  y={y(values[at] ?? 0)}
                  height={Math.max(0, HEIGHT - FOOT - y(values[at] ?? 0))}
                  rx={1.5}
                  fill={chartColours[which]}
                />
              ))}
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {month.endsWith('-01') ? month : month.slice(5)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** An even top for the axis, so that its half is a whole number too. */
function niceTop(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most));
  const top = [1, 2, 4, 5, 6, 8, 10].map((factor) => factor * unit).find((candidate) => candidate >= most) ?? most;
  return Math.max(2, top % 2 === 0 ? top : top + 1);
}
