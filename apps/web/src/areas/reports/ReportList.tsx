import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { ReportRow } from '#contract/reports';
import { findReports } from '../../api/reports.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { showInstant, todayInChina } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { choices, useWords } from '../../kit/words.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { periodText, reportKinds, reportStatuses } from './report-codes.js';
import { RequestReportForm } from './RequestReportForm.js';

type Row = z.infer<typeof ReportRow>;

export function ReportList() {
  const { t, label, language } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const thisYear = Number(todayInChina().slice(0, 4));
  const years = Array.from({ length: thisYear - 2009 }, (_, at) => String(thisYear - at));
  const columns: Column<Row>[] = [
    {
      key: 'period',
      title: t('reports.period'),
      width: 110,
      render: (row) => <span className="number">{periodText(row.kind, row.periodFrom)}</span>,
    },
    { key: 'kind', title: t('fields.kind'), width: 90, render: (row) => label(reportKinds, row.kind) },
    { key: 'organisation', title: t('fields.organisation'), render: (row) => row.organisationName },
    {
      key: 'status',
      title: t('fields.status'),
      width: 110,
      render: (row) => <StatusTag tone={reportStatuses[row.status].tone}>{label(reportStatuses, row.status)}</StatusTag>,
    },
    { key: 'asOf', title: t('reports.asOf'), width: 150, render: (row) => <span className="number">{showInstant(row.asOf)}</span> },
    { key: 'made', title: t('reports.madeAt'), width: 150, render: (row) => <span className="number">{showInstant(row.madeAt)}</span> },
  ];
  return (
    <>
      <ListPage
        title={t('menu.reports')}
        about={t('reports.about')}
        noun="report"
        find={findReports}
        filters={[
          {
            kind: 'choice',
            key: 'year',
            label: t('reports.year'),
            options: years.map((year) => ({ value: year, label: year })),
            width: 110,
          },
          { kind: 'choice', key: 'kind', label: t('fields.kind'), options: choices(reportKinds, language), width: 110 },
          {
            kind: 'own',
            key: 'organisationId',
            render: (value, set) => (
              <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={200} />
            ),
          },
        ]}
        columns={columns}
        rowKey={(row) => row.id}
        rowPath={(row) => `/reports/${row.id}`}
        create={can('report.request') ? { label: t('reports.request'), act: () => setAsking(true) } : undefined}
        empty={{ title: t('reports.empty'), hint: t(can('report.request') ? 'reports.emptyHint' : 'reports.emptyHintReading') }}
      />
      {asking && <RequestReportForm onClose={() => setAsking(false)} onMade={(id) => void navigate(`/reports/${id}`)} />}
    </>
  );
}
