import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { ChangeUser, CloseUser, CreateUser, GiveGrant, type NewUser, type UserRecord } from '#contract/access';
import { changeUser, closeUser, createUser, giveGrant, listRoles, reopenUser } from '../../api/access.js';
import { keys } from '../../api/query-keys.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { DayInput } from '../../kit/DayInput.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { useReturnFocus } from '../../kit/use-return-focus.js';
import { useWords } from '../../kit/words.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';

type User = z.infer<typeof UserRecord>;
interface Props {
  user: User;
  onClose: () => void;
  onReload: () => void;
}

export function CreateUserForm({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useWords();
  const [made, setMade] = useState<z.infer<typeof NewUser> | null>(null);
  if (made) return <FirstPassword password={made.password} onClose={() => onMade(made.id)} />;
  return (
    <ActionForm
      title={t('users.create')}
      schema={CreateUser}
      submit={createUser}
      forget={['user']}
      onDone={setMade}
      onClose={onClose}
      staysOpen
    >
      <Field name="username" label={t('users.username')} span={5} extra={t('users.usernameHint')}>
        <Input maxLength={32} autoComplete="off" />
      </Field>
      <Field name="name" label={t('users.name')} span={7}>
        <Input maxLength={40} />
      </Field>
      <Field name="organisationId" label={t('fields.organisation')}>
        <OrganisationSelect label={t('fields.organisation')} />
      </Field>
    </ActionForm>
  );
}

/** Shown this once, to be handed over and changed at the first sign-in. */
export function FirstPassword({ password, onClose }: { password: string; onClose: () => void }) {
  const { t } = useWords();
  useReturnFocus();
  return (
    <Modal
      open
      title={t('users.firstPassword')}
      width={420}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('users.firstPasswordRead')}
        </Button>
      }
    >
      <p>{t('users.firstPasswordHint')}</p>
      <Typography.Paragraph copyable code style={{ fontSize: 17, margin: '12px 0' }}>
        {password}
      </Typography.Paragraph>
    </Modal>
  );
}

export function ChangeUserForm({ user, onClose, onReload }: Props) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('users.change')}
      schema={ChangeUser}
      initial={{ name: user.name, organisationId: user.organisationId }}
      constants={{ version: user.version }}
      submit={(body, key) => changeUser(user.id, body, key)}
      forget={['user']}
      onClose={onClose}
      onReload={onReload}
    >
      <Field name="name" label={t('users.name')} span={5}>
        <Input maxLength={40} />
      </Field>
      <Field name="organisationId" label={t('fields.organisation')} span={7}>
        <OrganisationSelect label={t('fields.organisation')} />
      </Field>
    </ActionForm>
  );
}

export function CloseUserForm({ user, onClose, onReload, reopen = false }: Props & { reopen?: boolean }) {
  const { t } = useWords();
  const title = reopen ? t('users.reopen') : t('users.close');
  return (
    <ActionForm
      title={title}
      schema={CloseUser}
      constants={{ version: user.version }}
      submit={(body, key) => (reopen ? reopenUser : closeUser)(user.id, body, key)}
      forget={['user']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={title}
      danger={!reopen}
    >
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </ActionForm>
  );
}

export function GiveGrantForm({ user, onClose }: Props) {
  const { t, language } = useWords();
  const roles = useQuery({ queryKey: keys.roles, queryFn: ({ signal }) => listRoles(signal), staleTime: 300_000 });
  return (
    <ActionForm
      title={t('users.grant')}
      schema={GiveGrant}
      initial={{ organisationId: user.organisationId, validFrom: todayInChina() }}
      submit={(body, key) => giveGrant(user.id, body, key)}
      forget={['user']}
      onClose={onClose}
    >
      <Field name="roleCode" label={t('users.role')} span={5}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(roles.data?.items ?? []).map(({ code, nameZh, nameEn }) => ({
            value: code,
            label: language === 'en' ? nameEn : nameZh,
          }))}
        />
      </Field>
      <Field name="organisationId" label={t('users.grantOver')} span={7}>
        <OrganisationSelect label={t('users.grantOver')} />
      </Field>
      <Field name="validFrom" label={t('fields.from')} span={6}>
        <DayInput />
      </Field>
      <Field name="validTo" label={t('fields.to')} span={6} extra={t('users.grantOpen')}>
        <DayInput />
      </Field>
    </ActionForm>
  );
}
