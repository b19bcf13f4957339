import { sql } from '#data/sql';
import type { Work } from '../work.js';

export interface OrganisationNode {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  parentId: string | null;
  divisionCode: string | null;
  dissolvedOn: string | null;
  siteCount: number;
}

/** The union tree of today, parents before children. */
export function organisationTree(work: Work): Promise<OrganisationNode[]> {
  return work.data.read<OrganisationNode>(
    work.actor,
    sql`
    WITH RECURSIVE tree AS (
      SELECT o.id, NULL::uuid AS parent_id, ARRAY[o.created_at::text || o.id::text] AS path FROM organisation o
      WHERE NOT EXISTS (SELECT FROM organisation_parent p WHERE p.organisation_id = o.id AND p.valid_to IS NULL)
      UNION ALL
      SELECT o.id, p.parent_id, t.path || (o.created_at::text || o.id::text) FROM tree t
      JOIN organisation_parent p ON p.parent_id = t.id AND p.valid_to IS NULL JOIN organisation o ON o.id = p.organisation_id
    )
    SELECT o.id, o.name, o.short_name, o.kind, t.parent_id, o.division_code, o.dissolved_on, (SELECT count(*) FROM service_site s WHERE s.organisation_id = o.id) AS site_count
    FROM tree t JOIN organisation o ON o.id = t.id ORDER BY t.path`,
  );
}
