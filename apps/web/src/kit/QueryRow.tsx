import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { PeriodInput } from './DayInput.js';
import styles from './list.module.css';
import type { Filters } from './use-list-query.js';
import { useWords } from './words.js';

export type Filter =
  | { kind: 'text'; key: string; label: string; width?: number }
  | { kind: 'choice'; key: string; label: string; options: { value: string; label: string }[]; width?: number }
  | { kind: 'period' }
  | { kind: 'own'; key: string; render: (value: string | undefined, set: (value: string | undefined) => void) => ReactNode };

interface Props {
  filters: readonly Filter[];
  values: Filters;
  onFilter: (changes: Record<string, string | undefined>) => void;
  onReset: () => void;
}

/** The query row of a list: words wait for Enter or the button, choices count at once. */
export function QueryRow({ filters, values, onFilter, onReset }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(values);
  const settled = useRef(values);
  // A list that arrives while somebody types must not take the typing away: only words that changed themselves follow the address.
  useEffect(() => {
    const before = settled.current;
    settled.current = values;
    const changed = changedWords(before, values);
    if (Object.keys(changed).length > 0) setDraft((typed) => ({ ...typed, ...changed }));
  }, [values]);
  const words = filters.filter((filter) => filter.kind === 'text');

  return (
    <form
      role="search"
      aria-label={t('list.filters')}
      className={styles['query']}
      onSubmit={(event) => {
        event.preventDefault();
        onFilter(Object.fromEntries(words.map(({ key }) => [key, draft[key]?.trim()])));
      }}
    >
      {filters.map((filter) => {
        if (filter.kind === 'period') {
          return (
            <PeriodInput
              key="period"
              from={values['from']}
              to={values['to']}
              labels={[t('list.from'), t('list.to')]}
              onChange={(from, to) => onFilter({ from, to })}
            />
          );
        }
        if (filter.kind === 'own')
          return <span key={filter.key}>{filter.render(values[filter.key], (value) => onFilter({ [filter.key]: value }))}</span>;
        if (filter.kind === 'choice') {
          return (
            <Select
              key={filter.key}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={filter.label}
              placeholder={filter.label}
              style={{ width: filter.width ?? 128 }}
              value={values[filter.key] ?? null}
              options={filter.options}
              popupMatchSelectWidth={false}
              onChange={(value: string | null) => onFilter({ [filter.key]: value ?? undefined })}
            />
          );
        }
        return (
          <Input
            key={filter.key}
            allowClear
            aria-label={filter.label}
            placeholder={filter.label}
            style={{ width: filter.width ?? 220 }}
            maxLength={60}
            value={draft[filter.key] ?? ''}
            onChange={(event) => setDraft({ ...draft, [filter.key]: event.target.value })}
          />
        );
      })}
      <Button type="primary" htmlType="submit">
        {t('list.search')}
      </Button>
      <Button
        onClick={() => {
          setDraft({});
          onReset();
        }}
      >
        {t('list.reset')}
      </Button>
    </form>
  );
}

/** What differs between two states of the address; a word that went is empty. */
function changedWords(before: Filters, after: Filters): Filters {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name] ?? '']));
}
