import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { UserRow } from '#contract/access';
import { findUsers, listRoles } from '../../api/access.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { ListPage } from '../../kit/ListPage.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { choices, NOTHING, useWords } from '../../kit/words.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { CreateUserForm } from './UserForms.js';
import { userStatuses } from './access-codes.js';

type Row = z.infer<typeof UserRow>;

export function UserList() {
  const { t, label, language } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const roles = useQuery({
    queryKey: keys.roles,
    queryFn: ({ signal }) => listRoles(signal),
    enabled: can('role.read'),
    staleTime: 300_000,
  });
  const roleWords = Object.fromEntries((roles.data?.items ?? []).map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]));
  const rolesOf = (row: Row): string => row.roleCodes.map((code) => label(roleWords, code)).join('、') || NOTHING;
  const columns: Column<Row>[] = [
    { key: 'username', title: t('users.username'), width: 160, render: (row) => row.username },
    { key: 'name', title: t('users.name'), width: 160, render: (row) => row.name },
    {
      key: 'organisation',
      title: t('fields.organisation'),
      width: 240,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
    { key: 'roles', title: t('users.roles'), render: rolesOf, hint: rolesOf },
    { key: 'totp', spare: true, title: t('users.totp'), width: 110, render: (row) => (row.totpEnabled ? t('users.totpOn') : NOTHING) },
    {
      key: 'status',
      title: t('fields.status'),
      width: 100,
      render: (row) =>
        row.locked ? (
          <StatusTag tone="bad">{t('users.locked')}</StatusTag>
        ) : (
          <StatusTag tone={row.status === 'active' ? 'good' : 'done'}>{label(userStatuses, row.status)}</StatusTag>
        ),
    },
  ];
  return (
    <>
      <ListPage
        title={t('menu.users')}
        about={t('users.about')}
        noun="user"
        find={findUsers}
        filters={[
          { kind: 'text', key: 'q', label: t('users.searchHint'), width: 220 },
          { kind: 'choice', key: 'roleCode', label: t('users.role'), options: choices(roleWords, language), width: 150 },
          { kind: 'choice', key: 'status', label: t('fields.status'), options: choices(userStatuses, language), width: 110 },
          {
            kind: 'own',
            key: 'organisationId',
            render: (value, set) => (
              <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={180} />
            ),
          },
        ]}
        columns={columns}
        rowKey={(row) => row.id}
        rowPath={(row) => `/users/${row.id}`}
        create={can('user.create') ? { label: t('users.create'), act: () => setCreating(true) } : undefined}
        empty={{ title: t('users.empty'), hint: t('users.emptyHint') }}
      />
      {creating && <CreateUserForm onClose={() => setCreating(false)} onMade={(id) => void navigate(`/users/${id}`)} />}
    </>
  );
}
