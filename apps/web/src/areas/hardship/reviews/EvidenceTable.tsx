import { Link } from 'react-router';
import type { z } from 'zod';
import type { EvidenceLine, ReviewEvidence } from '#contract/reviews';
import { evidenceKinds } from '#rules/hardship/reviews/review-evidence';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { showDay, showText } from '../../../kit/formats.js';
import { Section } from '../../../kit/Section.js';
import { NOTHING, useWords, type Words } from '../../../kit/words.js';
import { nounWord } from '../../../locales/nouns.js';
import { pathOf } from '../../../routes/paths.js';
import styles from './reviews.module.css';

type Line = z.infer<typeof EvidenceLine>;
interface Props {
  review: z.infer<typeof ReviewEvidence>;
}

/** 差异: what it was, what it is, and where that is written; of what the reader may not read, how much there is. */
export function EvidenceTable({ review }: Props) {
  const words = useWords();
  const { t, label, say } = words;
  const told = (value: Line['was']): string => (value ? say(value) : NOTHING);
  const columns: Column<Line>[] = [
    { key: 'on', title: t('reviews.on'), width: 96, render: (line) => <span className="number">{showDay(line.on)}</span> },
    { key: 'kind', title: t('reviews.kind'), width: 128, render: (line) => label(evidenceKinds, line.kind) },
    { key: 'person', title: t('reviews.person'), width: 76, render: (line) => showText(line.personName) },
    { key: 'what', title: t('reviews.what'), wrap: true, render: (line) => told(line.what) },
    { key: 'was', title: t('reviews.was'), wrap: true, render: (line) => told(line.was) },
    { key: 'is', title: t('reviews.is'), wrap: true, render: (line) => told(line.is) },
    { key: 'source', title: t('reviews.source'), width: 92, render: (line) => <Source line={line} /> },
  ];
  return (
    <Section
      title={t('reviews.differences')}
      flush
      tools={review.reviewedOn && <span className="soft">{t('reviews.since', { on: review.reviewedOn })}</span>}
    >
      {review.differences.length === 0 ? (
        <EmptyState mark="同" title={t('reviews.noDifferences')} hint={t('reviews.noDifferencesHint')} />
      ) : (
        <DataTable
          caption={t('reviews.differences')}
          columns={columns}
          rows={review.differences}
          rowKey={(line) => [line.kind, line.on, line.personName, line.source?.id, line.what?.zh, line.is?.zh].join('|')}
        />
      )}
      <Beyond review={review} words={words} />
    </Section>
  );
}

function Source({ line: { source } }: { line: Line }) {
  const { language } = useWords();
  const path = source && pathOf(source.noun, source.id);
  return source && path ? <Link to={path}>{nounWord(source.noun, language)}</Link> : <>{NOTHING}</>;
}

function Beyond({ review: { beyond, sealedShown }, words: { t, language } }: Props & { words: Words }) {
  if (beyond.length === 0 && sealedShown) return null;
  const list = beyond
    .map(({ noun, files }) => t('reviews.beyondItem', { noun: nounWord(noun, language), files }))
    .join(language === 'zh' ? '、' : ', ');
  return (
    <div className={`${styles['below'] ?? ''} soft`}>
      {beyond.length > 0 && <p>{t('reviews.beyond', { list })}</p>}
      {!sealedShown && <p>{t('reviews.notSealed')}</p>}
    </div>
  );
}
