import { Button, Input } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { RemoveAttachment, type AttachmentView } from '#contract/attachments';
import type { HardshipRecord } from '#contract/hardship';
import { attachmentKinds, scanStates } from '#rules/documents/attachment-kinds';
import { isViewable } from '#rules/documents/file-types';
import { attachmentPath, removeAttachment } from '../../../api/attachments.js';
import { download, show } from '../../../api/client.js';
import { partOf } from '../../../api/hardship.js';
import { asProblem } from '../../../api/problem.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { Field } from '../../../kit/Field.js';
import { showInstant } from '../../../kit/formats.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import { showSize } from './show-size.js';
import styles from './papers.module.css';

type Paper = z.infer<typeof AttachmentView>;

/** What was brought, whose it is, whether it was scanned, and by whom it was added; what was taken out stands last with its reason. */
export function PaperTable({ file, papers }: { file: HardshipRecord; papers: readonly Paper[] }) {
  const { t, label } = useWords();
  const [problem, setProblem] = useState<unknown>(null);
  const open = (paper: Paper): void => {
    const path = attachmentPath(file.id, paper.id);
    setProblem(null);
    (isViewable(paper.mediaType) ? show(path) : download(path)).catch(setProblem);
  };
  const columns: Column<Paper>[] = [
    {
      key: 'kind',
      title: t('papers.kind'),
      width: 168,
      render: (paper) => label(attachmentKinds, paper.kind),
      hint: (paper) => label(attachmentKinds, paper.kind),
    },
    { key: 'person', title: t('papers.person'), width: 78, render: (paper) => paper.personName ?? t('papers.household') },
    {
      key: 'name',
      title: t('papers.name'),
      render: (paper) => <PaperName paper={paper} onOpen={() => open(paper)} />,
      hint: (paper) => paper.fileName,
    },
    {
      key: 'size',
      spare: true,
      title: t('papers.size'),
      width: 80,
      align: 'right',
      render: (paper) => <span className="number">{showSize(paper.size)}</span>,
    },
    {
      key: 'scan',
      title: t('papers.scan'),
      width: 84,
      render: (paper) => <StatusTag tone={paper.scan === 'clean' ? 'good' : 'waiting'}>{label(scanStates, paper.scan)}</StatusTag>,
    },
    { key: 'by', title: t('papers.by'), width: 84, render: (paper) => paper.addedByName },
    {
      key: 'at',
      spare: true,
      title: t('papers.at'),
      width: 130,
      render: (paper) => <span className="number">{showInstant(paper.addedAt)}</span>,
    },
  ];
  return (
    <>
      <ProblemNotice problem={problem === null ? null : asProblem(problem)} className={styles['problem']} />
      <DataTable
        caption={t('papers.title')}
        columns={columns}
        rows={papers}
        rowKey={(paper) => paper.id}
        rowTone={(paper) => (paper.removedAt ? 'quiet' : undefined)}
        actionsTitle={t('list.actions')}
        rowActions={(paper) =>
          paper.removedAt ? <span className="soft">{t('papers.removed')}</span> : <Removal file={file} paper={paper} />
        }
      />
    </>
  );
}

function PaperName({ paper, onOpen }: { paper: Paper; onOpen: () => void }) {
  const { t } = useWords();
  if (paper.removedAt)
    return (
      <span className={styles['gone']}>
        <s>{paper.fileName}</s> {t('papers.because', { reason: paper.removedReason })}
      </span>
    );
  if (!paper.actions.some(({ name, allowed }) => name === 'downloadAttachment' && allowed)) return paper.fileName;
  return (
    <Button
      type="link"
      size="small"
      className={styles['name'] ?? ''}
      title={isViewable(paper.mediaType) ? t('papers.view') : t('papers.download')}
      onClick={onOpen}
    >
      {paper.fileName}
    </Button>
  );
}

function Removal({ file, paper }: { file: HardshipRecord; paper: Paper }) {
  const { t } = useWords();
  return (
    <ActionButton
      actions={paper.actions}
      name="removeAttachment"
      label={t('papers.remove')}
      about={paper.fileName}
      form={(close) => (
        <ActionForm
          title={t('papers.removeTitle', { name: paper.fileName })}
          schema={RemoveAttachment}
          constants={{ version: paper.version }}
          submit={(body, key) => removeAttachment(partOf(file.id, 'attachments', paper.id), body, key)}
          forget={['hardship-file']}
          danger
          onClose={close}
        >
          <Field name="reason" label={t('papers.reason')} extra={t('papers.removeHint')}>
            <Input maxLength={200} />
          </Field>
        </ActionForm>
      )}
    />
  );
}
