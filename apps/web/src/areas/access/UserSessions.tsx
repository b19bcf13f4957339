import { useQuery } from '@tanstack/react-query';
import { revokeUserSession, userSessions } from '../../api/access.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import { SessionTable } from './SessionTable.js';

export function UserSessions({ id }: { id: string }) {
  const { t } = useWords();
  const can = useCan();
  const query = useQuery({ queryKey: keys.part('user', id, 'sessions'), queryFn: ({ signal }) => userSessions(id, signal) });
  const revoking = useSubmit((sessionId: string) => revokeUserSession(id, sessionId), { forget: ['user'] });
  return (
    <Section title={t('account.sessions')} flush>
      <QueryState query={query} lines={3}>
        {({ items }) => (
          <SessionTable sessions={items} onRevoke={can('session.revoke') ? (session) => revoking.mutate(session) : undefined} />
        )}
      </QueryState>
    </Section>
  );
}
