import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import type { z } from 'zod';
import type { AuditRow } from '#contract/audit';
import { auditExportPath, findAudit, verifyAudit } from '../../api/audit.js';
import { download } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showInstant, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { choices, NOTHING, useWords } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { openPathOf } from '../../routes/paths.js';
import { Link } from 'react-router';
import { auditTypes } from './audit-types.js';
import { detailsText } from './audit-details.js';

type Row = z.infer<typeof AuditRow>;

export function AuditPage() {
  const { t, label, language } = useWords();
  const can = useCan();
  const verifying = useMutation({ mutationFn: () => verifyAudit() });
  const columns: Column<Row>[] = [
    { key: 'at', title: t('audit.at'), width: 134, render: (row) => <span className="number">{showInstant(row.at)}</span> },
    { key: 'actor', title: t('audit.actor'), width: 120, render: (row) => <ActorCell row={row} /> },
    {
      key: 'type',
      title: t('audit.type'),
      width: 150,
      render: (row) => label(auditTypes, row.type),
      hint: (row) => label(auditTypes, row.type),
    },
    {
      key: 'subject',
      title: t('audit.subject'),
      width: 110,
      render: (row) => <SubjectCell row={row} />,
    },
    { key: 'details', title: t('audit.details'), render: (row) => detailsText(row, language), hint: (row) => detailsText(row, language) },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 150,
      render: (row) => showText(row.organisationName),
      hint: (row) => row.organisationName,
    },
    { key: 'address', spare: true, title: t('account.address'), width: 120, render: (row) => showText(row.address) },
    {
      key: 'seq',
      title: t('audit.seq'),
      width: 90,
      align: 'right',
      render: (row) => (row.seq === null ? t('audit.pending') : showCount(row.seq)),
    },
  ];
  return (
    <>
      <ListPage
        title={t('menu.audit')}
        about={t('audit.about')}
        noun="audit"
        find={findAudit}
        filters={[
          { kind: 'choice', key: 'type', label: t('audit.type'), options: choices(auditTypes, language), width: 200 },
          { kind: 'period' },
          {
            kind: 'own',
            key: 'actorId',
            render: (value, set) => value && <Only label={t('audit.onlyActor')} onLift={() => set(undefined)} />,
          },
          {
            kind: 'own',
            key: 'subjectId',
            render: (value, set) => value && <Only label={t('audit.onlySubject')} onLift={() => set(undefined)} />,
          },
        ]}
        columns={columns}
        rowKey={(row) => row.id}
        tools={
          <>
            {verifying.error && <ProblemNotice problem={asProblem(verifying.error)} />}
            {verifying.data && <Verdict verdict={verifying.data} />}
            <Button loading={verifying.isPending} onClick={() => verifying.mutate()}>
              {t('audit.verify')}
            </Button>
            {can('audit.export') && <Button onClick={() => void download(auditExportPath)}>{t('audit.export')}</Button>}
          </>
        }
        empty={{ title: t('audit.empty'), hint: t('audit.emptyHint') }}
      />
    </>
  );
}

/** Who did it; pressing shows everything else that they did. */
function ActorCell({ row }: { row: Row }) {
  const { t } = useWords();
  if (!row.actorId || !row.actorName) return showText(row.actorName);
  return (
    <Link to={`/audit?actorId=${row.actorId}`} title={t('audit.onlyActorHint')}>
      {row.actorName}
    </Link>
  );
}

/** What it was done to: its page for whoever may open it, and for everybody else all that happened to it. */
function SubjectCell({ row: { subjectNoun, subjectId } }: { row: Row }) {
  const { t, language } = useWords();
  const can = useCan();
  if (!subjectNoun) return NOTHING;
  const word = nounWord(subjectNoun, language);
  if (!subjectId) return word;
  const path = openPathOf(subjectNoun, subjectId, can);
  if (path) return <Link to={path}>{word}</Link>;
  return (
    <Link to={`/audit?subjectId=${subjectId}`} title={t('audit.onlySubjectHint')}>
      {word}
    </Link>
  );
}

/** A condition that has no field of its own in the query row. */
function Only({ label, onLift }: { label: string; onLift: () => void }) {
  return (
    <Tag closable onClose={onLift} style={{ lineHeight: '30px', margin: 0 }}>
      {label}
    </Tag>
  );
}

function Verdict({ verdict }: { verdict: Awaited<ReturnType<typeof verifyAudit>> }) {
  const { t, say } = useWords();
  if (verdict.whole) return <Notice>{t('audit.whole', { links: showCount(verdict.links), pending: verdict.pending })}</Notice>;
  return (
    <Notice tone="warning">
      {t('audit.broken', { seq: verdict.firstFault?.seq ?? 0 })} {verdict.firstFault && say(verdict.firstFault)}
    </Notice>
  );
}
