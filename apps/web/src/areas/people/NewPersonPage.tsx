import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { CreatePerson } from '#contract/people';
import { createPerson, getPerson } from '../../api/people.js';
import { FormSchemaContext, useContractForm } from '../../kit/contract-form.js';
import formStyles from '../../kit/form.module.css';
import { PageHead } from '../../kit/PageHead.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import { PersonCard } from './PersonCard.js';
import { PersonFields } from './PersonFields.js';
import styles from './people.module.css';
import { useMatches } from './use-matches.js';

/** Search before create: whoever may be the same person stands beside the form while it is typed. */
export function NewPersonPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { next, ...initial } = (useLocation().state ?? {}) as Record<string, unknown> & { next?: string };
  const [checked, setChecked] = useState(false);
  const contract = useContractForm(CreatePerson);
  const matches = useMatches(contract.form);
  const similar = matches?.exact ? [] : (matches?.similar ?? []);
  // Whoever came here from another form goes back to it with the person.
  const onDone = async ({ id }: { id: string }): Promise<void> =>
    next
      ? await navigate(next, { replace: true, state: { person: await getPerson(id) } })
      : await navigate(`/people/${id}`, { replace: true });
  const sending = useSubmit(createPerson, { forget: ['person'], onDone: (made) => void onDone(made) });
  const send = (): void => {
    const values = contract.read();
    if (values && !sending.isPending)
      sending.mutate({ ...values, notSameAs: checked ? similar.map(({ id }) => id) : [] }, { onError: contract.refused });
  };
  const blocked = Boolean(matches?.exact) || (similar.length > 0 && !checked);
  return (
    <>
      <PageHead title={t('people.create')} about={t('people.createAbout')} />
      <div className={formStyles['columns']}>
        <FormSchemaContext value={CreatePerson}>
          <Form form={contract.form} layout="vertical" initialValues={initial} onFinish={send} className={formStyles['sheet'] ?? ''}>
            <ProblemNotice problem={contract.problem} className={formStyles['notice']} />
            <div className={formStyles['grid']}>
              <PersonFields idFacts={matches?.idNumber ?? null} autoFocus />
              <Form.Item name="employerId" hidden>
                <Input />
              </Form.Item>
            </div>
            <div className={formStyles['foot']}>
              <span className="soft">{t('form.keys')}</span>
              <Button onClick={() => void navigate(-1)}>{t('form.cancel')}</Button>
              <Button type="primary" htmlType="submit" loading={sending.isPending} disabled={blocked}>
                {t('people.save')}
              </Button>
            </div>
          </Form>
        </FormSchemaContext>
        <Section title={t('people.duplicates')}>
          <div className={styles['stack']} aria-live="polite">
            {!matches && <p className="soft">{t('people.duplicatesHint')}</p>}
            {matches?.exact && (
              <>
                <p>{t('people.exactFound')}</p>
                <PersonCard person={matches.exact}>
                  <Link to={`/people/${matches.exact.id}`}>{t('people.openInstead')}</Link>
                </PersonCard>
              </>
            )}
            {matches && !matches.exact && similar.length === 0 && <p className="soft">{t('people.noDuplicates')}</p>}
            {similar.map((person) => (
              <PersonCard key={person.id} person={person}>
                <Link to={`/people/${person.id}`}>{t('people.openInstead')}</Link>
              </PersonCard>
            ))}
            {similar.length > 0 && (
              <Checkbox checked={checked} onChange={(event) => setChecked(event.target.checked)}>
                {t('people.notTheSame')}
              </Checkbox>
            )}
          </div>
        </Section>
      </div>
    </>
  );
}
