import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { PersonRow } from '#contract/people';
import { lookUpPerson } from '../../api/people.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { Field } from '../../kit/Field.js';
import { useSettled } from '../../kit/use-settled.js';
import { useWords } from '../../kit/words.js';
import peopleStyles from '../people/people.module.css';
import { PersonCard } from '../people/PersonCard.js';
import { readTyped } from '../people/read-typed.js';

export type Holder = z.infer<typeof PersonRow> & { employerId?: string | null };
const MOST_SHOWN = 5;

/** Who applies: looked up by number, telephone or name, and only a person on record can be taken. */
export function HolderField({ known }: { known?: Holder }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const [holder, setHolder] = useState<Holder | null>(known ?? null);
  const take = (person: Holder | null): void => {
    setHolder(person);
    form.setFieldsValue({
      holderId: person?.id ?? null,
      ...(person?.employerName && { employerName: person.employerName, employerId: person.employerId ?? null }),
    });
    form.setFields([{ name: 'holderId', errors: [] }]);
  };
  return (
    <Field name="holderId" label={t('hardship.applicant')}>
      <HolderSearch holder={holder} onTake={take} />
    </Field>
  );
}

interface SearchProps {
  id?: string;
  holder: Holder | null;
  onTake: (person: Holder | null) => void;
}

function HolderSearch({ id, holder, onTake }: SearchProps) {
  const { t } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const typed = readTyped(useSettled(text.trim(), 250));
  const query = useQuery({
    queryKey: keys.matches(typed ?? {}),
    queryFn: () => lookUpPerson(typed ?? {}),
    enabled: typed !== null && holder === null,
  });
  if (holder) {
    return (
      <PersonCard person={holder}>
        <Button size="small" autoFocus onClick={() => onTake(null)}>
          {t('hardship.anotherPerson')}
        </Button>
      </PersonCard>
    );
  }
  const found = typed ? query.data : undefined;
  const people = found ? [...(found.exact ? [found.exact] : []), ...found.similar].slice(0, MOST_SHOWN) : [];
  return (
    <div className={peopleStyles['stack']}>
      <Input
        {...(id && { id })}
        autoFocus
        allowClear
        value={text}
        maxLength={60}
        placeholder={t('people.fieldHint')}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (people.length === 1 && people[0]) onTake(people[0]);
        }}
      />
      {people.map((person) => (
        <PersonCard key={person.id} person={person}>
          <Button size="small" onClick={() => onTake(person)}>
            {t('hardship.takePerson')}
          </Button>
        </PersonCard>
      ))}
      {found && !found.exact && (
        <p className="soft">
          {people.length === 0 ? t('people.noneFound') : t('people.noneOfThese')}{' '}
          {can('person.create') && (
            <Button size="small" onClick={() => void navigate('/people/new', { state: { ...typed, next: '/hardship-files/new' } })}>
              {t('people.create')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
