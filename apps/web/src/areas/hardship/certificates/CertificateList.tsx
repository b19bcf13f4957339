import type { z } from 'zod';
import type { CertificateRow } from '#contract/certificates';
import { certificateStatuses } from '#rules/hardship/certificates/certificate-lifecycle';
import { findCertificates } from '../../../api/hardship-moves.js';
import type { Column } from '../../../kit/DataTable.js';
import { ListPage } from '../../../kit/ListPage.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { choices, useWords } from '../../../kit/words.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';
import { certificateTones } from '../file-status.js';

type Row = z.infer<typeof CertificateRow>;
const soon = [30, 60, 90] as const;

/** 特困证 of all files within reach; each row leads to its file, where things are done with it. */
export function CertificateList() {
  const { t, say, language } = useWords();
  const columns: Column<Row>[] = [
    { key: 'number', title: t('certificates.number'), width: 220, render: (row) => row.number },
    { key: 'holder', title: t('hardship.holder'), width: 110, render: (row) => row.holderName },
    {
      key: 'status',
      title: t('fields.status'),
      width: 120,
      render: (row) => <StatusTag tone={certificateTones[row.status]}>{say(certificateStatuses[row.status])}</StatusTag>,
    },
    { key: 'issued', title: t('certificates.issuedOn'), width: 120, render: (row) => <span className="number">{row.issuedOn}</span> },
    { key: 'until', title: t('certificates.validUntil'), width: 120, render: (row) => <span className="number">{row.validUntil}</span> },
    { key: 'organisation', title: t('fields.organisation'), render: (row) => row.organisationName, hint: (row) => row.organisationName },
  ];
  return (
    <ListPage
      title={t('menu.certificates')}
      about={t('certificates.about')}
      noun="hardship-certificate"
      find={findCertificates}
      filters={[
        { kind: 'text', key: 'q', label: t('certificates.searchHint'), width: 210 },
        { kind: 'choice', key: 'status', label: t('fields.status'), options: choices(certificateStatuses, language), width: 140 },
        {
          kind: 'choice',
          key: 'dueWithin',
          label: t('certificates.dueWithin'),
          options: soon.map((days) => ({ value: String(days), label: t('certificates.withinDays', { days }) })),
          width: 150,
        },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={150} />,
        },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/hardship-files/${row.fileId}?tab=aid`}
      rowTone={(row) => (row.status === 'cancelled' || row.status === 'replaced' ? 'quiet' : undefined)}
      empty={{ title: t('certificates.empty'), hint: t('certificates.emptyHint') }}
    />
  );
}
