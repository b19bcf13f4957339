import type { z } from 'zod';
import type { CandidateRow } from '#contract/candidates';
import { closings } from '#rules/hardship/finder/candidate-codes';
import { finderRuleCodes, finderRules, priorities } from '#rules/hardship/finder/finder-rules';
import { findCandidates } from '../../../api/candidates.js';
import { useCan } from '../../../api/use-me.js';
import type { Column } from '../../../kit/DataTable.js';
import { showCount, showText } from '../../../kit/formats.js';
import { ListPage } from '../../../kit/ListPage.js';
import { choices, useWords } from '../../../kit/words.js';
import { OrganisationSelect } from '../../organisations/OrganisationSelect.js';
import { reasonsInShort } from './candidate-text.js';
import { CandidateStatusTag } from './CandidateStatusTag.js';

type Row = z.infer<typeof CandidateRow>;

export function CandidateList() {
  const words = useWords();
  const { t, label, language } = words;
  const can = useCan();
  const columns: Column<Row>[] = [
    { key: 'person', title: t('candidates.person'), width: 84, render: (row) => showText(row.personName) },
    {
      key: 'reasons',
      title: t('candidates.reasons'),
      render: (row) => reasonsInShort(row.reasons, words),
      hint: (row) => row.reasons.map((reason) => reason[language]).join('\n'),
    },
    { key: 'priority', title: t('candidates.priority'), width: 62, render: (row) => label(priorities, String(row.priority)) },
    { key: 'status', title: t('fields.status'), width: 112, render: (row) => <CandidateStatusTag {...row} /> },
    { key: 'due', title: t('candidates.dueOn'), width: 96, render: (row) => <span className="number">{row.closedOn ?? row.dueOn}</span> },
    { key: 'owner', title: t('candidates.owner'), width: 84, render: (row) => showText(row.ownerName), hint: (row) => row.ownerName },
    { key: 'attempts', spare: true, title: t('candidates.attempts'), width: 62, align: 'right', render: (row) => showCount(row.attempts) },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 104,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
    { key: 'found', title: t('candidates.foundOn'), width: 96, render: (row) => <span className="number">{row.foundOn}</span> },
  ];
  // What one may not read the source of is no question that can be asked.
  const rules = finderRuleCodes
    .filter((rule) => can(finderRules[rule].reading))
    .map((rule) => ({ value: rule, label: label(finderRules, rule) }));
  return (
    <ListPage
      title={t('menu.candidates')}
      about={t('candidates.about')}
      noun="candidate"
      find={findCandidates}
      views={[
        { key: 'open', label: t('candidates.views.open'), counted: true },
        { key: 'mine', label: t('candidates.views.mine'), counted: true },
        { key: 'overdue', label: t('candidates.views.overdue'), counted: true, alarming: true },
        { key: 'closed', label: t('candidates.views.closed') },
        { key: 'all', label: t('views.all') },
      ]}
      filters={[
        { kind: 'text', key: 'q', label: t('candidates.searchHint'), width: 180 },
        { kind: 'choice', key: 'rule', label: t('candidates.reason'), options: rules, width: 168 },
        { kind: 'choice', key: 'priority', label: t('candidates.priority'), options: choices(priorities, language), width: 92 },
        { kind: 'choice', key: 'closing', label: t('candidates.closing'), options: choices(closings, language), width: 124 },
        {
          kind: 'own',
          key: 'organisationId',
          render: (value, set) => <OrganisationSelect label={t('fields.organisation')} value={value ?? null} onChange={set} width={132} />,
        },
        { kind: 'period' },
      ]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/candidates/${row.id}`}
      rowTone={(row) => (row.overdue ? 'alarm' : row.status === 'closed' ? 'quiet' : undefined)}
      empty={{ title: t('candidates.empty'), hint: t('candidates.emptyHint') }}
    />
  );
}
