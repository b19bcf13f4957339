import { useQuery } from '@tanstack/react-query';
import type { Me } from '#contract/access';
import { mySessions, revokeSession } from '../../api/access.js';
import { keys } from '../../api/query-keys.js';
import { useMe } from '../../api/use-me.js';
import { Facts } from '../../kit/Facts.js';
import { Notice } from '../../kit/Notice.js';
import { PageHead } from '../../kit/PageHead.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import styles from './access.module.css';
import { PasswordForm } from './PasswordForm.js';
import { SecondFactor } from './SecondFactor.js';
import { SessionTable } from './SessionTable.js';
import { Tokens } from './Tokens.js';

export function MyAccountPage() {
  const { t } = useWords();
  const me = useMe();
  if (!me.data) return null;
  return (
    <>
      <PageHead title={t('shell.myAccount')} />
      {me.data.mustChangePassword && (
        <div style={{ marginBottom: 12 }}>
          <Notice tone="warning">{t('account.mustChange')}</Notice>
        </div>
      )}
      <div className={styles['account']}>
        <div>
          <Who me={me.data} />
          {!me.data.mustChangePassword && (
            <>
              <MySessions />
              <Tokens permissions={me.data.permissions} />
            </>
          )}
        </div>
        <div>
          <PasswordForm />
          {!me.data.mustChangePassword && <SecondFactor enabled={me.data.totpEnabled} />}
        </div>
      </div>
    </>
  );
}

function Who({ me }: { me: Me }) {
  const { t, language } = useWords();
  return (
    <Section title={t('account.who')}>
      <Facts
        facts={[
          { label: t('users.name'), value: me.name },
          { label: t('users.username'), value: me.username },
          { label: t('fields.organisation'), value: me.organisationName },
          {
            label: t('users.roles'),
            value:
              me.roles.map((role) => `${language === 'en' ? role.nameEn : role.nameZh} · ${role.organisationName}`).join('\n') ||
              t('shell.noRole'),
            wide: true,
          },
        ]}
      />
    </Section>
  );
}

function MySessions() {
  const { t } = useWords();
  const query = useQuery({ queryKey: keys.mySessions, queryFn: ({ signal }) => mySessions(signal) });
  const revoking = useSubmit((id: string, key) => revokeSession(id, key), { forget: ['me'] });
  return (
    <Section title={t('account.sessions')} flush>
      <QueryState query={query} lines={3}>
        {({ items }) => <SessionTable sessions={items} onRevoke={(id) => revoking.mutate(id)} />}
      </QueryState>
    </Section>
  );
}
