import { hardshipClasses } from '#rules/hardship/codes';
import { policyFindings } from '#rules/hardship/policy/policy-effect';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { showCount } from '../../../kit/formats.js';
import { Money } from '../../../kit/Money.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { effectOrder, type Found } from './policy-codes.js';
import type { Meant } from './PolicyRowsDrawer.js';
import styles from './policy.module.css';

type Row = Found['classes'][number];

/** From which class to which, how many, and at what cost. */
export function ClassShift({ found, onRows }: { found: Found; onRows: (meant: Meant) => void }) {
  const { t, say } = useWords();
  // Of a household that cannot be decided it is not known that it has no class.
  const className = (code: Row['before'], { effect }: Row): string =>
    code ? say(hardshipClasses[code]) : effect === 'undecided' ? NOTHING : t('policy.noClass');
  const rows = found.classes
    .filter(({ effect }) => effect !== 'unassessed')
    .sort((a, b) => effectOrder.indexOf(a.effect) - effectOrder.indexOf(b.effect) || b.files - a.files);
  const columns: Column<Row>[] = [
    { key: 'effect', title: t('policy.effect'), width: 116, render: (row) => say(policyFindings[row.effect]) },
    { key: 'before', title: t('policy.before'), render: (row) => className(row.before, row) },
    { key: 'after', title: t('policy.after'), render: (row) => className(row.after, row) },
    {
      key: 'files',
      title: t('policy.files'),
      width: 96,
      align: 'right',
      render: (row) => (
        <button
          type="button"
          className={styles['figure']}
          title={t('policy.openRows')}
          onClick={() =>
            onRows({
              effect: row.effect,
              before: row.before ?? 'none',
              after: row.after ?? 'none',
              title: `${say(policyFindings[row.effect])} · ${className(row.before, row)} → ${className(row.after, row)}`,
              files: row.files,
            })
          }
        >
          {showCount(row.files)}
        </button>
      ),
    },
    { key: 'cost', title: t('policy.cost'), width: 150, align: 'right', render: (row) => <Money fen={row.costFen} /> },
  ];
  return (
    <DataTable
      caption={t('policy.shift')}
      columns={columns}
      rows={rows}
      rowKey={({ effect, before, after }) => `${effect} ${before} ${after}`}
      rowTone={(row) => (row.effect === 'leaves' || row.effect === 'milder' ? 'alarm' : row.effect === 'same' ? 'quiet' : undefined)}
    />
  );
}
