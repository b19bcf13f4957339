import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { lookUpPerson } from '../../api/people.js';
import { asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { useSettled } from '../../kit/use-settled.js';
import { useWords } from '../../kit/words.js';
import { PersonCard } from '../people/PersonCard.js';
import { readTyped } from '../people/read-typed.js';
import styles from './workbench.module.css';

/** Somebody stands at the window: a number or a name leads to the one record, or to a new one. */
export function QuickIntake() {
  const { t } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const typed = readTyped(useSettled(text.trim(), 250));
  const query = useQuery({
    queryKey: keys.matches(typed ?? {}),
    queryFn: () => lookUpPerson(typed ?? {}),
    enabled: typed !== null,
  });
  const found = typed ? query.data : undefined;
  const people = found ? [...(found.exact ? [found.exact] : []), ...found.similar].slice(0, 5) : [];
  const create = (): void => void navigate('/people/new', { state: typed });
  return (
    <Section title={t('desk.intake')}>
      <form
        className={styles['intake']}
        onSubmit={(event) => {
          event.preventDefault();
          const only = people[0];
          if (only && (found?.exact || people.length === 1)) void navigate(`/people/${only.id}`);
        }}
      >
        <Input
          allowClear
          value={text}
          maxLength={60}
          aria-label={t('desk.intakeLabel')}
          placeholder={t('desk.intakeLabel')}
          onChange={(event) => setText(event.target.value)}
        />
        {query.error && typed && <ProblemNotice problem={asProblem(query.error)} />}
        {found?.idNumber && !found.idNumber.valid && <p className={styles['fault']}>{t('people.idFault')}</p>}
        {people.map((person) => (
          <PersonCard key={person.id} person={person}>
            <Link to={`/people/${person.id}`}>{t('people.open')}</Link>
            {can('hardship.record') && (
              <Link to="/hardship-files/new" state={{ person }}>
                {t('people.newHardship')}
              </Link>
            )}
            {can('dispute.register') && (
              <Link to="/disputes/new" state={{ person }}>
                {t('people.newDispute')}
              </Link>
            )}
            {can('petition.register') && (
              <Link to="/petitions/new" state={{ person }}>
                {t('people.newPetition')}
              </Link>
            )}
          </PersonCard>
        ))}
        {found && !found.exact && can('person.create') && (
          <div className={styles['foot']}>
            <span className="soft">{people.length === 0 ? t('people.noneFound') : t('people.noneOfThese')}</span>
            <Button size="small" type="primary" onClick={create}>
              {t('people.create')}
            </Button>
          </div>
        )}
        {!typed && <p className="soft">{t('desk.intakeHint')}</p>}
      </form>
    </Section>
  );
}
