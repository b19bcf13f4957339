/** Those who are not signed in, not any more, not wholly, or not in person. */
import { permissionNames, type Permission } from '#rules/access/permissions';
import { Visitor } from '../support/api.js';
import { expected } from './access-answers-oracle.js';
import type { HttpMatrix, Operation } from './access-http-support.js';
import { reachOf } from './access-roles-oracle.js';
import { anActor, anotherSession, withToken, type Actor, type World } from './access-world-support.js';

const BEFORE_THE_PASSWORD = ['whoAmI', 'changePassword', 'signOut', 'changeLanguage'];

export async function tryStrangers(world: World, matrix: HttpMatrix, operation: Operation): Promise<void> {
  const { row } = operation;
  const place = world.places.north;
  const actor = await anActor(world, 'reviewer', 'north');
  const ended = async (set: string): Promise<Visitor> => {
    const visitor = await anotherSession(world, actor);
    await world.db.owner.query(`UPDATE session SET ${set} WHERE csrf_token = $1`, [visitor.csrf]);
    return visitor;
  };
  const strangers: Record<string, Visitor> = {
    'not signed in': new Visitor(world.url),
    'invented cookie': new Visitor(world.url, 'x'.repeat(43), 'y'),
    'invented token': new Visitor(world.url, undefined, undefined, `bf_${'x'.repeat(43)}`),
    'session revoked': await ended('revoked_at = now()'),
    'session run out': await ended(`expires_at = now() - interval '1 second'`),
    'session idle too long': await ended(`last_seen_at = now() - interval '3 hours'`),
  };
  const closed = await anActor(world, 'reviewer', 'north');
  await world.db.owner.query(`UPDATE "user" SET status = 'closed' WHERE id = $1`, [closed.id]);
  strangers['account closed'] = closed.visitor;
  strangers['token of a closed account'] = await withToken(world, closed, permissionNames);
  const thing = await matrix.aThing(operation, place, { hopeless: true });
  const verdict = row.needs === 'nobody' ? 'open' : 'sign in';
  for (const [how, visitor] of Object.entries(strangers))
    await matrix.cell({ operation, actor: { ...actor, role: null }, visitor, how, verdict, thing, place });

  const beginner = await anActor(world, 'reviewer', 'north');
  await world.db.owner.query(`UPDATE "user" SET must_change = true WHERE id = $1`, [beginner.id]);
  const may = row.needs === 'nobody' ? 'open' : BEFORE_THE_PASSWORD.includes(operation.id) ? 'done' : 'refused';
  await matrix.cell({
    operation,
    actor: beginner,
    visitor: beginner.visitor,
    how: 'first password not changed',
    verdict: may,
    thing,
    place,
  });
}

/** A token does what its scopes say and what its owner may, and nothing that needs the person. */
export async function tryTokens(
  world: World,
  matrix: HttpMatrix,
  operation: Operation,
  actors: readonly Actor[],
  most: number,
): Promise<void> {
  const { row } = operation;
  if (row.needs === 'nobody') return;
  const holds = (actor: Actor): boolean => row.needs === 'signed-in' || reachOf(actor, row.needs as Permission) !== undefined;
  for (const actor of actors.filter(holds).slice(0, most)) {
    const place = actor.place;
    for (const [how, scopes] of [
      ['token with the scope', permissionNames.filter((name) => [row.needs, row.seenWith, ...[row.also ?? []].flat()].includes(name))],
      ['token without the scope', permissionNames.filter((name) => name !== row.needs)],
    ] as const) {
      const thing = await matrix.aThing(operation, place);
      const scoped = row.needs === 'signed-in' || how === 'token with the scope';
      const verdict = row.sessionOnly || !scoped ? 'refused' : expected(row, actor, world.parents, thing, place);
      await matrix.cell({ operation, actor, visitor: await withToken(world, actor, scopes), how, verdict, thing, place });
    }
  }
  const without = actors.find((actor) => !holds(actor));
  if (!without) return;
  const thing = await matrix.aThing(operation, without.place, { hopeless: true });
  await matrix.cell({
    operation,
    actor: without,
    visitor: await withToken(world, without, permissionNames),
    how: 'token of somebody who may not',
    verdict: 'refused',
    thing,
    place: without.place,
  });
}
