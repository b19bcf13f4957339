import { useNavigate } from 'react-router';
import { Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ImportRow } from '#contract/imports';
import { download } from '../../api/client.js';
import { findImports, listTemplates, templatePath, uploadImport } from '../../api/imports.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import type { Column } from '../../kit/DataTable.js';
import { FileDrop } from '../../kit/FileDrop.js';
import { showCount, showInstant } from '../../kit/formats.js';
import { ListPage } from '../../kit/ListPage.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { StatusTag } from '../../kit/StatusTag.js';
import { useSubmit } from '../../kit/use-submit.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { importStatuses, ledgerKindWords } from './import-codes.js';
import styles from './imports.module.css';

type Row = z.infer<typeof ImportRow>;

export function ImportsPage() {
  const { t, label } = useWords();
  const can = useCan();
  const columns: Column<Row>[] = [
    { key: 'file', title: t('imports.file'), render: (row) => row.fileName, hint: (row) => row.fileName },
    {
      key: 'kinds',
      title: t('imports.kinds'),
      width: 220,
      render: (row) => row.kinds.map((kind) => label(ledgerKindWords, kind)).join('、') || NOTHING,
      hint: (row) => row.kinds.map((kind) => label(ledgerKindWords, kind)).join('、'),
    },
    {
      key: 'status',
      title: t('fields.status'),
      width: 88,
      render: (row) => <StatusTag tone={importStatuses[row.status]?.tone ?? 'done'}>{label(importStatuses, row.status)}</StatusTag>,
    },
    {
      key: 'rows',
      title: t('imports.rows'),
      width: 88,
      align: 'right',
      render: (row) => showCount(row.statement?.total.rowsIn ?? row.rowsTotal),
    },
    { key: 'created', title: t('imports.created'), width: 76, align: 'right', render: (row) => showCount(row.statement?.total.created) },
    { key: 'rejected', title: t('imports.rejected'), width: 76, align: 'right', render: (row) => showCount(row.statement?.total.rejected) },
    {
      key: 'organisation',
      spare: true,
      title: t('fields.organisation'),
      width: 140,
      render: (row) => row.organisationName,
      hint: (row) => row.organisationName,
    },
    { key: 'by', spare: true, title: t('imports.by'), width: 100, render: (row) => row.createdByName },
    { key: 'at', title: t('imports.at'), width: 134, render: (row) => <span className="number">{showInstant(row.createdAt)}</span> },
  ];
  return (
    <ListPage
      title={t('menu.imports')}
      about={t('imports.about')}
      noun="import"
      find={findImports}
      filters={[]}
      columns={columns}
      rowKey={(row) => row.id}
      rowPath={(row) => `/imports/${row.id}`}
      tools={can('import.run') && <Templates />}
      above={can('import.run') && <Upload />}
      empty={{ title: t('imports.empty'), hint: t('imports.emptyHint') }}
    />
  );
}

function Upload() {
  const { t } = useWords();
  const navigate = useNavigate();
  const sending = useSubmit((file: File, key) => uploadImport(file, undefined, key), {
    forget: ['import'],
    onDone: ({ id }) => void navigate(`/imports/${id}`),
  });
  return (
    <div className={styles['upload']}>
      <FileDrop
        accept=".xlsx,.csv"
        title={sending.isPending ? t('imports.uploading') : t('imports.drop')}
        hint={t('imports.dropHint')}
        busy={sending.isPending}
        onFile={(file) => sending.mutate(file)}
      />
      <ProblemNotice problem={sending.error ? asProblem(sending.error) : null} />
    </div>
  );
}

function Templates() {
  const { t, language } = useWords();
  const query = useQuery({ queryKey: keys.templates, queryFn: ({ signal }) => listTemplates(signal), staleTime: 600_000 });
  const items = (query.data?.items ?? []).map(({ kind, nameZh, nameEn }) => ({
    key: kind,
    label: language === 'en' ? nameEn : nameZh,
    onClick: () => void download(templatePath(kind)),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button>
        {t('imports.templates')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
