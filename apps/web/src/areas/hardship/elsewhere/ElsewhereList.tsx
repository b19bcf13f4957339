import { Link } from 'react-router';
import type { z } from 'zod';
import type { ElsewhereRow } from '#contract/elsewhere';
import { elsewherePurposes } from '#rules/hardship/elsewhere/elsewhere';
import { findElsewhereQuestions } from '../../../api/elsewhere.js';
import type { Column } from '../../../kit/DataTable.js';
import { showInstant, showText } from '../../../kit/formats.js';
import { ListPage } from '../../../kit/ListPage.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { NOTHING, useWords } from '../../../kit/words.js';

type Row = z.infer<typeof ElsewhereRow>;

/** Both sides see that it was asked: who asked about families of ours, and what we asked. */
export function ElsewhereList() {
  const { t, label } = useWords();
  const columns: Column<Row>[] = [
    { key: 'when', title: t('elsewhere.when'), width: 140, render: (row) => <span className="number">{showInstant(row.askedAt)}</span> },
    { key: 'organisation', title: t('elsewhere.organisation'), render: (row) => row.organisationName, hint: (row) => row.organisationName },
    { key: 'who', title: t('elsewhere.who'), width: 100, render: (row) => row.askedByName },
    { key: 'person', title: t('elsewhere.person'), width: 150, render: (row) => <Person row={row} /> },
    { key: 'purpose', title: t('elsewhere.purpose'), width: 84, render: (row) => label(elsewherePurposes, row.purpose) },
    {
      key: 'answer',
      title: t('elsewhere.answer'),
      width: 84,
      render: (row) => (
        <StatusTag tone={row.answer ? 'bad' : 'good'}>{t(row.answer ? 'elsewhere.answers.yes' : 'elsewhere.answers.no')}</StatusTag>
      ),
    },
    {
      key: 'other',
      title: t('elsewhere.other'),
      render: (row) => showText(row.otherOrganisationName),
      hint: (row) => row.otherOrganisationName,
    },
    {
      key: 'file',
      title: t('elsewhere.file'),
      width: 76,
      render: (row) => (row.fileId ? <Link to={`/hardship-files/${row.fileId}?tab=checks`}>{t('reviews.open')}</Link> : NOTHING),
    },
  ];
  return (
    <ListPage
      title={t('menu.elsewhere')}
      about={t('elsewhere.listAbout')}
      noun="elsewhere-question"
      find={findElsewhereQuestions}
      views={[
        { key: 'ours', label: t('elsewhere.views.ours') },
        { key: 'asked', label: t('elsewhere.views.asked') },
      ]}
      filters={[]}
      columns={columns}
      rowKey={(row) => row.id}
      empty={{ title: t('elsewhere.empty'), hint: t('elsewhere.emptyHint') }}
    />
  );
}

function Person({ row }: { row: Row }) {
  const { t } = useWords();
  if (!row.personId) return <span className="soft">{t('elsewhere.unknownPerson')}</span>;
  return <Link to={`/people/${row.personId}`}>{row.personName}</Link>;
}
