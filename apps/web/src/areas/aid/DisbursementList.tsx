import { Link } from 'react-router';
import type { z } from 'zod';
import type { DisbursementRow } from '#contract/hardship';
import { payeeKinds, programmes, visitLevels } from '#rules/aid/codes';
import { findDisbursements } from '../../api/hardship.js';
import type { Column } from '../../kit/DataTable.js';
import { showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { Money } from '../../kit/Money.js';
import { choices, useWords } from '../../kit/words.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';

type Row = z.infer<typeof DisbursementRow>;

export function DisbursementList() {
  const { t, label, language } = useWords();
  const columns: Column<Row>[] = [
    { key: 'payee', title: t('aid.payee'), width: 96, render: (row) => <Link to={`/people/${row.personId}`}>{row.payeeName}</Link> },
    { key: 'kind', title: t('aid.payeeKind'), width: 120, render: (row) => label(payeeKinds, row.hardshipKind) },
    {
      key: 'programme',
      title: t('aid.programme'),
      width: 150,
      render: (row) => label(programmes, row.programme),
      hint: (row) => label(programmes, row.programme),
    },
    { key: 'campaign', title: t('aid.campaign'), render: (row) => showText(row.campaign), hint: (row) => row.campaign },
    { key: 'level', spare: true, title: t('aid.level'), width: 104, render: (row) => label(visitLevels, row.level) },
    {
      key: 'fund',
      spare: true,
      title: t('aid.fund'),
      width: 130,
      render: (row) => showText(row.fundSource),
      hint: (row) => row.fundSource,
    },
    { key: 'cash', title: t('aid.cash'), width: 110, align: 'right', render: (row) => <Money fen={row.cashFen} bare /> },
    { key: 'goods', title: t('aid.goods'), width: 110, align: 'right', render: (row) => <Money fen={row.goodsFen} bare /> },
    { key: 'on', title: t('aid.paidOn'), width: 100, render: (row) => <span className="number">{row.paidOn}</span> },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 130,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
  ];
  return (
    <ListPage
      title={t('menu.disbursements')}
      about={t('aid.about')}
      noun="disbursement"
      find={findDisbursements}
      filters={[
        { kind: 'text', key: 'q', label: t('aid.searchHint'), width: 230 },
        { kind: 'choice', key: 'programme', label: t('aid.programme'), options: choices(programmes, language), width: 170 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={150} />,
        },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      empty={{ title: t('aid.empty'), hint: t('aid.emptyHint') }}
    />
  );
}
