import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { JobRow } from '#contract/system';
import { asProblem } from '../../api/problem.js';
import { cancelJob, findJobs, retryJob } from '../../api/system.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { showCount, showInstant, showText } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { StatusTag, type Tone } from '../../kit/StatusTag.js';
import { useSubmit } from '../../kit/use-submit.js';
import { choices, useWords, type Label } from '../../kit/words.js';

type Row = z.infer<typeof JobRow>;

/** Jobs by the names of their definitions. */
const jobWords: Readonly<Record<string, Label>> = {
  'access.refresh-reach': { zh: '更新授权范围', en: 'Refresh what grants reach' },
  'deadlines.reckon-clocks': { zh: '重新推算时限', en: 'Reckon clocks again' },
  'imports.try': { zh: '试算台账', en: 'Try a ledger' },
  'imports.run': { zh: '导入台账', en: 'Import a ledger' },
  'imports.reverse': { zh: '撤销导入', en: 'Reverse an import' },
  'hardship.plan-reviews': { zh: '安排复核', en: 'Plan reviews' },
  'hardship.check-reviews': { zh: '核查复核有人负责', en: 'Check that reviews are on a list' },
  'hardship.list-for-reassessment': { zh: '标准调整后列出待复核档案', en: 'List files for re-assessment' },
  'reports.make': { zh: '生成报告', en: 'Make a report' },
  'hardship.try-policy': { zh: '测算规则草案', en: 'Try a drafted rule' },
  'reports.make-all': { zh: '生成各单位月报', en: 'Make all monthly reports' },
};

const jobStatuses: Readonly<Record<string, Label & { tone: Tone }>> = {
  waiting: { zh: '等待', en: 'Waiting', tone: 'new' },
  running: { zh: '进行中', en: 'Running', tone: 'waiting' },
  done: { zh: '完成', en: 'Done', tone: 'good' },
  failed: { zh: '失败', en: 'Failed', tone: 'bad' },
  cancelled: { zh: '已取消', en: 'Cancelled', tone: 'done' },
};

/** Work that was asked for, with its error in words and a way to try again. */
export function JobList({ above }: { above: ReactNode }) {
  const { t, label, language } = useWords();
  const can = useCan();
  const retrying = useSubmit((id: string, key) => retryJob(id, key), { forget: ['job', 'system'] });
  const cancelling = useSubmit((id: string, key) => cancelJob(id, key), { forget: ['job', 'system'] });
  const failed = retrying.error ?? cancelling.error;
  const columns: Column<Row>[] = [
    {
      key: 'job',
      title: t('system.job'),
      width: 200,
      render: (row) => (row.job in jobWords ? label(jobWords, row.job) : row.job),
      hint: (row) => row.key,
    },
    {
      key: 'status',
      title: t('fields.status'),
      width: 92,
      render: (row) => <StatusTag tone={jobStatuses[row.status]?.tone ?? 'done'}>{label(jobStatuses, row.status)}</StatusTag>,
    },
    { key: 'progress', spare: true, title: t('system.progress'), width: 76, align: 'right', render: (row) => `${row.progress}%` },
    { key: 'attempts', spare: true, title: t('system.attempts'), width: 76, align: 'right', render: (row) => showCount(row.attempts) },
    { key: 'error', title: t('system.error'), render: (row) => showText(row.error), hint: (row) => row.error },
    {
      key: 'created',
      title: t('system.createdAt'),
      width: 136,
      render: (row) => <span className="number">{showInstant(row.createdAt)}</span>,
    },
    {
      key: 'finished',
      title: t('system.finishedAt'),
      width: 136,
      render: (row) => <span className="number">{showInstant(row.finishedAt)}</span>,
    },
  ];
  const mayRetry = can('job.retry');
  return (
    <>
      <ListPage
        title={t('menu.system')}
        noun="job"
        find={findJobs}
        above={
          <>
            {above}
            <ProblemNotice problem={failed ? asProblem(failed) : null} />
          </>
        }
        filters={[{ kind: 'choice', key: 'status', label: t('fields.status'), options: choices(jobStatuses, language), width: 130 }]}
        columns={columns}
        rowKey={(row) => row.id}
        {...(mayRetry && {
          rowActions: (row: Row) =>
            row.status === 'failed' ? (
              <Button size="small" type="link" onClick={() => retrying.mutate(row.id)}>
                {t('system.retry')}
              </Button>
            ) : (
              (row.status === 'waiting' || row.status === 'running') && (
                <Popconfirm title={t('system.cancelAsk')} okText={t('system.cancel')} onConfirm={() => cancelling.mutate(row.id)}>
                  <Button size="small" type="link" danger>
                    {t('system.cancel')}
                  </Button>
                </Popconfirm>
              )
            ),
        })}
        rowTone={(row) => (row.status === 'failed' ? 'alarm' : undefined)}
        empty={{ title: t('system.noJobs'), hint: t('system.noJobsHint') }}
      />
    </>
  );
}
