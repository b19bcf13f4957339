import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { CreateToken, type TokenView } from '#contract/access';
import { permissions as permissionWords } from '#rules/access/permissions';
import { createToken, myTokens, revokeToken } from '../../api/access.js';
import { keys } from '../../api/query-keys.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { Field } from '../../kit/Field.js';
import { showInstant } from '../../kit/formats.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';

type Token = z.infer<typeof TokenView>;

/** Personal tokens: how a program of one's own may ask, with no more rights than one has oneself. */
export function Tokens({ permissions }: { permissions: readonly string[] }) {
  const { t, label, language } = useWords();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const query = useQuery({ queryKey: keys.myTokens, queryFn: ({ signal }) => myTokens(signal) });
  const revoking = useSubmit((id: string, key) => revokeToken(id, key), { forget: ['me'] });
  const scopesOf = (token: Token): string =>
    token.scopes.map((scope) => label(permissionWords, scope)).join(language === 'en' ? ', ' : '、');
  const columns: Column<Token>[] = [
    { key: 'label', title: t('account.tokenLabel'), width: 150, render: (token) => token.label },
    { key: 'scopes', title: t('account.tokenScopes'), render: scopesOf, hint: scopesOf },
    { key: 'expires', title: t('account.tokenExpires'), width: 140, render: (token) => showInstant(token.expiresAt) },
    { key: 'used', title: t('account.tokenUsed'), width: 140, render: (token) => showInstant(token.lastUsedAt) },
  ];
  return (
    <Section
      title={t('account.tokens')}
      flush
      tools={
        <Button size="small" onClick={() => setCreating(true)}>
          {t('account.tokenCreate')}
        </Button>
      }
    >
      <QueryState query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState mark="钥" title={t('account.noTokens')} hint={t('account.noTokensHint')} />
          ) : (
            <DataTable
              caption={t('account.tokens')}
              columns={columns}
              rows={items}
              rowKey={(token) => token.id}
              actionsTitle={t('list.actions')}
              rowActions={(token) => (
                <Button size="small" type="link" danger onClick={() => revoking.mutate(token.id)}>
                  {t('account.tokenRevoke')}
                </Button>
              )}
            />
          )
        }
      </QueryState>
      {creating && (
        <ActionForm
          title={t('account.tokenCreate')}
          schema={CreateToken}
          initial={{ days: 90 }}
          submit={createToken}
          forget={['me']}
          onDone={({ token }) => setMade(token)}
          onClose={() => setCreating(false)}
        >
          <Field name="label" label={t('account.tokenLabel')} span={8}>
            <Input maxLength={60} placeholder={t('account.tokenLabelHint')} />
          </Field>
          <Field name="days" label={t('account.tokenDays')} span={4}>
            <InputNumber min={1} max={365} precision={0} style={{ width: '100%' }} />
          </Field>
          <Field name="scopes" label={t('account.tokenScopes')}>
            <Select
              mode="multiple"
              options={permissions.map((value) => ({ value, label: label(permissionWords, value) }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
        </ActionForm>
      )}
      {made && (
        <Modal
          open
          title={t('account.tokenMade')}
          width={560}
          onCancel={() => setMade(null)}
          footer={
            <Button type="primary" onClick={() => setMade(null)}>
              {t('users.firstPasswordRead')}
            </Button>
          }
        >
          <p>{t('account.tokenMadeHint')}</p>
          <Typography.Paragraph copyable code style={{ margin: '12px 0', overflowWrap: 'anywhere' }}>
            {made}
          </Typography.Paragraph>
        </Modal>
      )}
    </Section>
  );
}
