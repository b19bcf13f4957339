import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { PetitionRow } from '#contract/petitions';
import { petitionChannels, petitionSubjects } from '#rules/petitions/codes';
import { petitionStatuses } from '#rules/petitions/petition-lifecycle';
import { findPetitions } from '../../api/petitions.js';
import { useCan } from '../../api/use-me.js';
import { ClockLamp } from '../../kit/ClockLamp.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { choices, useWords } from '../../kit/words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';

type Row = z.infer<typeof PetitionRow>;

export function PetitionList() {
  const { t, label, language } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: t('fields.number'),
      width: 150,
      render: (row) => row.number ?? t('fields.unnumbered'),
      hint: (row) => row.number,
    },
    {
      key: 'petitioner',
      title: t('petitions.petitioner'),
      width: 72,
      render: (row) => (row.anonymous ? t('petitions.anonymous') : showText(row.petitionerName)),
    },
    {
      key: 'subject',
      title: t('petitions.subject'),
      width: 150,
      render: (row) => label(petitionSubjects, row.subject),
      hint: (row) => label(petitionSubjects, row.subject),
    },
    { key: 'employer', title: t('petitions.employer'), render: (row) => showText(row.employerName), hint: (row) => row.employerName },
    { key: 'status', title: t('fields.status'), width: 88, render: (row) => <CaseStatus noun="petition" status={row.status} /> },
    { key: 'clock', title: t('fields.clock'), width: 202, render: (row) => <ClockLamp clock={row.clock} /> },
    { key: 'channel', spare: true, title: t('petitions.channel'), width: 72, render: (row) => label(petitionChannels, row.channel) },
    { key: 'persons', spare: true, title: t('petitions.persons'), width: 48, align: 'right', render: (row) => showCount(row.personCount) },
    { key: 'handler', spare: true, title: t('petitions.handler'), width: 64, render: (row) => showText(row.handlerName) },
    { key: 'on', title: t('fields.registeredOn'), width: 90, render: (row) => <span className="number">{row.registeredOn}</span> },
  ];
  return (
    <ListPage
      title={t('menu.petitions')}
      noun="petition"
      find={findPetitions}
      views={[
        { key: 'all', label: t('views.all') },
        { key: 'open', label: t('views.open') },
        { key: 'mine', label: t('views.mine'), counted: true },
        { key: 'due', label: t('views.due'), counted: true },
        { key: 'overdue', label: t('views.overdue'), counted: true, alarming: true },
      ]}
      filters={[
        { kind: 'text', key: 'q', label: t('petitions.searchHint'), width: 180 },
        { kind: 'choice', key: 'status', label: t('fields.status'), options: choices(petitionStatuses, language), width: 116 },
        { kind: 'choice', key: 'channel', label: t('petitions.channel'), options: choices(petitionChannels, language), width: 110 },
        { kind: 'choice', key: 'subject', label: t('petitions.subject'), options: choices(petitionSubjects, language), width: 140 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={132} />,
        },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/petitions/${row.id}`}
      rowTone={(row) => (row.clock?.lamp === 'black' ? 'alarm' : row.status === 'closed' ? 'quiet' : undefined)}
      create={can('petition.register') ? { label: t('petitions.register'), act: () => void navigate('/petitions/new') } : undefined}
      empty={{ title: t('petitions.empty'), hint: t('petitions.emptyHint') }}
    />
  );
}
