import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { HardshipRow } from '#contract/hardship';
import { hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import { findHardshipFiles } from '../../api/hardship.js';
import { useCan } from '../../api/use-me.js';
import { ClockLamp } from '../../kit/ClockLamp.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { choices, useWords } from '../../kit/words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { ExportMenu } from './ExportMenu.js';

type Row = z.infer<typeof HardshipRow>;

export function HardshipList() {
  const { t, label, language } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const columns: Column<Row>[] = [
    { key: 'holder', title: t('hardship.holder'), width: 78, render: (row) => row.holderName },
    { key: 'status', title: t('fields.status'), width: 102, render: (row) => <CaseStatus noun="hardship-file" status={row.status} /> },
    { key: 'class', title: t('hardship.class'), width: 100, render: (row) => label(hardshipClasses, row.hardshipClass) },
    {
      key: 'cause',
      title: t('hardship.cause'),
      width: 118,
      render: (row) => label(hardshipCauses, row.mainCause),
      hint: (row) => label(hardshipCauses, row.mainCause),
    },
    { key: 'size', spare: true, title: t('hardship.size'), width: 46, align: 'right', render: (row) => showCount(row.householdSize) },
    { key: 'employer', title: t('fields.employer'), render: (row) => showText(row.employerName), hint: (row) => row.employerName },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 104,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
    { key: 'handler', spare: true, title: t('hardship.handler'), width: 60, render: (row) => showText(row.handlerName) },
    { key: 'clock', title: t('fields.clock'), width: 202, render: (row) => <ClockLamp clock={row.clock} /> },
    {
      key: 'number',
      spare: true,
      title: t('hardship.number'),
      width: 118,
      render: (row) => showText(row.number),
      hint: (row) => row.number,
    },
    {
      key: 'on',
      title: t('hardship.begunOn'),
      width: 96,
      render: (row) => <span className="number">{row.begunOn}</span>,
    },
  ];
  return (
    <ListPage
      title={t('menu.hardship')}
      about={t('hardship.about')}
      noun="hardship-file"
      find={findHardshipFiles}
      views={[
        { key: 'all', label: t('views.all') },
        { key: 'mine', label: t('hardship.views.mine'), counted: true },
        { key: 'applying', label: t('hardship.views.applying'), counted: true },
        { key: 'filed', label: t('hardship.views.filed') },
        { key: 'review', label: t('hardship.views.review'), counted: true, alarming: true },
        { key: 'ended', label: t('hardship.views.ended') },
      ]}
      filters={[
        { kind: 'text', key: 'q', label: t('hardship.searchHint'), width: 190 },
        { kind: 'choice', key: 'status', label: t('fields.status'), options: choices(fileStatuses, language), width: 116 },
        { kind: 'choice', key: 'hardshipClass', label: t('hardship.class'), options: choices(hardshipClasses, language), width: 116 },
        { kind: 'choice', key: 'mainCause', label: t('hardship.cause'), options: choices(hardshipCauses, language), width: 138 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={128} />,
        },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/hardship-files/${row.id}`}
      rowTone={(row) => (row.clock?.lamp === 'black' ? 'alarm' : undefined)}
      tools={<ExportMenu />}
      create={can('hardship.record') ? { label: t('hardship.new'), act: () => void navigate('/hardship-files/new') } : undefined}
      empty={{ title: t('hardship.empty'), hint: t('hardship.emptyHint') }}
    />
  );
}
