import { relations } from '#rules/hardship/household/household-members';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { showText } from '../../kit/formats.js';
import { useWords } from '../../kit/words.js';

export interface Member {
  personId: string;
  name: string;
  relation: string;
  status: string | null;
  schooling: string | null;
}

export function HouseholdTable({ members, own }: { members: readonly Member[]; own: string }) {
  const { t, label } = useWords();
  const columns: Column<Member>[] = [
    { key: 'name', title: t('people.name'), width: 150, render: (row) => row.name },
    { key: 'relation', title: t('people.relation'), width: 150, render: (row) => label(relations, row.relation) },
    { key: 'status', title: t('people.memberStatus'), render: (row) => showText(row.status) },
    { key: 'schooling', title: t('people.schooling'), render: (row) => showText(row.schooling) },
  ];
  return (
    <DataTable
      caption={t('people.household')}
      columns={columns}
      rows={members}
      rowKey={(row) => row.personId}
      rowPath={(row) => (row.personId === own ? undefined : `/people/${row.personId}`)}
    />
  );
}
