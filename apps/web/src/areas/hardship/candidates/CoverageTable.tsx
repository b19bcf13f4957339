import type { z } from 'zod';
import type { HardshipCoverage } from '#contract/candidates';
import { coverageFigureCodes, coverageFigures, type CoverageFigure } from '#rules/hardship/finder/coverage-figures';
import { showCount } from '../../../kit/formats.js';
import { NOTHING, useWords, type Words } from '../../../kit/words.js';
import { figureWord } from './candidate-text.js';
import styles from './candidates.module.css';

type Coverage = z.infer<typeof HardshipCoverage>;
type Row = Coverage['rows'][number];
export interface Chosen {
  figure: CoverageFigure;
  organisationId: string;
  own: boolean;
  name: string;
}

interface Props {
  coverage: Coverage;
  onFigure: (chosen: Chosen) => void;
  onOrganisation: (id: string) => void;
}

export const nameOf = ({ name, own }: Row, { t }: Words): string => (own ? t('coverage.ownLevel', { name }) : name);
const alarming: ReadonlySet<CoverageFigure> = new Set(['review-overdue', 'overdue']);
const groups = [
  { key: 'files', figures: coverageFigureCodes.filter((figure) => coverageFigures[figure].of === 'hardship') },
  { key: 'waiting', figures: ['open', 'overdue'] },
  { key: 'closed', figures: coverageFigureCodes.filter((figure) => figure.startsWith('closed-')) },
] as const satisfies readonly { key: string; figures: readonly CoverageFigure[] }[];

/** One row a centre; every number that counts something opens what it counts. */
export function CoverageTable({ coverage, onFigure, onOrganisation }: Props) {
  const words = useWords();
  const { t } = words;
  const { rows, total, organisationId } = coverage;
  const all = { organisationId, own: false, name: t('coverage.total'), figures: total };
  return (
    <div className={styles['board']} tabIndex={0} role="group" aria-label={t('coverage.byCentre', { day: coverage.on })}>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('coverage.centre')}
            </th>
            {groups.map(({ key, figures }) => (
              <th key={key} scope="colgroup" colSpan={figures.length} data-edge>
                {t(`coverage.groups.${key}`)}
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap(({ figures }) =>
              figures.map((figure, at) => (
                <th key={figure} scope="col" data-edge={at === 0}>
                  {figureWord(figure, words)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organisationId}>
              <th scope="row">
                {row.own ? (
                  nameOf(row, words)
                ) : (
                  <button type="button" className={styles['figure']} onClick={() => onOrganisation(row.organisationId)}>
                    {row.name}
                  </button>
                )}
              </th>
              <Figures row={row} name={nameOf(row, words)} onFigure={onFigure} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('coverage.total')}</th>
            <Figures row={all} name={all.name} onFigure={onFigure} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Figures({ row, name, onFigure }: { row: Row; name: string; onFigure: (chosen: Chosen) => void }) {
  const words = useWords();
  return groups.flatMap(({ figures }) =>
    figures.map((figure: CoverageFigure, at) => {
      const value = row.figures[figure];
      return (
        <td key={figure} data-edge={at === 0}>
          {!value ? (
            <span className={styles['nothing']}>{value === undefined ? NOTHING : 0}</span>
          ) : (
            <button
              type="button"
              className={styles['figure']}
              data-alarm={alarming.has(figure)}
              aria-label={`${name} ${figureWord(figure, words)} ${showCount(value)}`}
              onClick={() => onFigure({ figure, organisationId: row.organisationId, own: row.own, name })}
            >
              {showCount(value)}
            </button>
          )}
        </td>
      );
    }),
  );
}
