import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { z } from 'zod';
import type { ReportRecord } from '#contract/reports';
import { download } from '../../api/client.js';
import { keys } from '../../api/query-keys.js';
import { annexPath, documentPath, getReport, requestReport } from '../../api/reports.js';
import { showInstant } from '../../kit/formats.js';
import { JobProgress } from '../../kit/JobProgress.js';
import { Notice } from '../../kit/Notice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import { FigureDrawer } from './FigureDrawer.js';
import { isMaking, periodText, reportKinds, reportStatuses } from './report-codes.js';
import { ReportPaper } from './ReportPaper.js';

type Report = z.infer<typeof ReportRecord>;

export function ReportPage() {
  const { id = '' } = useParams();
  const { t, label, language } = useWords();
  const [figure, setFigure] = useState<string | null>(null);
  const query = useQuery({
    queryKey: keys.record('report', id),
    queryFn: ({ signal }) => getReport(id, signal),
    refetchInterval: ({ state }) => (state.data && isMaking(state.data.status) ? 1000 : false),
  });
  const title = (report: Report): string =>
    report.body
      ? language === 'en'
        ? report.body.titleEn
        : report.body.titleZh
      : `${report.organisationName} ${periodText(report.kind, report.periodFrom)} ${label(reportKinds, report.kind)}`;
  return (
    <>
      <RecordPage
        query={query}
        heading={(report) => ({
          from: { path: '/reports', text: t('menu.reports') },
          plainTitle: title(report),
          title: title(report),
          screenOnly: report.body !== null,
          status: <StatusTag tone={reportStatuses[report.status].tone}>{label(reportStatuses, report.status)}</StatusTag>,
          line: t('reports.line', { from: report.periodFrom, to: report.periodTo, asOf: showInstant(report.asOf) }),
        })}
        actions={(report) => <ReportActions report={report} />}
        band={(report) => (
          <>
            {isMaking(report.status) && <JobProgress label={label(reportStatuses, report.status)} done={report.progress} total={100} />}
            {report.error && <Notice tone="warning">{report.error}</Notice>}
            {report.body && <p className="soft unprinted">{t('reports.figuresHint')}</p>}
          </>
        )}
        main={(report) => report.body && <ReportPaper body={report.body} onFigure={setFigure} />}
      />
      {figure && <FigureDrawer reportId={id} figure={figure} onClose={() => setFigure(null)} />}
    </>
  );
}

function ReportActions({ report }: { report: Report }) {
  const { t } = useWords();
  const again = useSubmit(
    (_: string, key) =>
      requestReport({ kind: report.kind, organisationId: report.organisationId, period: periodText(report.kind, report.periodFrom) }, key),
    { forget: ['report'] },
  );
  const may = report.actions.some(({ name, allowed }) => name === 'requestReport' && allowed);
  return (
    <>
      {may && !isMaking(report.status) && (
        <Button loading={again.isPending} onClick={() => again.mutate(report.id)}>
          {t('reports.again')}
        </Button>
      )}
      {report.body && (
        <>
          <Button onClick={() => window.print()}>{t('reports.print')}</Button>
          <Button onClick={() => void download(annexPath(report.id))}>{t('reports.annex')}</Button>
          <Button type="primary" onClick={() => void download(documentPath(report.id))}>
            {t('reports.document')}
          </Button>
        </>
      )}
    </>
  );
}
