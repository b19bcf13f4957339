import type { z } from 'zod';
import type { PairingRow } from '#contract/pairings';
import { hardshipClasses } from '#rules/hardship/codes';
import { findPairings } from '../../../api/pairings.js';
import type { Column } from '../../../kit/DataTable.js';
import { showCount, showDay, showText } from '../../../kit/formats.js';
import { ListPage } from '../../../kit/ListPage.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import { CaseStatus } from '../../desk/CaseStatus.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';

type Row = z.infer<typeof PairingRow>;

/** 结对帮扶: mine, all of ours, and the families that heard nothing for three months. */
export function PairingList() {
  const { t, label } = useWords();
  const columns: Column<Row>[] = [
    { key: 'family', title: t('pairings.family'), width: 92, render: (row) => row.holderName },
    { key: 'class', title: t('hardship.class'), width: 96, render: (row) => label(hardshipClasses, row.hardshipClass) },
    {
      key: 'status',
      spare: true,
      title: t('fields.status'),
      width: 104,
      render: (row) => <CaseStatus noun="hardship-file" status={row.status} />,
    },
    { key: 'cadre', title: t('pairings.cadre'), width: 100, render: (row) => row.cadreName, hint: (row) => row.cadreName },
    { key: 'post', spare: true, title: t('pairings.post'), render: (row) => showText(row.cadrePost), hint: (row) => row.cadrePost },
    { key: 'paired', title: t('pairings.pairedOn'), width: 100, render: (row) => <span className="number">{row.pairedOn}</span> },
    { key: 'last', title: t('pairings.lastContact'), width: 204, render: (row) => <LastContact row={row} /> },
    { key: 'contacts', title: t('pairings.contacts'), width: 76, align: 'right', render: (row) => showCount(row.contacts) },
    {
      key: 'ended',
      spare: true,
      title: t('pairings.endedOn'),
      width: 100,
      render: (row) => <span className="number">{showDay(row.endedOn)}</span>,
    },
    {
      key: 'organisation',
      title: t('fields.organisation'),
      width: 120,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
  ];
  return (
    <ListPage
      title={t('menu.pairings')}
      about={t('pairings.about')}
      noun="pairing"
      find={findPairings}
      views={[
        { key: 'all', label: t('pairings.views.all'), counted: true },
        { key: 'mine', label: t('pairings.views.mine'), counted: true },
        { key: 'silent', label: t('pairings.views.silent'), counted: true, alarming: true },
        { key: 'ended', label: t('pairings.views.ended') },
      ]}
      filters={[
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={150} />,
        },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/hardship-files/${row.fileId}?tab=aid`}
      rowTone={(row) => (row.silent ? 'alarm' : row.endedOn ? 'quiet' : undefined)}
      empty={{ title: t('pairings.empty'), hint: t('pairings.emptyHint') }}
    />
  );
}

function LastContact({ row }: { row: Row }) {
  const { t } = useWords();
  return (
    <>
      <span className="number">{row.lastContactOn ?? t('pairings.never')}</span>{' '}
      {row.silent && <StatusTag tone="bad">{t('pairings.silent')}</StatusTag>}
    </>
  );
}
