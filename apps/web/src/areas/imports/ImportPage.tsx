import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useParams } from 'react-router';
import type { z } from 'zod';
import type { ImportRecord } from '#contract/imports';
import { download } from '../../api/client.js';
import { getImport, rejectedPath, reverseImport, runImport, tryImport } from '../../api/imports.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { showInstant } from '../../kit/formats.js';
import { JobProgress } from '../../kit/JobProgress.js';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import { importStatuses, isWorking } from './import-codes.js';
import { ImportRows } from './ImportRows.js';
import { SheetMappings } from './SheetMappings.js';
import { Statement } from './Statement.js';

type Import = z.infer<typeof ImportRecord>;

/** One ledger on its way in: what was recognised, a trial, the run, its statement, and the way back. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { t, label } = useWords();
  const query = useQuery({
    queryKey: keys.record('import', id),
    queryFn: ({ signal }) => getImport(id, signal),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.status) ? 1000 : false),
  });
  return (
    <RecordPage
      query={query}
      heading={(ledger) => ({
        from: { path: '/imports', text: t('menu.imports') },
        plainTitle: ledger.fileName,
        title: ledger.fileName,
        status: <StatusTag tone={importStatuses[ledger.status]?.tone ?? 'done'}>{label(importStatuses, ledger.status)}</StatusTag>,
        line: t('imports.line', { organisation: ledger.organisationName, by: ledger.createdByName, at: showInstant(ledger.createdAt) }),
      })}
      actions={(ledger) => <ImportActions ledger={ledger} />}
      band={(ledger) => (
        <>
          {isWorking(ledger.status) && (
            <JobProgress label={label(importStatuses, ledger.status)} done={ledger.rowsDone} total={ledger.rowsTotal} />
          )}
          {ledger.error && <Notice tone="warning">{ledger.error}</Notice>}
          {ledger.status === 'uploaded' && <Notice>{t('imports.checkMapping')}</Notice>}
          {ledger.status === 'checked' && <Notice>{t('imports.tried')}</Notice>}
        </>
      )}
      main={(ledger) => (
        <>
          {ledger.statement && <Statement statement={ledger.statement} />}
          {ledger.statement && !isWorking(ledger.status) && (
            <ImportRows id={ledger.id} status={ledger.status} sheets={ledger.sheets.map(({ sheet }) => sheet)} />
          )}
          <SheetMappings ledger={ledger} onReload={() => void query.refetch()} />
        </>
      )}
    />
  );
}

function ImportActions({ ledger }: { ledger: Import }) {
  const { t, language } = useWords();
  const body = { version: ledger.version };
  const trying = useSubmit((_: number, key) => tryImport(ledger.id, body, key), { forget: ['import'] });
  const running = useSubmit((_: number, key) => runImport(ledger.id, body, key), { forget: ['import'] });
  const reversing = useSubmit((_: number, key) => reverseImport(ledger.id, body, key), {
    forget: ['import', 'dispute', 'petition', 'person', 'hardship-file', 'disbursement'],
  });
  const told = new Map(ledger.actions.map((action) => [action.name, action]));
  const may = (name: string): boolean => told.get(name)?.allowed ?? false;
  const why = (name: string): string | undefined => told.get(name)?.[language];
  const failed = trying.error ?? running.error ?? reversing.error;
  const rejected = ledger.statement?.total.rejected ?? 0;
  return (
    <>
      {failed && <ProblemNotice problem={asProblem(failed)} />}
      {may('tryImport') && (
        <Button
          type={ledger.status === 'uploaded' ? 'primary' : 'default'}
          loading={trying.isPending}
          onClick={() => trying.mutate(ledger.version)}
        >
          {t('imports.try')}
        </Button>
      )}
      {may('runImport') && (
        <Button
          type={ledger.status === 'checked' ? 'primary' : 'default'}
          loading={running.isPending}
          onClick={() => running.mutate(ledger.version)}
        >
          {t('imports.run')}
        </Button>
      )}
      {rejected > 0 && !ledger.statement?.dryRun && (
        <Button onClick={() => void download(rejectedPath(ledger.id))}>{t('imports.downloadRejected')}</Button>
      )}
      {told.has('reverseImport') && ledger.status === 'done' && (
        <Popconfirm
          title={t('imports.reverseAsk')}
          description={t('imports.reverseHint')}
          okText={t('imports.reverse')}
          okButtonProps={{ danger: true }}
          disabled={!may('reverseImport')}
          onConfirm={() => reversing.mutate(ledger.version)}
        >
          <Button danger disabled={!may('reverseImport')} title={why('reverseImport')} loading={reversing.isPending}>
            {t('imports.reverse')}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}
