/** The world in which access is tried: a tree of five organisations, somebody of every role at some of them, and things of every kind in each. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { roleCodes, type RoleCode } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { aProgram, aVisitor, anAccount, PASSWORD } from '../support/accounts.js';
import { Visitor } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { addOrganisation } from '../support/people.js';
import type { Holder, Parents } from './access-roles-oracle.js';

export interface World {
  db: TestDatabase;
  url: string;
  places: Record<'city' | 'north' | 'northTown' | 'northUnit' | 'south', string>;
  /** once below the north district, now below the south one */
  moved: string;
  /** once below the north district, now below nothing */
  left: string;
  parents: Parents;
}

export interface Actor extends Holder {
  visitor: Visitor;
  /** in the words of the printed table */
  name: string;
}

export async function aWorld(db: TestDatabase, url: string): Promise<World> {
  const places = { city: ROOT_ORGANISATION, north: newId(), northTown: newId(), northUnit: newId(), south: newId() };
  await addOrganisation(db.owner, places.north, '北区总工会', 'district', places.city, '北', '320508');
  await addOrganisation(db.owner, places.northTown, '北镇总工会', 'town', places.north, '北镇', '320508');
  await addOrganisation(db.owner, places.northUnit, '北镇机械厂工会', 'enterprise', places.northTown, '北机', '320508');
  await addOrganisation(db.owner, places.south, '南区总工会', 'district', places.city, '南', '320583');
  const [moved, left] = [newId(), newId()];
  await addOrganisation(db.owner, moved, '迁出镇总工会', 'town', places.south, '迁', '320583');
  await addOrganisation(db.owner, left, '已撤镇总工会', 'town', places.north, '撤', '320508');
  await db.owner.query(
    `INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from, valid_to) VALUES ($1, $2, $3, '2000-01-01', '2020-01-01')`,
    [newId(), moved, places.north],
  );
  await db.owner.query(`UPDATE organisation_parent SET valid_from = '2020-01-01' WHERE organisation_id = $1 AND parent_id = $2`, [
    moved,
    places.south,
  ]);
  await db.owner.query(`UPDATE organisation_parent SET valid_to = '2020-01-01' WHERE organisation_id = $1`, [left]);
  return { db, url, places, moved, left, parents: await readTree(db.owner) };
}

/** The tree as the table tells it today. */
export async function readTree(owner: pg.Pool): Promise<Parents> {
  const { rows } = await owner.query<{ id: string; parent_id: string | null }>(
    `SELECT o.id, (SELECT p.parent_id FROM organisation_parent p WHERE p.organisation_id = o.id AND p.valid_to IS NULL) AS parent_id FROM organisation o`,
  );
  // The root alone has null; an organisation that has left the tree has nothing above it, and nothing to do with the root.
  return new Map(rows.map(({ id, parent_id }) => [id, id === ROOT_ORGANISATION ? null : (parent_id ?? undefined)]));
}

export type PlaceName = keyof World['places'];

export async function anActor({ db, url, places, left }: World, role: RoleCode | null, at: PlaceName | 'left'): Promise<Actor> {
  const place = at === 'left' ? left : places[at];
  const account = await anAccount(db.owner, place, { ...(role && { role }), password: PASSWORD });
  return {
    id: account.id,
    role,
    place,
    visitor: await aVisitor(db.owner, url, account.id),
    name: `${role ?? 'no role'} at ${at}`,
  };
}

/** Everybody: each role at each of these places, and one without a role. */
export async function everybody(world: World, at: readonly PlaceName[]): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const place of at) for (const role of roleCodes) actors.push(await anActor(world, role, place));
  actors.push(await anActor(world, null, 'north'));
  return actors;
}

export const anotherSession = async (world: World, actor: Actor): Promise<Visitor> => aVisitor(world.db.owner, world.url, actor.id);
export const withToken = (world: World, actor: Actor, scopes: readonly string[]): Promise<Visitor> =>
  aProgram(world.db.owner, world.url, actor.id, scopes);

/** How a place lies to somebody's own: the word under which the cells are counted. */
export function relation(place: string, holder: Holder, parents: Parents): 'same' | 'child' | 'parent' | 'other' {
  if (place === holder.place) return 'same';
  const above = (low: string, high: string): boolean => {
    for (let at = parents.get(low); at; at = parents.get(at)) if (at === high) return true;
    return false;
  };
  return above(place, holder.place) ? 'child' : above(holder.place, place) ? 'parent' : 'other';
}

export const bytes = (): Buffer => randomBytes(32);

/** A day so many days from today. */
export const day = (offset: number): string => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
