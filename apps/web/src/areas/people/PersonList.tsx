import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { PersonRow } from '#contract/people';
import { findPeople } from '../../api/people.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { showDay, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { useWords } from '../../kit/words.js';
import { sexes } from './people-codes.js';

type Row = z.infer<typeof PersonRow>;

export function PersonList() {
  const { t, label } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const columns: Column<Row>[] = [
    { key: 'name', title: t('people.name'), width: 130, render: (row) => row.name },
    { key: 'id', title: t('people.idNumber'), width: 190, render: (row) => <span className="number">{showText(row.idMasked)}</span> },
    { key: 'sex', title: t('people.sex'), width: 70, render: (row) => label(sexes, row.sex) },
    { key: 'birth', title: t('people.birthDate'), width: 120, render: (row) => <span className="number">{showDay(row.birthDate)}</span> },
    { key: 'phone', title: t('people.phone'), width: 140, render: (row) => <span className="number">{showText(row.phoneMasked)}</span> },
    { key: 'employer', title: t('people.employer'), render: (row) => showText(row.employerName), hint: (row) => row.employerName },
  ];
  return (
    <ListPage
      title={t('menu.people')}
      about={t('people.about')}
      noun="person"
      find={findPeople}
      filters={[{ kind: 'text', key: 'q', label: t('people.searchHint'), width: 340 }]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/people/${row.id}`}
      create={can('person.create') ? { label: t('people.create'), act: () => void navigate('/people/new') } : undefined}
      empty={{ title: t('people.empty'), hint: t('people.emptyHint') }}
    />
  );
}
