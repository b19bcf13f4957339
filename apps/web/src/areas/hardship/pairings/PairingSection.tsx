import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { FilePairings } from '#contract/pairings';
import { isOnFile } from '#rules/hardship/file-parts';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { contactForms } from '#rules/hardship/pairings/pairing';
import { filePairings } from '../../../api/pairings.js';
import { keys } from '../../../api/query-keys.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import type { FilePartProps } from '../file-parts.js';
import { EndPairingForm, PairFamilyForm, RecordContactForm } from './PairForms.js';
import styles from './pairings.module.css';

type Pairings = z.infer<typeof FilePairings>;
type Pair = Pairings['items'][number];
type Contact = Pair['contacts'][number];

/** Who is paired with this family, and what they had to do with each other. */
export function PairingSection({ file, onReload }: FilePartProps) {
  const { t } = useWords();
  const [pairing, setPairing] = useState(false);
  const query = useQuery({
    queryKey: keys.part('hardship-file', file.id, 'pairings'),
    queryFn: ({ signal }) => filePairings(file.id, signal),
  });
  const free = query.data?.mayRecord && isOnFile(file.status as FileStatus) && query.data.items.every(({ endedOn }) => endedOn !== null);
  return (
    <Section
      title={t('pairings.title')}
      flush
      tools={
        free && (
          <Button size="small" onClick={() => setPairing(true)}>
            {t('pairings.pair')}
          </Button>
        )
      }
    >
      <QueryState query={query} lines={3}>
        {({ items, mayRecord }) =>
          items.length === 0 ? (
            <EmptyState mark="结" title={t('pairings.none')} hint={t('pairings.noneHint')} />
          ) : (
            items.map((pair) => <PairPart key={pair.id} pair={pair} mayRecord={mayRecord} />)
          )
        }
      </QueryState>
      {pairing && <PairFamilyForm file={file} onReload={onReload} onClose={() => setPairing(false)} />}
    </Section>
  );
}

function PairPart({ pair, mayRecord }: { pair: Pair; mayRecord: boolean }) {
  const { t, label } = useWords();
  const [open, setOpen] = useState<'contact' | 'end' | null>(null);
  const close = (): void => setOpen(null);
  const columns: Column<Contact>[] = [
    { key: 'on', title: t('pairings.contactedOn'), width: 104, render: (row) => <span className="number">{row.contactedOn}</span> },
    { key: 'form', title: t('pairings.form'), width: 100, render: (row) => label(contactForms, row.form) },
    {
      key: 'note',
      title: t('pairings.note'),
      wrap: true,
      render: (row) => row.note ?? <span className="soft">{t('pairings.sealed')}</span>,
    },
    { key: 'by', title: t('pairings.by'), width: 92, render: (row) => row.recordedByName },
  ];
  return (
    <div className={styles['pair']}>
      <header>
        <p>
          <strong>{pair.cadreName}</strong> {pair.cadrePost && <span className="soft">{pair.cadrePost}</span>}{' '}
          <span className="soft">
            {t('pairings.pairedOn')} <span className="number">{pair.pairedOn}</span>
          </span>{' '}
          {pair.silent && <StatusTag tone="bad">{t('pairings.silent')}</StatusTag>}
        </p>
        {mayRecord && pair.endedOn === null && (
          <span className={styles['acts']}>
            <Button size="small" onClick={() => setOpen('contact')}>
              {t('pairings.contact')}
            </Button>
            <Button size="small" onClick={() => setOpen('end')}>
              {t('pairings.end')}
            </Button>
          </span>
        )}
      </header>
      {pair.endedOn && <p className="soft">{t('pairings.ended', { on: pair.endedOn, reason: pair.endedReason })}</p>}
      {pair.contacts.length === 0 ? (
        <p className="soft">{t('pairings.noContacts')}</p>
      ) : (
        <DataTable caption={`${t('pairings.title')} · ${pair.cadreName}`} columns={columns} rows={pair.contacts} rowKey={(row) => row.id} />
      )}
      {open === 'contact' && <RecordContactForm pair={pair} onClose={close} />}
      {open === 'end' && <EndPairingForm pair={pair} onClose={close} />}
    </div>
  );
}
