import { useQuery } from '@tanstack/react-query';
import { findAttachments } from '../../../api/attachments.js';
import { keys } from '../../../api/query-keys.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import { AddPaper } from './AddPaper.js';
import { PaperTable } from './PaperTable.js';

/** 材料: the papers of the file. They are dropped here, told what they are and whose, checked, and kept sealed. */
export function AttachmentsSection({ file }: Pick<FilePartProps, 'file'>) {
  const { t } = useWords();
  const query = useQuery({
    queryKey: keys.part('hardship-file', file.id, 'attachments'),
    queryFn: ({ signal }) => findAttachments(file.id, signal),
  });
  return (
    <Section title={t('papers.title')} flush>
      <QueryState query={query}>
        {({ items, actions }) => (
          <>
            {actions.some(({ name, allowed }) => name === 'addAttachment' && allowed) && <AddPaper file={file} />}
            {items.length === 0 ? (
              <EmptyState mark="材" title={t('papers.none')} hint={t('papers.noneHint')} />
            ) : (
              <PaperTable file={file} papers={items} />
            )}
          </>
        )}
      </QueryState>
    </Section>
  );
}
