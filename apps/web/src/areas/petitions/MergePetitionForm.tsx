import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { MergePetition } from '#contract/petitions';
import { findPetitions, mergePetition } from '../../api/petitions.js';
import { keys } from '../../api/query-keys.js';
import { Field } from '../../kit/Field.js';
import { useSettled } from '../../kit/use-settled.js';
import { useWords } from '../../kit/words.js';
import { MoveForm, type MoveFormProps } from './MoveForm.js';

/** Into which open matter: the possible repeats come first, any other by searching. */
export function MergePetitionForm(props: MoveFormProps) {
  const { t } = useWords();
  const { petition } = props;
  const [text, setText] = useState('');
  const q = useSettled(text.trim(), 250);
  const query = useQuery({
    queryKey: keys.list('petition', { q, view: 'open', limit: 8 }),
    queryFn: ({ signal }) => findPetitions({ q, view: 'open', limit: 8 }, signal),
    enabled: q !== '',
  });
  const near = [...petition.possibleRepeats, ...petition.sameMatter].map(({ id, number, registeredOn }) => ({
    value: id,
    label: `${number ?? ''} ${registeredOn}`.trim(),
  }));
  const found = (query.data?.items ?? []).map((row) => ({
    value: row.id,
    label: [row.number, row.petitionerName, row.employerName, row.registeredOn].filter(Boolean).join(' · '),
  }));
  const options = (q === '' ? near : found).filter(({ value }) => value !== petition.id);
  return (
    <MoveForm {...props} title={t('petitions.moves.merge')} schema={MergePetition} move={mergePetition}>
      <Field name="intoId" label={t('petitions.mergeInto')}>
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          placeholder={t('petitions.searchHint')}
          loading={query.isFetching}
          options={options}
          notFoundContent={q === '' ? t('petitions.mergeSearch') : undefined}
        />
      </Field>
    </MoveForm>
  );
}
