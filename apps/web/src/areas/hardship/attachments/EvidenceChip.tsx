import { Button } from 'antd';
import { useState } from 'react';
import type { HardshipRecord } from '#contract/hardship';
import { attachmentKinds } from '#rules/documents/attachment-kinds';
import { isViewable } from '#rules/documents/file-types';
import { attachmentPath } from '../../../api/attachments.js';
import { download, show } from '../../../api/client.js';
import { asProblem } from '../../../api/problem.js';
import { useWords } from '../../../kit/words.js';
import styles from './papers.module.css';

interface Props {
  file: Pick<HardshipRecord, 'id' | 'attachments' | 'sealedShown'>;
  /** A paper of the file, or the number that stands on a paper kept elsewhere. */
  voucherId: string;
}

/** What proves an entry: a paper of the file opens when pressed, a number is shown as it is. */
export function EvidenceChip({ file, voucherId }: Props) {
  const { t, label, language } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const paper = file.attachments.find(({ id }) => id === voucherId);
  if (!paper) return <span title={t('papers.voucherNumber')}>{voucherId}</span>;
  const open = (): void => {
    const path = attachmentPath(file.id, paper.id);
    (isViewable(paper.mediaType) ? show(path) : download(path)).then(
      () => setProblem(null),
      (error: unknown) => setProblem(asProblem(error)[language]),
    );
  };
  const words = `${label(attachmentKinds, paper.kind)} · ${paper.fileName}`;
  if (!file.sealedShown) return <span title={words}>{paper.fileName}</span>;
  return (
    <>
      <Button type="text" size="small" className={styles['chip'] ?? ''} title={words} onClick={open}>
        {paper.fileName}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </>
  );
}
