import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { HardshipCoverage } from '#contract/candidates';
import { getHardshipCoverage } from '../../../api/candidates.js';
import { keys } from '../../../api/query-keys.js';
import { Chart } from '../../../kit/Chart.js';
import type { ChartData } from '../../../kit/chart-data.js';
import { PageHead } from '../../../kit/PageHead.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Section } from '../../../kit/Section.js';
import { useWords, type Words } from '../../../kit/words.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';
import { figureWord } from './candidate-text.js';
import styles from './candidates.module.css';
import { CoverageDrawer } from './CoverageDrawer.js';
import { CoverageTable, nameOf, type Chosen } from './CoverageTable.js';

type Coverage = z.infer<typeof HardshipCoverage>;

/** 应帮尽帮: of every centre who is on file, who was helped, and who still waits. */
export function CoveragePage() {
  const words = useWords();
  const { t } = words;
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const organisationId = params.get('organisationId') ?? undefined;
  const query = useQuery({
    queryKey: keys.list('coverage', { organisationId }),
    queryFn: ({ signal }) => getHardshipCoverage({ ...(organisationId && { organisationId }) }, signal),
  });
  const open = (id: string | undefined): void => setParams(id ? { organisationId: id } : {});
  return (
    <>
      <PageHead title={t('menu.coverage')} about={t('coverage.about')}>
        <OrganisationSelect label={t('fields.organisation')} value={organisationId ?? null} onChange={(value) => open(value ?? undefined)} width={180} />
      </PageHead>
      <QueryState query={query} lines={12}>
        {(coverage) => (
          <div className={styles['sheets']}>
            <Section title={t('coverage.byCentre', { day: coverage.on })} flush>
              <CoverageTable coverage={coverage} onFigure={setChosen} onOrganisation={open} />
            </Section>
            {coverage.rows.length > 1 && <Charts coverage={coverage} />}
          </div>
        )}
      </QueryState>
      {chosen && <CoverageDrawer {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
} // prettier-ignore

function Charts({ coverage }: { coverage: Coverage }) {
  const words = useWords();
  const { t } = words;
  const { helped, waiting } = useMemo(() => drawn(coverage, words), [coverage, words]);
  const { total } = coverage;
  return (
    <Section title={t('coverage.drawn')}>
      <div className={styles['drawn']}>
        {helped && <Chart title={t('coverage.helpedChart')} text={t('coverage.helpedText', { onFile: total['on-file'] ?? 0, helped: total.helped ?? 0, never: total['never-helped'] ?? 0 })} data={helped} />}
        <Chart title={t('coverage.waitingChart')} text={t('coverage.waitingText', { open: total.open ?? 0, overdue: total.overdue ?? 0 })} data={waiting} />
      </div>
    </Section>
  );
} // prettier-ignore

function drawn({ rows, total }: Coverage, words: Words): { helped: ChartData | null; waiting: ChartData } {
  const categories = rows.map((row) => nameOf(row, words));
  const series = (...figures: ('on-file' | 'helped' | 'never-helped' | 'open' | 'overdue')[]): ChartData['series'] =>
    figures.map((figure) => ({ name: figureWord(figure, words), values: rows.map((row) => row.figures[figure] ?? 0) }));
  const bars = (unit: string, parts: ChartData['series']): ChartData => ({ kind: 'bar', unit, categories, series: parts });
  return {
    helped: total.helped === undefined ? null : bars(words.t('coverage.families'), series('on-file', 'helped', 'never-helped')),
    waiting: bars(words.t('coverage.candidates'), series('open', 'overdue')),
  };
}
