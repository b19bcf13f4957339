import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { z } from 'zod';
import type { EmployerRecord } from '#contract/organisations';
import { industries, ownerships } from '#rules/organisations/codes';
import { getEmployer } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { Facts } from '../../kit/Facts.js';
import { showCount, showText } from '../../kit/formats.js';
import { Notice } from '../../kit/Notice.js';
import { RecordPage } from '../../kit/RecordPage.js';
import { Section } from '../../kit/Section.js';
import { NOTHING, useWords } from '../../kit/words.js';
import { useDivisions } from './DivisionSelect.js';
import { EmployerForm } from './EmployerForm.js';
import styles from './organisations.module.css';

type Employer = z.infer<typeof EmployerRecord>;

export function EmployerPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useQuery({ queryKey: keys.record('employer', id), queryFn: ({ signal }) => getEmployer(id, signal) });
  return (
    <RecordPage
      query={query}
      heading={(employer) => ({
        from: { path: '/employers', text: t('menu.employers') },
        plainTitle: employer.name,
        title: employer.name,
        number: employer.uscc ?? employer.orgCode,
      })}
      band={(employer) => employer.codeUnverified && <Notice tone="warning">{t('employers.unverified')}</Notice>}
      actions={(employer) => (
        <ActionBar
          actions={employer.actions}
          choices={[
            {
              name: 'changeEmployer',
              label: t('employers.change'),
              form: (close) => <EmployerForm employer={employer} onClose={close} onReload={() => void query.refetch()} />,
            },
          ]}
        />
      )}
      main={(employer) => (
        <>
          <EmployerCounts employer={employer} />
          <EmployerFacts employer={employer} />
        </>
      )}
    />
  );
}

/** What this firm is known for here; each figure opens its list. */
function EmployerCounts({ employer: { id, name, counts } }: { employer: Employer }) {
  const { t } = useWords();
  const figures = [
    { label: t('menu.disputes'), count: counts.disputes, path: `/disputes?employerId=${id}` },
    { label: t('menu.petitions'), count: counts.petitions, path: `/petitions?employerId=${id}` },
    { label: t('menu.massIncidents'), count: counts.massIncidents, path: `/mass-incidents?q=${encodeURIComponent(name)}` },
    { label: t('menu.hardship'), count: counts.hardshipFiles, path: `/hardship-files?q=${encodeURIComponent(name)}` },
  ];
  return (
    <ul className={styles['counts']}>
      {figures.map(({ label, count, path }) => (
        <li key={path}>
          <Link to={path}>
            <strong className="number">{showCount(count)}</strong>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function EmployerFacts({ employer }: { employer: Employer }) {
  const { t, label } = useWords();
  const divisions = useDivisions();
  return (
    <Section title={t('employers.facts')}>
      <Facts
        facts={[
          { label: t('employers.uscc'), value: showText(employer.uscc) },
          { label: t('employers.orgCode'), value: showText(employer.orgCode) },
          { label: t('employers.licenseNo'), value: showText(employer.licenseNo) },
          { label: t('employers.legalPerson'), value: showText(employer.legalPerson) },
          { label: t('employers.industry'), value: label(industries, employer.industry) },
          { label: t('employers.ownership'), value: label(ownerships, employer.ownership) },
          { label: t('employers.division'), value: showText(divisions.find(({ code }) => code === employer.divisionCode)?.name) },
          { label: t('fields.phone'), value: showText(employer.phone) },
          { label: t('fields.address'), value: showText(employer.address), wide: true },
          { label: t('employers.aliases'), value: employer.aliases.length === 0 ? NOTHING : employer.aliases.join('；'), wide: true },
        ]}
      />
    </Section>
  );
}
