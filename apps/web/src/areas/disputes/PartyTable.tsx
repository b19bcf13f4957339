import type { DisputeRecord } from '#contract/disputes';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { pathOf } from '../../routes/paths.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { PersonPhone } from '../people/PersonPhone.js';
import { partyRoles } from './dispute-codes.js';

type Party = DisputeRecord['parties'][number];

export function PartyTable({ parties }: { parties: readonly Party[] }) {
  const { t, label } = useWords();
  // Whoever is in a row of their own is called; of a crowd its representatives are.
  const called = ({ personId, representative }: Party): boolean => personId !== null && (parties.length <= 6 || representative);
  const columns: Column<Party>[] = [
    { key: 'name', title: t('fields.name'), render: (party) => party.name },
    { key: 'role', title: t('disputes.role'), width: 130, render: (party) => label(partyRoles, party.role) },
  ];
  if (parties.some(called))
    columns.push({
      key: 'phone',
      title: t('people.phone'),
      width: 170,
      render: (party) => (party.personId && called(party) ? <PersonPhone personId={party.personId} /> : NOTHING),
    });
  if (parties.some(({ representative }) => representative))
    columns.push({
      key: 'representative',
      title: t('disputes.representative'),
      width: 110,
      render: (party) => (party.representative ? t('form.yes') : NOTHING),
    });
  const path = (party: Party): string | undefined =>
    party.personId ? pathOf('person', party.personId) : party.employerId ? pathOf('employer', party.employerId) : undefined;
  return <DataTable caption={t('disputes.parties')} columns={columns} rows={parties} rowKey={(party) => party.id} rowPath={path} />;
}
