import { Button } from 'antd';
import type { z } from 'zod';
import type { SessionView } from '#contract/access';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showInstant, showText } from '../../kit/formats.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useWords } from '../../kit/words.js';

type Row = z.infer<typeof SessionView>;

interface Props {
  sessions: readonly Row[];
  onRevoke: ((id: string) => void) | undefined;
}

/** Where somebody is signed in. */
export function SessionTable({ sessions, onRevoke }: Props) {
  const { t } = useWords();
  if (sessions.length === 0) return <EmptyState mark="无" title={t('account.noSessions')} />;
  const columns: Column<Row>[] = [
    { key: 'since', title: t('account.since'), width: 128, render: (row) => <span className="number">{showInstant(row.createdAt)}</span> },
    {
      key: 'seen',
      title: t('account.lastSeen'),
      width: 128,
      render: (row) => <span className="number">{showInstant(row.lastSeenAt)}</span>,
    },
    { key: 'address', title: t('account.address'), width: 128, render: (row) => showText(row.address) },
    { key: 'agent', title: t('account.agent'), render: (row) => browserOf(row.agent), hint: (row) => row.agent },
    {
      key: 'current',
      title: t('fields.status'),
      width: 92,
      render: (row) => row.current && <StatusTag tone="good">{t('account.current')}</StatusTag>,
    },
  ];
  return (
    <DataTable
      caption={t('account.sessions')}
      columns={columns}
      rows={sessions}
      rowKey={(row) => row.id}
      actionsTitle={t('list.actions')}
      rowActions={
        onRevoke &&
        ((row) =>
          !row.current && (
            <Button size="small" type="link" danger onClick={() => onRevoke(row.id)}>
              {t('account.revoke')}
            </Button>
          ))
      }
    />
  );
}

/** By a sign in the browser's name for itself; the first that fits. */
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['Windows', 'Windows'],
  ['Macintosh', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** The browser's own long name, cut down to what somebody recognises. */
function browserOf(agent: string | null): string {
  const [, browser, version] = /(Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(agent ?? '') ?? [];
  const name = browser && `${browser === 'Edg' ? 'Edge' : browser} ${version}`;
  const system = systems.find(([sign]) => agent?.includes(sign))?.[1];
  return showText([name, system].filter(Boolean).join(' · ') || agent);
}
