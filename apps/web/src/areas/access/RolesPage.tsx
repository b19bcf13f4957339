import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useState } from 'react';
import { listRoles } from '../../api/access.js';
import { keys } from '../../api/query-keys.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { PageHead } from '../../kit/PageHead.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { officers, reaches } from './access-codes.js';
import styles from './access.module.css';

/** What each role may do and how far: data, read from the server, the same that the guard judges by. */
export function RolesPage() {
  const { t, language, label, say } = useWords();
  const query = useQuery({ queryKey: keys.roles, queryFn: ({ signal }) => listRoles(signal), staleTime: 300_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  const columns: Column<{ permission: string; zh: string; en: string; reach: string }>[] = [
    { key: 'may', title: t('users.may'), render: (row) => say(row) },
    { key: 'reach', title: t('users.reach'), width: 180, render: (row) => label(reaches, row.reach) },
  ];
  return (
    <>
      <PageHead title={t('menu.roles')} about={t('users.rolesAbout')} />
      <QueryState query={query}>
        {({ items }) => {
          const role = items.find(({ code }) => code === chosen) ?? items[0];
          return (
            <div className={styles['roles']}>
              <ul>
                {items.map((entry) => (
                  <li key={entry.code}>
                    <button type="button" aria-pressed={entry === role} onClick={() => setChosen(entry.code)}>
                      {language === 'en' ? entry.nameEn : entry.nameZh}
                      <small>{entry.permissions.length}</small>
                    </button>
                  </li>
                ))}
              </ul>
              {role && (
                <Section
                  title={language === 'en' ? role.nameEn : role.nameZh}
                  tools={role.officer && <Tag>{label(officers, role.officer)}</Tag>}
                  flush
                >
                  <p className={styles['sentence']}>{language === 'zh' && role.sentenceZh}</p>
                  <DataTable caption={t('users.permissions')} columns={columns} rows={role.permissions} rowKey={(row) => row.permission} />
                </Section>
              )}
            </div>
          );
        }}
      </QueryState>
    </>
  );
}
