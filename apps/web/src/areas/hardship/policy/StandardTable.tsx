import { DataTable, type Column } from '../../../kit/DataTable.js';
import { Money } from '../../../kit/Money.js';
import { Notice } from '../../../kit/Notice.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { Unverified } from '../eligibility/Verdict.js';
import { stateOf, stateTones, type Standard } from './policy-codes.js';
import { Span } from './Span.js';
import styles from './policy.module.css';

interface Props {
  standards: readonly Standard[];
  divisions: readonly { code: string; name: string }[];
}

/** 低保标准 by division and day. An amount that is only remembered stands in brackets and decides nothing. */
export function StandardTable({ standards, divisions }: Props) {
  const { t } = useWords();
  const nameOf = (code: string): string => divisions.find((one) => one.code === code)?.name ?? code;
  const columns: Column<Standard>[] = [
    { key: 'division', title: t('policy.division'), width: 110, render: (row) => nameOf(row.division) },
    { key: 'span', title: t('policy.standardDays'), width: 216, render: (row) => <Span row={row} /> },
    {
      key: 'amount',
      title: t('policy.amount'),
      width: 150,
      align: 'right',
      render: (row) =>
        row.amountFen !== null ? <Money fen={row.amountFen} /> : <span className={styles['missing']}>{t('policy.toSupply')}</span>,
    },
    {
      key: 'state',
      title: t('fields.status'),
      width: 206,
      render: (row) => (
        <span className={styles['doubts']}>
          {stateOf(row) !== 'over' && <StatusTag tone={stateTones[stateOf(row)]}>{t(`policy.states.${stateOf(row)}`)}</StatusTag>}
          {row.unverified && <Unverified />}
          {row.amountFen === null && row.recalledFen !== null && (
            <span className="soft" title={t('policy.recalledHint')}>
              {t('policy.recalled')} <Money fen={row.recalledFen} bare />
            </span>
          )}
        </span>
      ),
    },
    { key: 'source', title: t('policy.source'), render: (row) => row.source, hint: (row) => row.source },
    {
      key: 'published',
      title: t('policy.publishedBy'),
      width: 150,
      spare: true,
      render: ({ published }) => (published ? `${published.madeByName}、${published.agreedByName ?? NOTHING}` : t('policy.withSystem')),
    },
  ];
  return (
    <div className={styles['stack']}>
      <Notice>{t('policy.standardsAbout')}</Notice>
      <Section title={t('policy.standardsTab')} flush>
        <DataTable
          caption={t('policy.standardsTab')}
          columns={columns}
          rows={[...standards].reverse()}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.inForce ? undefined : 'quiet')}
        />
      </Section>
    </div>
  );
}
