import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ElsewhereRow } from '#contract/elsewhere';
import { elsewhereLimits } from '#rules/hardship/elsewhere/elsewhere';
import { isApplying } from '#rules/hardship/file-parts';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { addDays, dateInShanghai, plainDate } from '#rules/shared/plain-date';
import { askElsewhereOfFile, findElsewhereQuestions } from '../../../api/elsewhere.js';
import { keys } from '../../../api/query-keys.js';
import { useCan } from '../../../api/use-me.js';
import { showInstant, todayInChina } from '../../../kit/formats.js';
import { Notice } from '../../../kit/Notice.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import { ElsewhereAsk } from './ElsewhereAsk.js';
import styles from './elsewhere.module.css';

type Asked = z.infer<typeof ElsewhereRow>;

/** On the file: whether and when it was asked, and the button to ask. Before approval it must have been. */
export function ElsewhereSection({ file }: FilePartProps) {
  const { t } = useWords();
  const can = useCan();
  const asked = { view: 'asked', fileId: file.id, limit: 5 } as const;
  const query = useQuery({
    queryKey: keys.list('elsewhere-question', asked),
    queryFn: ({ signal }) => findElsewhereQuestions(asked, signal),
  });
  return (
    <Section title={t('elsewhere.title')}>
      <div className={styles['section']}>
        <p className="soft">{t('elsewhere.about')}</p>
        <QueryState query={query} lines={2}>
          {({ items }) => (
            <>
              {isApplying(file.status as FileStatus) && <Lacking newest={items[0]} />}
              <ul className={styles['asked']}>
                {items.map((row) => (
                  <AskedLine key={row.id} row={row} />
                ))}
              </ul>
            </>
          )}
        </QueryState>
        {can('elsewhere.ask') && <ElsewhereAsk about={file.id} ask={askElsewhereOfFile} />}
      </div>
    </Section>
  );
}

function Lacking({ newest }: { newest: Asked | undefined }) {
  const { t } = useWords();
  const days = elsewhereLimits.daysGood;
  if (!newest) return <Notice tone="warning">{t('elsewhere.never', { days })}</Notice>;
  const good = addDays(dateInShanghai(Date.parse(newest.askedAt)), days) >= plainDate(todayInChina());
  return good ? null : <Notice tone="warning">{t('elsewhere.stale', { days })}</Notice>;
}

function AskedLine({ row }: { row: Asked }) {
  const { t } = useWords();
  return (
    <li>
      <StatusTag tone={row.answer ? 'bad' : 'good'}>{t(row.answer ? 'elsewhere.answers.yes' : 'elsewhere.answers.no')}</StatusTag>{' '}
      {row.otherOrganisationName}{' '}
      <span className="soft">{t('elsewhere.askedAt', { name: row.askedByName, at: showInstant(row.askedAt) })}</span>
    </li>
  );
}
