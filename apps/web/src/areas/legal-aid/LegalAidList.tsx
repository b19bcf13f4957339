import { Link } from 'react-router';
import type { z } from 'zod';
import type { LegalAidRow } from '#contract/hardship';
import { legalAidForms } from '#rules/legal-aid/codes';
import { findLegalAid } from '../../api/hardship.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showDay, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { choices, useWords } from '../../kit/words.js';

type Row = z.infer<typeof LegalAidRow>;

const kinds = { service: { zh: '法律服务', en: 'Service' }, case: { zh: '援助案件', en: 'Case' } } as const;

export function LegalAidList() {
  const { t, label, language } = useWords();
  const columns: Column<Row>[] = [
    { key: 'number', title: t('fields.number'), width: 182, render: (row) => showText(row.number), hint: (row) => row.number },
    { key: 'kind', title: t('fields.kind'), width: 90, render: (row) => label(kinds, row.kind) },
    {
      key: 'person',
      title: t('legalAid.person'),
      width: 92,
      render: (row) => (row.personId ? <Link to={`/people/${row.personId}`}>{row.personName}</Link> : row.personName),
    },
    { key: 'employer', title: t('fields.employer'), render: (row) => showText(row.employerName), hint: (row) => row.employerName },
    { key: 'form', title: t('legalAid.form'), width: 130, render: (row) => label(legalAidForms, row.form) },
    {
      key: 'count',
      spare: true,
      title: t('legalAid.beneficiaries'),
      width: 68,
      align: 'right',
      render: (row) => showCount(row.beneficiaryCount),
    },
    { key: 'lawyer', title: t('legalAid.lawyer'), width: 90, render: (row) => showText(row.lawyerName) },
    { key: 'started', title: t('legalAid.startedOn'), width: 100, render: (row) => <span className="number">{row.startedOn}</span> },
    {
      key: 'closed',
      spare: true,
      title: t('legalAid.closedOn'),
      width: 100,
      render: (row) => <span className="number">{showDay(row.closedOn)}</span>,
    },
    {
      key: 'result',
      spare: true,
      title: t('legalAid.result'),
      width: 120,
      render: (row) => showText(row.result),
      hint: (row) => row.result,
    },
  ];
  return (
    <ListPage
      title={t('menu.legalAid')}
      about={t('legalAid.about')}
      noun="legal-aid-matter"
      find={findLegalAid}
      filters={[
        { kind: 'text', key: 'q', label: t('legalAid.searchHint'), width: 230 },
        { kind: 'choice', key: 'kind', label: t('fields.kind'), options: choices(kinds, language), width: 130 },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      empty={{ title: t('legalAid.empty'), hint: t('legalAid.emptyHint') }}
    />
  );
}
