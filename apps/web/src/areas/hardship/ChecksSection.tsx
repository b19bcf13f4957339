import { useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { HardshipRecord } from '#contract/hardship';
import { visitPurposes } from '#rules/hardship/visits/visit-codes';
import { readVerification } from '../../api/hardship-moves.js';
import { partOf } from '../../api/hardship.js';
import { asProblem } from '../../api/problem.js';
import { useCan } from '../../api/use-me.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { showDay, showText, todayInChina } from '../../kit/formats.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { NOTHING, useWords } from '../../kit/words.js';
import type { FilePartProps } from './file-parts.js';
import { Unverified } from './eligibility/Verdict.js';

type Visit = HardshipRecord['visits'][number];
type Verification = HardshipRecord['verifications'][number];

/** 入户调查: the forms that were filled in at the family's home. */
export function VisitSection({ file }: FilePartProps) {
  const { t, label, language } = useWords();
  const can = useCan();
  const columns: Column<Visit>[] = [
    { key: 'on', title: t('checks.visitedOn'), width: 110, render: (visit) => <span className="number">{showDay(visit.visitedOn)}</span> },
    { key: 'purpose', title: t('checks.purpose'), width: 110, render: (visit) => label(visitPurposes, visit.purpose) },
    {
      key: 'visitors',
      title: t('checks.visitors'),
      render: (visit) => visit.visitors.map(nameOf).join(language === 'zh' ? '、' : ', ') || NOTHING,
    },
    {
      key: 'complete',
      title: t('fields.status'),
      width: 90,
      render: (visit) => (
        <StatusTag tone={visit.complete ? 'good' : 'waiting'}>{t(visit.complete ? 'checks.complete' : 'checks.incomplete')}</StatusTag>
      ),
    },
    { key: 'by', title: t('checks.madeBy'), width: 96, render: (visit) => visit.madeByName },
  ];
  return (
    <Section
      title={t('checks.visits')}
      flush
      tools={can('hardship.record') && <Link to={`/hardship-files/${file.id}/visit`}>{t('checks.openVisit')}</Link>}
    >
      {file.visits.length === 0 ? (
        <EmptyState mark="访" title={t('checks.noVisits')} hint={t('checks.noVisitsHint')} />
      ) : (
        <DataTable caption={t('checks.visits')} columns={columns} rows={file.visits} rowKey={(visit) => visit.id} />
      )}
    </Section>
  );
}

const nameOf = (visitor: string | { name: string }): string => (typeof visitor === 'string' ? visitor : visitor.name);

/** 家庭经济状况核对: sent, reported, and how long the report holds. */
export function VerificationSection({ file }: FilePartProps) {
  const { t } = useWords();
  const columns: Column<Verification>[] = [
    { key: 'sent', title: t('checks.sentOn'), width: 104, render: (one) => <span className="number">{showDay(one.sentOn)}</span> },
    {
      key: 'reported',
      title: t('checks.reportedOn'),
      width: 104,
      render: (one) => <span className="number">{showDay(one.reportedOn)}</span>,
    },
    {
      key: 'valid',
      title: t('checks.validUntil'),
      width: 190,
      render: (one) =>
        one.validUntil ? (
          <>
            <span className="number">{one.validUntil}</span>{' '}
            {one.validUntil < todayInChina() && <StatusTag tone="bad">{t('checks.expired')}</StatusTag>} {one.unverified && <Unverified />}
          </>
        ) : (
          NOTHING
        ),
    },
    { key: 'by', title: t('checks.recordedBy'), width: 90, render: (one) => showText(one.recordedByName) },
    {
      key: 'findings',
      title: t('checks.findings'),
      wrap: true,
      render: (one) => (one.reportedOn ? <Findings file={file} one={one} /> : NOTHING),
    },
  ];
  return (
    <Section title={t('checks.verifications')} flush>
      {file.verifications.length === 0 ? (
        <EmptyState mark="核" title={t('checks.noVerifications')} hint={t('checks.noVerificationsHint')} />
      ) : (
        <DataTable caption={t('checks.verifications')} columns={columns} rows={file.verifications} rowKey={(one) => one.id} />
      )}
    </Section>
  );
}

/** Sealed: fetched when somebody asks, and that they did is on record. */
function Findings({ file, one }: { file: HardshipRecord; one: Verification }) {
  const { t } = useWords();
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  if (text !== null) return <span>{text}</span>;
  return (
    <>
      <Button
        size="small"
        onClick={() =>
          void readVerification(partOf(file.id, 'verifications', one.id))
            .then(({ findings }) => setText(findings))
            .catch(setProblem)
        }
      >
        {t('checks.read')}
      </Button>
      {problem !== null && <ProblemNotice problem={asProblem(problem)} />}
    </>
  );
}
