import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { EmployerRow } from '#contract/organisations';
import { industries, ownerships } from '#rules/organisations/codes';
import { findEmployers } from '../../api/organisations.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { choices, useWords } from '../../kit/words.js';
import { useDivisions } from './DivisionSelect.js';
import { EmployerForm } from './EmployerForm.js';

type Row = z.infer<typeof EmployerRow>;

export function EmployerList() {
  const { t, label, language } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const divisions = useDivisions();
  const columns: Column<Row>[] = [
    { key: 'name', title: t('employers.name'), render: (row) => row.name, hint: (row) => row.name },
    {
      key: 'uscc',
      title: t('employers.code'),
      width: 200,
      render: (row) => <span className="number">{showText(row.uscc ?? row.orgCode)}</span>,
    },
    {
      key: 'industry',
      title: t('employers.industry'),
      width: 220,
      render: (row) => label(industries, row.industry),
      hint: (row) => label(industries, row.industry),
    },
    { key: 'ownership', title: t('employers.ownership'), width: 150, render: (row) => label(ownerships, row.ownership) },
    {
      key: 'division',
      spare: true,
      title: t('employers.division'),
      width: 110,
      render: (row) => showText(divisions.find(({ code }) => code === row.divisionCode)?.name),
    },
  ];
  return (
    <>
      <ListPage
        title={t('menu.employers')}
        about={t('employers.about')}
        noun="employer"
        find={findEmployers}
        filters={[
          { kind: 'text', key: 'q', label: t('employers.searchHint'), width: 280 },
          { kind: 'choice', key: 'industry', label: t('employers.industry'), options: choices(industries, language), width: 180 },
          { kind: 'choice', key: 'ownership', label: t('employers.ownership'), options: choices(ownerships, language), width: 150 },
        ]}
        columns={columns}
        rowKey={(row) => row.id}
        rowPath={(row) => `/employers/${row.id}`}
        create={can('employer.create') ? { label: t('employers.create'), act: () => setCreating(true) } : undefined}
        empty={{ title: t('employers.empty'), hint: t('employers.emptyHint') }}
      />
      {creating && <EmployerForm onClose={() => setCreating(false)} onMade={(id) => void navigate(`/employers/${id}`)} />}
    </>
  );
}
