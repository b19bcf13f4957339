import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { DisputeRow } from '#contract/disputes';
import { disputeCategories, disputeOutcomes } from '#rules/disputes/codes';
import { disputeStatuses } from '#rules/disputes/dispute-lifecycle';
import { findDisputes } from '../../api/disputes.js';
import { useCan } from '../../api/use-me.js';
import { ClockLamp } from '../../kit/ClockLamp.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { Money } from '../../kit/Money.js';
import { choices, useWords } from '../../kit/words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { categoryChoices } from './dispute-codes.js';

type Row = z.infer<typeof DisputeRow>;

export function DisputeList() {
  const { t, label, language } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: t('fields.caseNumber'),
      width: 196,
      render: (row) => row.number ?? t('fields.unnumbered'),
      hint: (row) => row.number,
    },
    { key: 'applicant', title: t('disputes.applicant'), width: 84, render: (row) => row.applicantName },
    { key: 'employer', title: t('fields.employer'), render: (row) => row.employerName, hint: (row) => row.employerName },
    {
      key: 'category',
      title: t('disputes.category'),
      width: 96,
      render: (row) => label(disputeCategories, row.category),
      hint: (row) => label(disputeCategories, row.category),
    },
    { key: 'status', title: t('fields.status'), width: 92, render: (row) => <CaseStatus noun="dispute" status={row.status} /> },
    { key: 'clock', title: t('fields.clock'), width: 202, render: (row) => <ClockLamp clock={row.clock} /> },
    { key: 'workers', spare: true, title: t('disputes.workers'), width: 46, align: 'right', render: (row) => showCount(row.workerCount) },
    {
      key: 'claimed',
      spare: true,
      title: t('disputes.claimedYuan'),
      width: 104,
      align: 'right',
      render: (row) => <Money fen={row.claimedFen} bare />,
    },
    { key: 'mediator', spare: true, title: t('disputes.mediator'), width: 64, render: (row) => showText(row.mediatorName) },
    { key: 'on', title: t('fields.registeredOn'), width: 92, render: (row) => <span className="number">{row.registeredOn}</span> },
  ];
  return (
    <ListPage
      title={t('menu.disputes')}
      noun="dispute"
      find={findDisputes}
      views={[
        { key: 'all', label: t('views.all') },
        { key: 'open', label: t('views.open') },
        { key: 'mine', label: t('views.mine'), counted: true },
        { key: 'due', label: t('views.due'), counted: true },
        { key: 'overdue', label: t('views.overdue'), counted: true, alarming: true },
      ]}
      filters={[
        { kind: 'text', key: 'q', label: t('disputes.searchHint'), width: 180 },
        { kind: 'choice', key: 'status', label: t('fields.status'), options: choices(disputeStatuses, language), width: 116 },
        { kind: 'choice', key: 'category', label: t('disputes.category'), options: categoryChoices(language), width: 124 },
        { kind: 'choice', key: 'outcome', label: t('disputes.outcome'), options: choices(disputeOutcomes, language), width: 124 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={132} />,
        },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/disputes/${row.id}`}
      rowTone={(row) => (row.clock?.lamp === 'black' ? 'alarm' : row.status === 'closed' ? 'quiet' : undefined)}
      create={can('dispute.register') ? { label: t('disputes.register'), act: () => void navigate('/disputes/new') } : undefined}
      empty={{ title: t('disputes.empty'), hint: t('disputes.emptyHint') }}
    />
  );
}
