import { sql, type Sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import type { Actor } from '../work.js';

/** A person is seen where one of the actor's organisations deals with the person. On the alias `p`. */
export function visiblePerson(actor: Actor, permission: Permission): Sql {
  const place = actor.rights.get(permission);
  if (!place) return sql`false`;
  if (place.everything) return sql`true`;
  return sql`EXISTS (SELECT FROM person_presence pp WHERE pp.person_id = p.id AND pp.organisation_id = ANY (${[...place.organisationIds]}))`;
}
