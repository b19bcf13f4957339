import type { z } from 'zod';
import type { HardshipRow } from '#contract/hardship';
import { hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { findHardshipFiles } from '../../api/hardship.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { choices, useWords } from '../../kit/words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';

type Row = z.infer<typeof HardshipRow>;

export function HardshipList() {
  const { t, label, language } = useWords();
  const columns: Column<Row>[] = [
    { key: 'holder', title: t('hardship.holder'), width: 92, render: (row) => row.holderName },
    { key: 'class', title: t('hardship.class'), width: 108, render: (row) => label(hardshipClasses, row.hardshipClass) },
    {
      key: 'cause',
      title: t('hardship.cause'),
      width: 168,
      render: (row) => label(hardshipCauses, row.mainCause),
      hint: (row) => label(hardshipCauses, row.mainCause),
    },
    { key: 'size', spare: true, title: t('hardship.size'), width: 64, align: 'right', render: (row) => showCount(row.householdSize) },
    { key: 'employer', title: t('fields.employer'), render: (row) => showText(row.employerName), hint: (row) => row.employerName },
    {
      key: 'organisation',
      title: t('fields.organisation'),
      width: 150,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
    { key: 'status', title: t('fields.status'), width: 88, render: (row) => <CaseStatus noun="hardship-file" status={row.status} /> },
    {
      key: 'number',
      spare: true,
      title: t('hardship.number'),
      width: 150,
      render: (row) => showText(row.number),
      hint: (row) => row.number,
    },
    { key: 'on', title: t('hardship.filedOn'), width: 100, render: (row) => <span className="number">{row.filedOn}</span> },
  ];
  return (
    <ListPage
      title={t('menu.hardship')}
      about={t('hardship.about')}
      noun="hardship-file"
      find={findHardshipFiles}
      filters={[
        { kind: 'text', key: 'q', label: t('hardship.searchHint'), width: 230 },
        { kind: 'choice', key: 'hardshipClass', label: t('hardship.class'), options: choices(hardshipClasses, language), width: 124 },
        { kind: 'choice', key: 'mainCause', label: t('hardship.cause'), options: choices(hardshipCauses, language), width: 170 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={150} />,
        },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/hardship-files/${row.id}`}
      empty={{ title: t('hardship.empty'), hint: t('hardship.emptyHint') }}
    />
  );
}
