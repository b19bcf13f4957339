import type { HardshipRecord } from '#contract/hardship';
import { cancelGrounds, endGrounds } from '#rules/hardship/changes/change-guards';
import { hardshipClasses } from '#rules/hardship/codes';
import { fileMoveLabels, fileStatuses } from '#rules/hardship/file-lifecycle';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { Section } from '../../../kit/Section.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';

type Decision = HardshipRecord['decisions'][number];
const grounds = { ...cancelGrounds, ...endGrounds, lifted: { zh: '脱困', en: 'Hardship is over' } } as const;

/** Every decision about the family: who, when, on what ground. Nothing here is ever changed. */
export function DecisionSection({ file }: FilePartProps) {
  const { t, label } = useWords();
  const columns: Column<Decision>[] = [
    { key: 'on', title: t('decisions.on'), width: 90, render: (one) => <span className="number">{one.decidedOn}</span> },
    {
      key: 'move',
      title: t('decisions.move'),
      width: 118,
      render: (one) => label(fileMoveLabels, one.move),
      hint: (one) => label(fileMoveLabels, one.move),
    },
    {
      key: 'paper',
      title: t('decisions.paper'),
      width: 128,
      spare: true,
      render: (one) => one.document ?? NOTHING,
      hint: (one) => one.document,
    },
    { key: 'to', title: t('decisions.to'), width: 84, render: (one) => label(fileStatuses, one.toStatus) },
    {
      key: 'class',
      title: t('hardship.class'),
      width: 84,
      render: (one) => (one.classAfter === one.classBefore ? NOTHING : label(hardshipClasses, one.classAfter)),
    },
    {
      key: 'why',
      title: t('decisions.why'),
      wrap: true,
      render: (one) => [one.ground && label(grounds, one.ground), one.reason].filter(Boolean).join('；') || NOTHING,
    },
    { key: 'by', title: t('decisions.by'), width: 76, render: (one) => one.decidedByName },
  ];
  return (
    <Section title={t('decisions.title')} flush>
      {file.decisions.length === 0 ? (
        <EmptyState mark="决" title={t('decisions.none')} hint={t('decisions.noneHint')} />
      ) : (
        <DataTable caption={t('decisions.title')} columns={columns} rows={file.decisions} rowKey={(one) => one.id} />
      )}
    </Section>
  );
}
