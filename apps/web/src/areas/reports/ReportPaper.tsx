import type { ReportBody } from '#contract/reports';
import { Chart } from '../../kit/Chart.js';
import { useWords } from '../../kit/words.js';
import { Figure, type OnFigure } from './Figure.js';
import { ReportTable } from './ReportTable.js';
import styles from './report.module.css';
import { useMemo } from 'react';

type Section = ReportBody['sections'][number];

/** The report as a paper: headed, numbered by its own words, with its figures open to the rows behind them. */
export function ReportPaper({ body, onFigure }: { body: ReportBody; onFigure: OnFigure }) {
  const { t, language } = useWords();
  const titleOf = (section: Section): string => (language === 'en' ? section.titleEn : section.titleZh);
  return (
    <div className={styles['desk']}>
      <nav className={styles['contents']} aria-label={t('reports.contents')}>
        <ol>
          {body.sections.map((section) => (
            <li key={section.key}>
              <a href={`#${section.key}`}>{titleOf(section)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles['paper']}>
        <h2 className={styles['title']}>{language === 'en' ? body.titleEn : body.titleZh}</h2>
        {body.sections.map((section) => (
          <section key={section.key} id={section.key} aria-label={titleOf(section)}>
            <h3>{titleOf(section)}</h3>
            {section.sentences.map((sentence, at) => (
              <p key={at}>
                {sentence.parts.map((part, which) =>
                  'text' in part ? <span key={which}>{part.text}</span> : <Figure key={which} figure={part.figure} onFigure={onFigure} />,
                )}
              </p>
            ))}
            {section.tables.map((table) => (
              <ReportTable key={table.key} table={table} onFigure={onFigure} />
            ))}
            {section.charts.map((chart) => (
              <ReportChart key={chart.key} chart={chart} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function ReportChart({ chart }: { chart: Section['charts'][number] }) {
  const { language } = useWords();
  const english = language === 'en';
  // The drawing starts over whenever its data is another object: keep the one.
  const data = useMemo(
    () => ({
      kind: chart.kind,
      unit: chart.unit,
      categories: chart.categories,
      series: chart.series.map(({ zh, en, values }) => ({ name: english ? en : zh, values })),
    }),
    [chart, english],
  );
  const height = chart.kind === 'share' ? Math.max(120, 26 * chart.categories.length + 20) : 260;
  return <Chart title={english ? chart.titleEn : chart.titleZh} text={english ? chart.textEn : chart.textZh} data={data} height={height} />;
}
