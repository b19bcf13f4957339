import type { z } from 'zod';
import type { MassIncidentRow } from '#contract/disputes';
import { disputeCategories, incidentForms } from '#rules/disputes/codes';
import { findMassIncidents } from '../../api/disputes.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showDay, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { Money } from '../../kit/Money.js';
import { useWords } from '../../kit/words.js';

type Row = z.infer<typeof MassIncidentRow>;

export function MassIncidentList() {
  const { t, label } = useWords();
  const columns: Column<Row>[] = [
    { key: 'number', title: t('fields.number'), width: 170, render: (row) => <span className="number">{row.number}</span> },
    { key: 'on', title: t('incidents.occurredOn'), width: 92, render: (row) => <span className="number">{row.occurredOn}</span> },
    { key: 'employer', title: t('fields.employer'), render: (row) => row.employerName, hint: (row) => row.employerName },
    { key: 'workers', title: t('disputes.workers'), width: 56, align: 'right', render: (row) => showCount(row.workerCount) },
    { key: 'form', title: t('incidents.form'), width: 88, render: (row) => label(incidentForms, row.form) },
    { key: 'category', spare: true, title: t('disputes.category'), width: 104, render: (row) => label(disputeCategories, row.category) },
    { key: 'amount', title: t('incidents.amount'), width: 112, align: 'right', render: (row) => <Money fen={row.amountFen} bare /> },
    {
      key: 'resolved',
      title: t('incidents.resolvedOn'),
      width: 92,
      render: (row) => <span className="number">{showDay(row.resolvedOn)}</span>,
    },
    {
      key: 'result',
      spare: true,
      title: t('incidents.result'),
      width: 130,
      render: (row) => showText(row.result),
      hint: (row) => row.result,
    },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 116,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
  ];
  return (
    <ListPage
      title={t('menu.massIncidents')}
      about={t('incidents.about')}
      noun="mass-incident"
      find={findMassIncidents}
      filters={[{ kind: 'text', key: 'q', label: t('incidents.searchHint'), width: 260 }, { kind: 'period' }]}
      columns={columns}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.resolvedOn ? undefined : 'alarm')}
      empty={{ title: t('incidents.empty'), hint: t('incidents.emptyHint') }}
    />
  );
}
