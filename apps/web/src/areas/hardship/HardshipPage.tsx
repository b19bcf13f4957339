import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { z } from 'zod';
import type { HardshipRecord } from '#contract/hardship';
import { programmes } from '#rules/aid/codes';
import { employmentStates, hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { getHardshipFile } from '../../api/hardship.js';
import { keys } from '../../api/query-keys.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { Facts } from '../../kit/Facts.js';
import { showCount, showText } from '../../kit/formats.js';
import { Money } from '../../kit/Money.js';
import { Notice } from '../../kit/Notice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { Timeline } from '../../kit/Timeline.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { timelineEntries } from '../desk/activity-words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import { HouseholdTable } from '../people/HouseholdTable.js';

type File = z.infer<typeof HardshipRecord>;

export function HardshipPage() {
  const { id = '' } = useParams();
  const words = useWords();
  const { t, label } = words;
  const query = useQuery({ queryKey: keys.record('hardship-file', id), queryFn: ({ signal }) => getHardshipFile(id, signal) });
  return (
    <RecordPage
      query={query}
      heading={(file) => ({
        from: { path: '/hardship-files', text: t('menu.hardship') },
        plainTitle: file.number ?? file.holderName,
        number: file.number,
        title: `${file.holderName} · ${label(hardshipClasses, file.hardshipClass)}`,
        status: <CaseStatus noun="hardship-file" status={file.status} />,
        line: <Link to={`/organisations/${file.organisationId}`}>{file.organisationName}</Link>,
      })}
      band={(file) => file.imported && <Notice>{t('record.imported')}</Notice>}
      main={(file) => (
        <>
          <HardshipFacts file={file} />
          <Section title={t('people.household')} flush>
            <HouseholdTable members={file.members} own="" />
          </Section>
          <Section title={t('hardship.aid')} flush>
            <AidTable aid={file.aid} />
          </Section>
        </>
      )}
      side={(file) => (
        <Section title={t('record.timeline')}>
          <Timeline entries={timelineEntries(file.timeline, words, file.id)} />
        </Section>
      )}
    />
  );
}

function HardshipFacts({ file }: { file: File }) {
  const { t, label } = useWords();
  return (
    <Section title={t('hardship.facts')}>
      <Facts
        facts={[
          { label: t('hardship.holder'), value: <Link to={`/people/${file.holderId}`}>{file.holderName}</Link> },
          { label: t('hardship.class'), value: label(hardshipClasses, file.hardshipClass) },
          { label: t('hardship.cause'), value: label(hardshipCauses, file.mainCause) },
          { label: t('hardship.otherCauses'), value: file.otherCauses.map((cause) => label(hardshipCauses, cause)).join('、') || NOTHING },
          { label: t('hardship.size'), value: showCount(file.householdSize) },
          { label: t('hardship.employment'), value: label(employmentStates, file.employment) },
          { label: t('fields.employer'), value: showText(file.employerName), wide: true },
          { label: t('hardship.certificate'), value: showText(file.certificateNo) },
          { label: t('hardship.filedOn'), value: file.filedOn },
          { label: t('hardship.filedBy'), value: showText(file.filedBy) },
          file.remark !== null && { label: t('fields.remark'), value: file.remark, wide: true },
        ]}
      />
    </Section>
  );
}

function AidTable({ aid }: { aid: File['aid'] }) {
  const { t, label } = useWords();
  if (aid.length === 0) return <EmptyState mark="助" title={t('hardship.noAid')} hint={t('hardship.noAidHint')} />;
  const columns: Column<File['aid'][number]>[] = [
    { key: 'on', title: t('aid.paidOn'), width: 110, render: (row) => <span className="number">{row.paidOn}</span> },
    { key: 'programme', title: t('aid.programme'), render: (row) => label(programmes, row.programme) },
    { key: 'campaign', title: t('aid.campaign'), render: (row) => showText(row.campaign) },
    { key: 'amount', title: t('aid.amount'), width: 140, align: 'right', render: (row) => <Money fen={row.amountFen} /> },
  ];
  return <DataTable caption={t('hardship.aid')} columns={columns} rows={aid} rowKey={(row) => row.id} />;
}
