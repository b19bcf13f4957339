import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
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
import { pathOf } from '../../routes/paths.js';
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
    { key: 'actor', title: t('audit.actor'), width: 120, render: (row) => showText(row.actorName) },
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
      render: (row) => {
        if (!row.subjectNoun) return NOTHING;
        const path = row.subjectId ? pathOf(row.subjectNoun, row.subjectId) : undefined;
        const word = nounWord(row.subjectNoun, language);
        return path ? <Link to={path}>{word}</Link> : word;
      },
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

function Verdict({ verdict }: { verdict: Awaited<ReturnType<typeof verifyAudit>> }) {
  const { t, say } = useWords();
  if (verdict.whole) return <Notice>{t('audit.whole', { links: showCount(verdict.links), pending: verdict.pending })}</Notice>;
  return (
    <Notice tone="warning">
      {t('audit.broken', { seq: verdict.firstFault?.seq ?? 0 })} {verdict.firstFault && say(verdict.firstFault)}
    </Notice>
  );
}
