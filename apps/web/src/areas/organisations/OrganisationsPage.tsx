import { Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { asProblem } from '../../api/problem.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { Loading } from '../../kit/Loading.js';
import { PageHead } from '../../kit/PageHead.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { OrganisationPane } from './OrganisationPane.js';
import { OrganisationTree } from './OrganisationTree.js';
import styles from './organisations.module.css';
import { useOrganisations } from './use-organisations.js';

/** The union tree at the left, the chosen organisation at the right. */
export function OrganisationsPage() {
  const { id } = useParams();
  const { t } = useWords();
  const { branches, nodes, pending, error } = useOrganisations();
  const [wanted, setWanted] = useState('');
  const shown = id ?? branches[0]?.id;
  return (
    <>
      <PageHead title={t('menu.organisations')} about={t('organisations.about')} />
      {error ? <ProblemNotice problem={asProblem(error)} /> : null}
      {pending ? (
        <Loading lines={12} />
      ) : nodes.length === 0 ? (
        <EmptyState page title={t('organisations.empty')} hint={t('organisations.emptyHint')} />
      ) : (
        <div className={styles['columns']}>
          <Section title={t('organisations.tree')}>
            <Input
              allowClear
              value={wanted}
              placeholder={t('organisations.find')}
              aria-label={t('organisations.find')}
              onChange={(event) => setWanted(event.target.value)}
            />
            <OrganisationTree branches={branches} nodes={nodes} wanted={wanted.trim()} shown={shown} />
          </Section>
          <div className={styles['pane']}>{shown && <OrganisationPane key={shown} id={shown} />}</div>
        </div>
      )}
    </>
  );
}
