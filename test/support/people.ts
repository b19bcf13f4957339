/** Who is who in the tests: organisations in a small tree, and users with one role each. */
import type pg from 'pg';
import { rightsOf } from '#casework/access/rights-of';
import type { Work } from '#casework/work';
import type { RoleCode } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import type { TestDatabase } from './database.js';

export interface Tree {
  city: string;
  /** a district with a town below it, and another district */
  north: string;
  northTown: string;
  south: string;
}

export async function aTree({ owner }: TestDatabase): Promise<Tree> {
  const tree: Tree = { city: ROOT_ORGANISATION, north: newId(), northTown: newId(), south: newId() };
  await addOrganisation(owner, tree.north, '北区总工会', 'district', tree.city, '北', '320508');
  await addOrganisation(owner, tree.northTown, '北镇总工会', 'town', tree.north, '北镇', '320508');
  await addOrganisation(owner, tree.south, '南区总工会', 'district', tree.city, '南', '320583');
  return tree;
}

export async function addOrganisation(
  owner: pg.Pool,
  id: string,
  name: string,
  kind: string,
  parentId: string,
  prefix: string,
  division: string,
): Promise<void> {
  await owner.query(`INSERT INTO organisation (id, name, short_name, kind, number_prefix, division_code) VALUES ($1, $2, $2, $3, $4, $5)`, [
    id,
    name,
    kind,
    prefix,
    division,
  ]);
  await owner.query(`INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from) VALUES ($1, $2, $3, '2000-01-01')`, [
    newId(),
    id,
    parentId,
  ]);
}

/** A user with a role over an organisation, ready to work at a given time. */
export async function aWorker(
  db: TestDatabase,
  roleCode: RoleCode,
  organisationId: string,
  now = new Date('2026-11-20T02:00:00Z'),
): Promise<Work> {
  const id = newId();
  const name = `${roleCode} ${id.slice(-4)}`;
  await db.owner.query(`INSERT INTO "user" (id, username, name, organisation_id) VALUES ($1, $2, $3, $4)`, [
    id,
    `u${id.replaceAll('-', '').slice(-20)}`,
    name,
    organisationId,
  ]);
  await db.owner.query(
    `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, $3, $4, '2000-01-01', $2)`,
    [newId(), id, roleCode, organisationId],
  );
  return {
    data: db.data,
    secrets: db.secrets,
    clockwork: db.clockwork,
    now,
    actor: { id, name, organisationId, language: 'zh', rights: await rightsOf(db.data, id) },
  };
}

/** The same person at another time. */
export const at = (work: Work, time: string): Work => ({ ...work, now: new Date(time) });
