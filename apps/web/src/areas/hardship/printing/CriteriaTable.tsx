import type { HardshipRecord } from '#contract/hardship';
import styles from './print.module.css';

type Report = NonNullable<HardshipRecord['assessment']>;
type Criterion = Report['assessed']['exclusions'][number];

export interface CriteriaGroup {
  title: string;
  criteria: readonly Criterion[];
}

/** The group in which to meet a criterion is to be kept out. */
export const EXCLUSIONS = '排除情形（有一项属于的，不予认定）';

const verdicts = { met: '符合', 'not-met': '不符合', unknown: '无法判定' } as const;
/** For what excludes a household, “met” is what speaks against it. */
const excluding = { met: '属于', 'not-met': '不属于', unknown: '无法判定' } as const;

/** Each criterion with its figures, what was asked, the verdict and the source; what is not verified says so. */
export function CriteriaTable({ groups, sources }: { groups: readonly CriteriaGroup[]; sources: Report['by']['sources'] }) {
  return (
    <table className={styles['lines']} data-kind="criteria">
      <thead>
        <tr>
          {['条件', '您家庭的情况', '要求', '结论', '依据'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {groups
        .filter(({ criteria }) => criteria.length > 0)
        .map(({ title, criteria }) => (
          <tbody key={title}>
            <tr>
              <th colSpan={5} scope="rowgroup">
                {title}
              </th>
            </tr>
            {criteria.map((criterion) => (
              <tr key={criterion.code}>
                <td>{criterion.name.zh}</td>
                <td>
                  {criterion.calculation.zh}
                  {criterion.missing.length > 0 && <em>（{criterion.missing.map(({ words }) => words.zh).join('；')}）</em>}
                </td>
                <td>{title === EXCLUSIONS ? criterion.requirement.zh.replace(/^应为/, '') : criterion.requirement.zh}</td>
                <td>{(title === EXCLUSIONS ? excluding : verdicts)[criterion.verdict]}</td>
                <td>
                  {cited(criterion, sources)}
                  {criterion.unverified && <strong className={styles['flag']}>【未核实】</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}

/** Where it is written, and by number the texts that were read. */
function cited({ citation }: Criterion, sources: Report['by']['sources']): string {
  const numbers = citation.sources.map((id) => sources.findIndex((source) => source.id === id) + 1);
  const place = [citation.instrument, citation.article].filter(Boolean).join(' ');
  return `${place} ${numbers.map((number) => (number > 0 ? `〔${number}〕` : '')).join('')}`;
}

/** The texts that the numbers stand for, as far as they were cited here. */
export function Sources({ groups, sources }: { groups: readonly CriteriaGroup[]; sources: Report['by']['sources'] }) {
  const used = new Set(groups.flatMap(({ criteria }) => criteria.flatMap(({ citation }) => citation.sources)));
  return (
    <p className={styles['sources']}>
      依据来源：
      {sources.map((source, at) => (used.has(source.id) ? `〔${at + 1}〕${source.title}（${source.read}）；` : '')).join('')}
    </p>
  );
}
