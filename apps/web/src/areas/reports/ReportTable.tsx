import type { z } from 'zod';
import type { ReportTable as Table } from '#contract/reports';
import { useWords } from '../../kit/words.js';
import { Figure, type OnFigure } from './Figure.js';
import styles from './report.module.css';

export function ReportTable({ table, onFigure }: { table: z.infer<typeof Table>; onFigure: OnFigure }) {
  const { language } = useWords();
  const english = language === 'en';
  const title = english ? table.titleEn : table.titleZh;
  return (
    <div className={styles['table']} tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={at} scope="col" data-align={column.align}>
                {english ? column.en : column.zh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at} data-emphasis={row.emphasis}>
              <th scope="row">{english ? row.labelEn : row.labelZh}</th>
              {row.cells.map((cell, which) => (
                <td key={which} data-align={table.columns[which + 1]?.align ?? 'right'}>
                  <Figure figure={cell} onFigure={onFigure} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note && <p className="soft">{table.note}</p>}
    </div>
  );
}
