import type { Data } from '#data/data';
import type { Scope } from '#data/queries/report-conditions';
import { employersNamed, organisationsNamed, type OrganisationRow } from '#data/queries/report-places';
import { heaviestRows, type FigureRowFound } from '#data/queries/report-rows';
import type { Digest, Listed } from '#rules/reports/digest';
import { facts, labelOf } from '#rules/reports/facts';
import type { Figures } from '#rules/reports/figures';
import { metricOf } from '#rules/reports/metrics';
import type { Periods } from '#rules/reports/periods';
import { petitionStatuses } from '#rules/petitions/petition-lifecycle';
import { unitsOf } from './scope.js';

interface Wanted {
  organisationId: string;
  asOf: Date;
  periods: Periods;
  scope: Scope;
  figures: Figures;
}
type Reader = { readonly id: string };

/** What a report says besides its figures: the names of places and firms, and the few records that it lists. */
export async function gatherDigest(data: Data, reader: Reader, { organisationId, asOf, periods, scope, figures }: Wanted): Promise<Digest> {
  const [organisation] = await data.readSlowly<OrganisationRow>(reader, organisationsNamed([organisationId]));
  if (!organisation) throw new Error('The report’s organisation is gone');
  const units = await unitsOf(data, reader, scope);
  return {
    organisation: { id: organisation.id, name: organisation.name },
    asOf,
    periods,
    figures,
    units: units.map(({ id, shortName, memberCount }) => ({ id, name: shortName, memberCount })),
    employers: await employers(data, reader, figures, periods),
    groupVisits: await listed(data, reader, 'petitions.group-visit-persons', periods, scope),
    incidents: await listed(data, reader, 'incidents.workers', periods, scope),
  };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function employers(data: Data, reader: Reader, figures: Figures, { now }: Periods): Promise<Map<string, string>> {
  const codes = ['petitions.by-employer', 'disputes.by-employer'].flatMap((metric) => figures.codes(metric, 'employer', now));
  const rows = await data.readSlowly<{ id: string; name: string }>(reader, employersNamed(codes.filter((code) => ID.test(code))));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function listed(data: Data, reader: Reader, metricId: string, { now }: Periods, scope: Scope): Promise<Listed[]> {
  const metric = metricOf(metricId);
  const rows = await data.readSlowly<FigureRowFound>(reader, heaviestRows(metric, { from: now.from, to: now.to, by: {} }, scope, 10));
  return rows.map((row) => ({
    on: row.on,
    place: row.organisationName,
    employer: row.title ?? '未填',
    about: labelOf(metric.fact, facts[metric.fact].about, row.about).zh,
    persons: row.amount,
    status: row.status && row.status in petitionStatuses ? petitionStatuses[row.status as keyof typeof petitionStatuses].zh : '',
  }));
}
