import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { action } from '../actions.js';
import { whyNotPermitted, type Work } from '../work.js';

type Row = Tables['organisation'] & {
  parents: { parentId: string; parentName: string; validFrom: string; validTo: string | null; reason: string | null }[];
  sites: { id: string; kind: string; name: string; address: string | null; phone: string | null }[];
};

export async function getOrganisation(work: Work, id: string) {
  const { createdAt: _, ...organisation } = await work.data.readOne<Row>(
    work.actor,
    sql`SELECT o.*,
          coalesce((SELECT json_agg(json_build_object('parentId', p.parent_id, 'parentName', q.name, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'reason', p.reason) ORDER BY p.valid_from DESC)
            FROM organisation_parent p JOIN organisation q ON q.id = p.parent_id WHERE p.organisation_id = o.id), '[]') AS parents,
          coalesce((SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'address', s.address, 'phone', s.phone) ORDER BY s.name)
            FROM service_site s WHERE s.organisation_id = o.id), '[]') AS sites
        FROM organisation o WHERE o.id = ${id}`,
  );
  const here = { organisationId: id };
  return {
    ...organisation,
    parentId: organisation.parents.find((parent) => parent.validTo === null)?.parentId ?? null,
    actions: [
      action('createOrganisation', whyNotPermitted(work.actor, 'organisation.create', here)),
      action('changeOrganisation', whyNotPermitted(work.actor, 'organisation.change', here)),
      action('moveOrganisation', whyNotPermitted(work.actor, 'organisation.move', here)),
      action('createSite', whyNotPermitted(work.actor, 'organisation.change', here)),
    ],
  };
}
