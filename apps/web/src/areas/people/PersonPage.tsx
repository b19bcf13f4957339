import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { Button } from 'antd';
import type { z } from 'zod';
import type { PersonRecord } from '#contract/people';
import { getPerson, revealPerson } from '../../api/people.js';
import { keys } from '../../api/query-keys.js';
import { useCan } from '../../api/use-me.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { Facts } from '../../kit/Facts.js';
import { showDay, showInstant, showText } from '../../kit/formats.js';
import { MaskedField } from '../../kit/MaskedField.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { ChangePersonForm } from './ChangePersonForm.js';
import { HouseholdTable } from './HouseholdTable.js';
import { MergeForm, MergeList } from './Merges.js';
import { sexes } from './people-codes.js';
import { PersonCases } from './PersonCases.js';
import { PersonTimeline } from './PersonTimeline.js';

type Person = z.infer<typeof PersonRecord>;
type Field = 'name' | 'idNumber' | 'phone' | 'health' | 'bankAccount';

export function PersonPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const query = useQuery({ queryKey: keys.record('person', id), queryFn: ({ signal }) => getPerson(id, signal) });
  const revealer = (field: Field, bankAccountId?: string): ((purpose: string) => Promise<string>) | undefined =>
    can('person.reveal')
      ? async (purpose) => (await revealPerson(id, { field, purpose, ...(bankAccountId && { bankAccountId }) })).value
      : undefined;
  const reload = (): void => void query.refetch();
  return (
    <RecordPage
      query={query}
      heading={(person) => ({
        from: { path: '/people', text: t('menu.people') },
        plainTitle: person.name,
        title: <MaskedField label={t('people.name')} masked={person.name} reveal={revealer('name')} />,
        line: t('people.since', { at: showInstant(person.createdAt) }),
      })}
      actions={(person) => (
        <>
          {can('hardship.record') && (
            <Button onClick={() => void navigate('/hardship-files/new', { state: { person } })}>{t('people.newHardship')}</Button>
          )}
          {can('dispute.register') && (
            <Button onClick={() => void navigate('/disputes/new', { state: { person } })}>{t('people.newDispute')}</Button>
          )}
          {can('petition.register') && (
            <Button onClick={() => void navigate('/petitions/new', { state: { person } })}>{t('people.newPetition')}</Button>
          )}
          <ActionBar
            actions={person.actions}
            choices={[
              {
                name: 'changePerson',
                label: t('people.change'),
                form: (close) => <ChangePersonForm person={person} onClose={close} onReload={reload} />,
              },
              { name: 'mergePeople', label: t('people.merge'), form: (close) => <MergeForm person={person} onClose={close} /> },
            ]}
          />
        </>
      )}
      main={(person) => (
        <>
          <Section title={t('people.facts')}>
            <PersonFacts person={person} revealer={revealer} />
          </Section>
          {person.household && (
            <Section title={t('people.household')} flush>
              <HouseholdTable members={person.household.members} own={person.id} />
            </Section>
          )}
          <Section title={t('people.cases')} flush>
            <PersonCases cases={person.cases} />
          </Section>
          {person.merges.length > 0 && (
            <Section title={t('people.merges')}>
              <MergeList merges={person.merges} mayUndo={can('person-merge.undo')} />
            </Section>
          )}
        </>
      )}
      side={(person) => (
        <Section title={t('record.timeline')}>
          <PersonTimeline id={person.id} />
        </Section>
      )}
    />
  );
}

function PersonFacts({
  person,
  revealer,
}: {
  person: Person;
  revealer: (field: Field, account?: string) => ((purpose: string) => Promise<string>) | undefined;
}) {
  const { t, label } = useWords();
  return (
    <Facts
      facts={[
        {
          label: t('people.idNumber'),
          value: <MaskedField label={t('people.idNumber')} masked={person.idMasked} reveal={revealer('idNumber')} />,
        },
        {
          label: t('people.phone'),
          value: <MaskedField label={t('people.phone')} masked={person.phoneMasked} reveal={revealer('phone')} />,
        },
        { label: t('people.sex'), value: label(sexes, person.sex) },
        { label: t('people.birthDate'), value: <span className="number">{showDay(person.birthDate)}</span> },
        { label: t('people.ethnicity'), value: showText(person.ethnicity) },
        { label: t('people.politics'), value: showText(person.politics) },
        {
          label: t('people.employer'),
          value: person.employerId ? (
            <Link to={`/employers/${person.employerId}`}>{person.employerName}</Link>
          ) : (
            showText(person.employerName)
          ),
          wide: true,
        },
        { label: t('people.registeredAt'), value: showText(person.registeredAt), wide: true },
        { label: t('people.address'), value: showText(person.address), wide: true },
        person.hasHealth && {
          label: t('people.health'),
          value: <MaskedField label={t('people.health')} masked="＊＊＊＊" reveal={revealer('health')} />,
        },
        {
          label: t('people.bankAccounts'),
          wide: true,
          value:
            person.bankAccounts.length === 0
              ? NOTHING
              : person.bankAccounts.map((account) => (
                  <div key={account.id}>
                    {account.bank && `${account.bank} `}
                    <MaskedField
                      label={t('people.bankAccount')}
                      masked={`**** ${account.last4}`}
                      reveal={revealer('bankAccount', account.id)}
                    />
                  </div>
                )),
        },
      ]}
    />
  );
}
