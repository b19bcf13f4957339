import type { HardshipRecord } from '#contract/hardship';
import { programmes } from '#rules/aid/codes';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showText } from '../../kit/formats.js';
import { Money } from '../../kit/Money.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import type { FilePartProps } from './file-parts.js';

type Aid = HardshipRecord['aid'][number];

export function AidSection({ file: { aid } }: FilePartProps) {
  const { t, label } = useWords();
  const columns: Column<Aid>[] = [
    { key: 'on', title: t('aid.paidOn'), width: 110, render: (row) => <span className="number">{row.paidOn}</span> },
    { key: 'programme', title: t('aid.programme'), render: (row) => label(programmes, row.programme) },
    { key: 'campaign', title: t('aid.campaign'), render: (row) => showText(row.campaign) },
    { key: 'amount', title: t('aid.amount'), width: 140, align: 'right', render: (row) => <Money fen={row.amountFen} /> },
  ];
  return (
    <Section title={t('hardship.aid')} flush>
      {aid.length === 0 ? (
        <EmptyState mark="助" title={t('hardship.noAid')} hint={t('hardship.noAidHint')} />
      ) : (
        <DataTable caption={t('hardship.aid')} columns={columns} rows={aid} rowKey={(row) => row.id} />
      )}
    </Section>
  );
}
