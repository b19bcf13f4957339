import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { z } from 'zod';
import type { UserRecord } from '#contract/access';
import { getUser, resetPassword, revokeGrant, unlockUser } from '../../api/access.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { Facts } from '../../kit/Facts.js';
import { showInstant } from '../../kit/formats.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import { userStatuses } from './access-codes.js';
import { ChangeUserForm, CloseUserForm, FirstPassword, GiveGrantForm } from './UserForms.js';
import { UserSessions } from './UserSessions.js';

type User = z.infer<typeof UserRecord>;

export function UserPage() {
  const { id = '' } = useParams();
  const { t, label } = useWords();
  const can = useCan();
  const query = useQuery({ queryKey: keys.record('user', id), queryFn: ({ signal }) => getUser(id, signal) });
  return (
    <RecordPage
      query={query}
      heading={(user) => ({
        from: { path: '/users', text: t('menu.users') },
        plainTitle: user.name,
        title: user.name,
        number: user.username,
        status: (
          <StatusTag tone={user.locked ? 'bad' : user.status === 'active' ? 'good' : 'done'}>
            {user.locked ? t('users.locked') : label(userStatuses, user.status)}
          </StatusTag>
        ),
      })}
      actions={(user) => <UserActions user={user} onReload={() => void query.refetch()} />}
      main={(user) => (
        <>
          <Section title={t('users.facts')}>
            <Facts
              facts={[
                { label: t('users.username'), value: user.username },
                { label: t('users.name'), value: user.name },
                {
                  label: t('fields.organisation'),
                  value: <Link to={`/organisations/${user.organisationId}`}>{user.organisationName}</Link>,
                },
                { label: t('users.totp'), value: user.totpEnabled ? t('users.totpOn') : t('users.totpOff') },
                { label: t('users.since'), value: showInstant(user.createdAt) },
              ]}
            />
          </Section>
          <Grants user={user} />
          {can('session.read') && <UserSessions id={user.id} />}
        </>
      )}
    />
  );
}

function UserActions({ user, onReload }: { user: User; onReload: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const [password, setPassword] = useState<string | null>(null);
  const unlocking = useSubmit((id: string, key) => unlockUser(id, key), { forget: ['user'] });
  const resetting = useSubmit((id: string, key) => resetPassword(id, key), {
    forget: ['user'],
    onDone: (made) => setPassword(made.password),
  });
  const may = (name: string): boolean => user.actions.some((action) => action.name === name && action.allowed);
  const failed = unlocking.error ?? resetting.error;
  return (
    <>
      {failed && <ProblemNotice problem={asProblem(failed)} />}
      {user.locked && may('unlockUser') && (
        <Button type="primary" loading={unlocking.isPending} onClick={() => unlocking.mutate(user.id)}>
          {t('users.unlock')}
        </Button>
      )}
      {may('resetPassword') && (
        <Popconfirm title={t('users.resetAsk')} okText={t('users.reset')} onConfirm={() => resetting.mutate(user.id)}>
          <Button loading={resetting.isPending}>{t('users.reset')}</Button>
        </Popconfirm>
      )}
      <ActionBar
        actions={user.actions}
        choices={[
          {
            name: 'giveGrant',
            label: t('users.grant'),
            form: (close) => <GiveGrantForm user={user} onClose={close} onReload={onReload} />,
          },
          {
            name: 'changeUser',
            label: t('users.change'),
            form: (close) => <ChangeUserForm user={user} onClose={close} onReload={onReload} />,
          },
          {
            name: 'closeUser',
            label: t('users.close'),
            form: (close) => <CloseUserForm user={user} onClose={close} onReload={onReload} />,
          },
          // Where it is not allowed, it only says why: the button above is for where it is.
          ...(can('user.reset-password') && !may('resetPassword')
            ? [{ name: 'resetPassword', label: t('users.reset'), form: () => null }]
            : []),
          {
            name: 'reopenUser',
            label: t('users.reopen'),
            form: (close) => <CloseUserForm reopen user={user} onClose={close} onReload={onReload} />,
          },
        ]}
      />
      {password && <FirstPassword password={password} onClose={() => setPassword(null)} />}
    </>
  );
}

function Grants({ user }: { user: User }) {
  const { t, language } = useWords();
  const can = useCan();
  const revoking = useSubmit((grantId: string) => revokeGrant(user.id, grantId), { forget: ['user'] });
  const columns: Column<User['grants'][number]>[] = [
    { key: 'role', title: t('users.role'), render: (grant) => (language === 'en' ? grant.roleNameEn : grant.roleNameZh) },
    { key: 'over', title: t('users.grantOver'), render: (grant) => grant.organisationName },
    { key: 'from', title: t('fields.from'), width: 120, render: (grant) => grant.validFrom },
    { key: 'to', title: t('fields.to'), width: 120, render: (grant) => grant.validTo ?? t('organisations.untilNow') },
  ];
  return (
    <Section title={t('users.grants')} flush>
      <ProblemNotice problem={revoking.error ? asProblem(revoking.error) : null} />
      {user.grants.length === 0 ? (
        <EmptyState mark="权" title={t('users.noGrants')} hint={t('users.noGrantsHint')} />
      ) : (
        <DataTable
          caption={t('users.grants')}
          columns={columns}
          rows={user.grants}
          rowKey={(grant) => grant.id}
          actionsTitle={t('list.actions')}
          rowActions={
            can('grant.revoke')
              ? (grant) => (
                  <Popconfirm title={t('users.revokeAsk')} okText={t('users.revoke')} onConfirm={() => revoking.mutate(grant.id)}>
                    <Button size="small" type="link" danger>
                      {t('users.revoke')}
                    </Button>
                  </Popconfirm>
                )
              : undefined
          }
        />
      )}
    </Section>
  );
}
