import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { OrganisationRecord } from '#contract/organisations';
import { kindsBelow } from '#rules/organisations/union-tree';
import { getOrganisation } from '../../api/organisations.js';
import { keys } from '../../api/query-keys.js';
import { ActionBar } from '../../kit/ActionBar.js';
import { DataTable, type Column } from '../../kit/DataTable.js';
import { EmptyState } from '../../kit/EmptyState.js';
import { Facts } from '../../kit/Facts.js';
import { showCount, showDay, showText } from '../../kit/formats.js';
import { QueryState } from '../../kit/QueryState.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { ChangeOrganisationForm, CreateOrganisationForm, MoveOrganisationForm, SiteForm } from './OrganisationForms.js';
import { organisationKindWords, siteKindWords } from './organisation-codes.js';

type Organisation = z.infer<typeof OrganisationRecord>;

export function OrganisationPane({ id }: { id: string }) {
  const { t } = useWords();
  const query = useQuery({ queryKey: keys.record('organisation', id), queryFn: ({ signal }) => getOrganisation(id, signal) });
  const reload = (): void => void query.refetch();
  return (
    <QueryState query={query}>
      {(organisation) => (
        <>
          <Section
            title={organisation.name}
            tools={
              <div style={{ display: 'flex', gap: 8 }}>
                <ActionBar
                  actions={organisation.actions}
                  choices={[
                    {
                      name: 'changeOrganisation',
                      label: t('organisations.change'),
                      form: (close) => <ChangeOrganisationForm organisation={organisation} onClose={close} onReload={reload} />,
                    },
                    ...(kindsBelow(organisation.kind).length === 0
                      ? []
                      : [
                          {
                            name: 'createOrganisation',
                            label: t('organisations.createBelow'),
                            form: (close: () => void) => <CreateOrganisationForm parent={organisation} onClose={close} />,
                          },
                        ]),
                    {
                      name: 'createSite',
                      label: t('organisations.createSite'),
                      form: (close) => <SiteForm organisationId={organisation.id} onClose={close} />,
                    },
                    {
                      name: 'moveOrganisation',
                      label: t('organisations.move'),
                      form: (close) => <MoveOrganisationForm organisation={organisation} onClose={close} />,
                    },
                  ]}
                />
              </div>
            }
          >
            <OrganisationFacts organisation={organisation} />
          </Section>
          <Sites sites={organisation.sites} />
          <Parents parents={organisation.parents} />
        </>
      )}
    </QueryState>
  );
}

function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const { t, label } = useWords();
  return (
    <Facts
      facts={[
        { label: t('organisations.kind'), value: label(organisationKindWords, organisation.kind) },
        { label: t('organisations.shortName'), value: organisation.shortName },
        { label: t('organisations.numberPrefix'), value: showText(organisation.numberPrefix) },
        { label: t('organisations.memberCount'), value: showCount(organisation.memberCount) },
        { label: t('employers.uscc'), value: showText(organisation.uscc) },
        { label: t('organisations.divisionCode'), value: showText(organisation.divisionCode) },
        { label: t('fields.phone'), value: showText(organisation.phone) },
        { label: t('organisations.establishedOn'), value: showDay(organisation.establishedOn) },
        { label: t('fields.address'), value: showText(organisation.address), wide: true },
        organisation.dissolvedOn !== null && { label: t('organisations.dissolvedOn'), value: organisation.dissolvedOn },
      ]}
    />
  );
}

function Sites({ sites }: { sites: Organisation['sites'] }) {
  const { t, label } = useWords();
  const columns: Column<Organisation['sites'][number]>[] = [
    { key: 'name', title: t('fields.name'), render: (site) => site.name },
    { key: 'kind', title: t('fields.kind'), width: 110, render: (site) => label(siteKindWords, site.kind) },
    { key: 'address', title: t('fields.address'), render: (site) => showText(site.address), hint: (site) => site.address },
    { key: 'phone', title: t('fields.phone'), width: 140, render: (site) => showText(site.phone) },
  ];
  return (
    <Section title={t('organisations.sites')} flush>
      {sites.length === 0 ? (
        <EmptyState mark="站" title={t('organisations.noSites')} hint={t('organisations.noSitesHint')} />
      ) : (
        <DataTable caption={t('organisations.sites')} columns={columns} rows={sites} rowKey={(site) => site.id} />
      )}
    </Section>
  );
}

/** Whose child it was, and when: a move closes one row and opens the next. */
function Parents({ parents }: { parents: Organisation['parents'] }) {
  const { t } = useWords();
  if (parents.length === 0) return null;
  const columns: Column<Organisation['parents'][number]>[] = [
    { key: 'parent', title: t('organisations.parent'), render: (row) => row.parentName },
    { key: 'from', title: t('fields.from'), width: 120, render: (row) => row.validFrom },
    { key: 'to', title: t('fields.to'), width: 120, render: (row) => row.validTo ?? t('organisations.untilNow') },
    { key: 'reason', title: t('fields.reason'), render: (row) => showText(row.reason), hint: (row) => row.reason },
  ];
  return (
    <Section title={t('organisations.parents')} flush>
      <DataTable
        caption={t('organisations.parents')}
        columns={columns}
        rows={parents}
        rowKey={(row) => `${row.parentId} ${row.validFrom}`}
      />
    </Section>
  );
}
