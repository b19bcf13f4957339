import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { ImportRecord, LedgerKind } from '#contract/imports';
import { correctMapping } from '../../api/imports.js';
import { asProblem } from '../../api/problem.js';
import { showCount } from '../../kit/formats.js';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { choices, NOTHING, useWords } from '../../kit/words.js';
import { ledgerKindWords } from './import-codes.js';
import styles from './imports.module.css';

type Import = z.infer<typeof ImportRecord>;
type Sheet = Import['sheets'][number];

interface Props {
  ledger: Import;
  onReload: () => void;
}

/** What each sheet was taken for and which column is which; both can be put right until the run. */
export function SheetMappings({ ledger, onReload }: Props) {
  const { t } = useWords();
  const mayCorrect = ledger.actions.some(({ name, allowed }) => name === 'correctMapping' && allowed);
  return (
    <Section title={t('imports.mapping')}>
      {ledger.sheets.map((sheet) => (
        <SheetMapping key={`${sheet.sheet} ${ledger.version}`} ledger={ledger} sheet={sheet} mayCorrect={mayCorrect} onReload={onReload} />
      ))}
    </Section>
  );
}

function SheetMapping({ ledger, sheet, mayCorrect, onReload }: Props & { sheet: Sheet; mayCorrect: boolean }) {
  const { t, label, language } = useWords();
  const [kind, setKind] = useState(sheet.kind);
  const [headerRow, setHeaderRow] = useState(sheet.headerRow);
  const [columns, setColumns] = useState<Record<string, number | null>>(
    Object.fromEntries(sheet.columns.map(({ key, column }) => [key, column])),
  );
  const sending = useSubmit((body: Parameters<typeof correctMapping>[1], key) => correctMapping(ledger.id, body, key), {
    forget: ['import'],
  });
  const changed = kind !== sheet.kind || headerRow !== sheet.headerRow || sheet.columns.some(({ key, column }) => columns[key] !== column);
  // Another kind has other columns: they are recognised anew by the server.
  const save = (): void =>
    sending.mutate({ version: ledger.version, sheet: sheet.sheet, kind, headerRow, columns: kind === sheet.kind ? columns : {} });
  const missing = sheet.columns
    .filter(({ key }) => sheet.missing.includes(key))
    .map(({ labelZh, labelEn }) => (language === 'en' ? labelEn : labelZh));
  const headers = sheet.headers.map(({ column, header, hidden }) => ({
    value: column,
    label: hidden ? t('imports.hiddenColumn', { header }) : header,
  }));
  return (
    <div className={styles['sheet']}>
      <header>
        <strong>{sheet.sheet}</strong>
        {mayCorrect ? (
          <Select<z.infer<typeof LedgerKind>>
            allowClear
            aria-label={t('imports.kind')}
            placeholder={t('imports.notRecognised')}
            value={kind}
            onChange={(value: typeof kind | undefined) => setKind(value ?? null)}
            options={choices(ledgerKindWords, language) as { value: z.infer<typeof LedgerKind>; label: string }[]}
            style={{ width: 240 }}
          />
        ) : (
          <span>{kind ? label(ledgerKindWords, kind) : t('imports.notRecognised')}</span>
        )}
        <span>
          {t('imports.headerRow')}{' '}
          {mayCorrect ? (
            <InputNumber
              size="small"
              min={1}
              max={1000}
              aria-label={t('imports.headerRow')}
              value={headerRow}
              onChange={setHeaderRow}
              style={{ width: 64 }}
            />
          ) : (
            (headerRow ?? NOTHING)
          )}
        </span>
        <span className="soft">{t('imports.dataRows', { rows: showCount(sheet.rows) })}</span>
        {mayCorrect && (
          <Button size="small" type={changed ? 'primary' : 'default'} disabled={!changed} loading={sending.isPending} onClick={save}>
            {t('imports.saveMapping')}
          </Button>
        )}
      </header>
      <ProblemNotice problem={sending.error ? asProblem(sending.error) : null} onReload={onReload} />
      {missing.length > 0 && <Notice tone="warning">{t('imports.missing', { columns: missing.join('、') })}</Notice>}
      {kind === sheet.kind && sheet.columns.length > 0 && (
        <div className={styles['columns']}>
          {sheet.columns.map(({ key, labelZh, labelEn, required }) => {
            const name = language === 'en' ? labelEn : labelZh;
            return (
              <div key={key} className={styles['column']}>
                <span>
                  {name}
                  {required && <b> *</b>}
                </span>
                {mayCorrect ? (
                  <Select
                    allowClear
                    size="small"
                    showSearch={{ optionFilterProp: 'label' }}
                    aria-label={name}
                    placeholder={t('imports.noColumn')}
                    value={columns[key] ?? null}
                    onChange={(value: number | undefined | null) => setColumns({ ...columns, [key]: value ?? null })}
                    options={headers}
                  />
                ) : (
                  <span>{headers.find(({ value }) => value === columns[key])?.label ?? NOTHING}</span>
                )}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
