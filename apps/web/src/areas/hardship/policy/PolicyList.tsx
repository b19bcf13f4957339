import type { z } from 'zod';
import type { PolicyRow } from '#contract/policy';
import { policyStatuses } from '#rules/hardship/policy/policy-lifecycle';
import { findPolicies } from '../../../api/policy.js';
import type { Column } from '../../../kit/DataTable.js';
import { showInstant, showText } from '../../../kit/formats.js';
import { ListPage } from '../../../kit/ListPage.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { choices, useWords } from '../../../kit/words.js';
import { policyKinds, policyTones } from './policy-codes.js';

type Row = z.infer<typeof PolicyRow>;

/** Drafts of rules and standards, and what has become of them. */
export function PolicyList() {
  const { t, say, language } = useWords();
  const columns: Column<Row>[] = [
    { key: 'name', title: t('policy.name'), render: (row) => row.name, hint: (row) => row.name },
    { key: 'kind', title: t('fields.kind'), width: 96, render: (row) => say(policyKinds[row.kind]) },
    {
      key: 'status',
      title: t('fields.status'),
      width: 100,
      render: (row) => <StatusTag tone={policyTones[row.status]}>{say(policyStatuses[row.status])}</StatusTag>,
    },
    { key: 'from', title: t('policy.validFrom'), width: 108, render: (row) => <span className="number">{row.validFrom}</span> },
    { key: 'maker', title: t('policy.maker'), width: 112, render: (row) => row.madeByName },
    {
      key: 'made',
      title: t('policy.madeAt'),
      width: 136,
      spare: true,
      render: (row) => <span className="number">{showInstant(row.madeAt)}</span>,
    },
    { key: 'agreed', title: t('policy.agreer'), width: 112, render: (row) => showText(row.agreedByName) },
    {
      key: 'published',
      title: t('policy.publishedAt'),
      width: 136,
      render: (row) => <span className="number">{showInstant(row.publishedAt)}</span>,
    },
  ];
  return (
    <ListPage
      title={t('policy.drafts')}
      about={t('policy.draftsAbout')}
      noun="policy"
      find={findPolicies}
      filters={[{ kind: 'choice', key: 'status', label: t('fields.status'), options: choices(policyStatuses, language), width: 120 }]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/policies/${row.id}`}
      empty={{ title: t('policy.noDrafts'), hint: t('policy.noDraftsHint') }}
    />
  );
}
