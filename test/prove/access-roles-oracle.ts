/**
 * Who may do what where, read slowly from the table of roles and from nothing else: the program's own rights, policies and
 * functions are what is being judged.
 */
import { permissions, type Permission } from '#rules/access/permissions';
import type { Reach } from '#rules/access/role';
import { roles, type RoleCode } from '#rules/access/roles';

/** The tree as it stands: child → parent; null above the root, and undefined above what is in no tree. */
export type Parents = ReadonlyMap<string, string | null | undefined>;

/** Somebody with one role at one place, or with none. */
export interface Holder {
  id: string;
  role: RoleCode | null;
  place: string;
}

/** What a question is about: where it belongs (a person may belong to several places), and who handles it. */
export interface Thing {
  places: readonly string[];
  handler?: string | null;
}

/** Nouns that belong to no place: only whose grant covers the whole city has anything to do with them. */
const CITY_WIDE: ReadonlySet<string> = new Set(['audit', 'job', 'parameter', 'role', 'person-merge', 'key']);
/** One register for everybody: whoever holds the permission anywhere holds it for every entry. */
const SHARED: ReadonlySet<string> = new Set(['employer']);

const nounOf = (permission: string): string => permission.split('.')[0]!;

export function reachOf(holder: Holder, permission: Permission): Reach | undefined {
  return holder.role ? (roles[holder.role].permissions as Partial<Record<Permission, Reach>>)[permission] : undefined;
}

/** Up the tree, step by step. */
export function isBelow(place: string, top: string, parents: Parents): boolean {
  for (let at: string | null | undefined = place; at; at = parents.get(at)) if (at === top) return true;
  return false;
}

const isRoot = (place: string, parents: Parents): boolean => parents.get(place) === null;

export function coversCity(holder: Holder, permission: Permission, parents: Parents): boolean {
  const reach = reachOf(holder, permission);
  return reach === 'city' || (reach === 'subtree' && isRoot(holder.place, parents));
}

/** Whether this permission reaches this thing. */
export function reaches(holder: Holder, permission: Permission, thing: Thing, parents: Parents): boolean {
  const reach = reachOf(holder, permission);
  if (!reach) return false;
  if (coversCity(holder, permission, parents) || SHARED.has(nounOf(permission))) return true;
  if (CITY_WIDE.has(nounOf(permission))) return false;
  if (thing.handler === holder.id) return true;
  if (reach === 'subtree') return thing.places.some((place) => isBelow(place, holder.place, parents));
  return reach === 'organisation' && thing.places.includes(holder.place);
}

/** What rows of a noun are for: whoever may write a noun sees it to write it. */
export function reachesNoun(holder: Holder, noun: string, mode: 'read' | 'write', thing: Thing, parents: Parents): boolean {
  return permissionsFor(noun, mode).some((permission) => reaches(holder, permission, thing, parents));
}

export function holdsAnywhere(holder: Holder, noun: string, mode: 'read' | 'write', parents: Parents): boolean {
  return permissionsFor(noun, mode).some((permission) => {
    const reach = reachOf(holder, permission);
    return reach !== undefined && (reach !== 'assigned' || coversCity(holder, permission, parents));
  });
}

export function coversCityFor(holder: Holder, noun: string, mode: 'read' | 'write', parents: Parents): boolean {
  return permissionsFor(noun, mode).some((permission) => coversCity(holder, permission, parents));
}

function permissionsFor(noun: string, mode: 'read' | 'write'): Permission[] {
  const wanted: readonly string[] = mode === 'read' ? ['read', 'write'] : ['write'];
  return (Object.keys(permissions) as Permission[]).filter((name) => nounOf(name) === noun && wanted.includes(permissions[name].mode));
}
