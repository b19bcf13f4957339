/** Every operation × every role × every relation over HTTP. */
import type { Permission } from '#rules/access/permissions';
import { newId } from '#runtime/ids';
import { Visitor, type Answer } from '../support/api.js';
import { expected, HANDLED, isHopeless, OK, READ_OF, SECRET, thingOf, type Verdict } from './access-answers-oracle.js';
import { operations } from './access-operations-oracle.js';
import { isBelow, reaches, reachOf } from './access-roles-oracle.js';
import type { Row } from './access-row-support.js';
import type { Tally } from './access-tally-support.js';
import { plant, type Noun, type Planted } from './access-things-support.js';
import { anActor, relation, type Actor, type PlaceName, type World } from './access-world-support.js';

export interface Operation {
  id: string;
  method: string;
  path: string;
  needs: string;
  sessionOnly: boolean;
  row: Row;
}

/** One request: who asks, as whom, about what, and what must come of it. */
export interface Cell {
  operation: Operation;
  actor: Actor;
  visitor: Visitor;
  how: string;
  verdict: Verdict;
  thing?: Planted | undefined;
  place: string;
}

export class HttpMatrix {
  private readonly standing: Planted[] = [];
  private readonly carriedOut = new Set<string>();
  /** how it was refused to somebody who may */
  private readonly instead = new Map<string, string>();
  private known = { mediator: '', handler: '' };

  /** `thorough`: also everywhere for those who may nowhere. */
  constructor(
    private readonly world: World,
    private readonly tally: Tally,
    private readonly thorough: boolean,
  ) {}

  /** Things that stay where they are, for lists and records, and one for each actor to handle elsewhere. */
  async prepare(actors: readonly Actor[]): Promise<void> {
    const { db, places } = this.world;
    for (const place of Object.values(places))
      for (const noun of [...(Object.keys(READ_OF) as Noun[]), 'session' as const]) this.standing.push(await plant(db, noun, place));
    for (const actor of actors)
      for (const noun of HANDLED) this.standing.push(await plant(db, noun, this.elsewhere(actor), { handler: actor.id }));
    const [mediator, officer] = [await anActor(this.world, 'mediator', 'north'), await anActor(this.world, 'petition-officer', 'north')];
    this.known = { mediator: mediator.id, handler: officer.id };
  }

  /** A place that an actor's grant does not reach, where there is one. */
  private elsewhere(actor: Actor): string {
    const { places, parents } = this.world;
    return isBelow(places.south, actor.place, parents) ? places.northTown : places.south;
  }

  async tryOperation(operation: Operation, actors: readonly Actor[]): Promise<void> {
    const { row, id } = operation;
    const declared = `${operation.needs}${operation.sessionOnly ? ' in a session' : ''}`;
    const due = `${row.needs}${row.sessionOnly ? ' in a session' : ''}`;
    this.tally.cell('HTTP', 'declared', 'as written down', declared === due, () => `${id} declares ${declared}, should be ${due}`);
    for (const actor of actors) await this.tryActor(operation, actor);
    if (!row.refusesAll)
      this.tally.cell(
        'HTTP',
        'somebody',
        'carried out',
        this.carriedOut.has(id),
        () => `${id} was not carried out for anybody: ${this.instead.get(id)}`,
      );
  }

  private async tryActor(operation: Operation, actor: Actor): Promise<void> {
    const { row } = operation;
    if (row.needs !== 'nobody' && operation.method !== 'GET') {
      const visitor = new Visitor(actor.visitor.url, actor.visitor.cookie);
      await this.cell({
        operation,
        actor,
        visitor,
        how: 'no CSRF token',
        verdict: 'refused',
        thing: await this.aThing(operation, actor.place, { hopeless: true }),
        place: actor.place,
      });
    }
    if (row.lists && reachOf(actor, row.needs as Permission)) return this.tryList(operation, actor);
    if (!row.on && !row.makes) return this.once(operation, actor, actor.place, row.lists ? 'list' : 'nothing in particular');
    const places = this.thorough || !isHopeless(row, actor) ? Object.values(this.world.places) : [actor.place];
    for (const place of places) await this.once(operation, actor, place, relation(place, actor, this.world.parents));
    if (row.on && HANDLED.has(row.on)) await this.once(operation, actor, this.elsewhere(actor), 'assigned', actor.id);
    if (row.on === 'user') await this.tryOneself(operation, actor);
  }

  private async once(operation: Operation, actor: Actor, place: string, how: string, handler?: string): Promise<void> {
    const who = operation.row.ends ? await this.double(actor) : actor;
    const thing = await this.aThing(operation, place, { ...(handler && { handler }), hopeless: isHopeless(operation.row, who) });
    const verdict = expected(operation.row, who, this.world.parents, thing, place);
    await this.cell({ operation, actor: who, visitor: who.visitor, how, verdict, thing, place });
  }

  private async tryOneself(operation: Operation, actor: Actor): Promise<void> {
    const who = isHopeless(operation.row, actor) ? actor : await this.double(actor);
    const { rows } = await this.world.db.owner.query<{ grant: string | null; session: string }>(
      'SELECT (SELECT id FROM role_grant WHERE user_id = $1 LIMIT 1) AS grant, (SELECT id FROM session WHERE user_id = $1 LIMIT 1) AS session',
      [who.id],
    );
    const thing: Planted = {
      id: who.id,
      noun: 'user',
      place: who.place,
      handler: null,
      also: { grantId: rows[0]!.grant ?? newId(), sessionId: rows[0]!.session },
    };
    const verdict = operation.row.notOnOneself ? 'refused' : expected(operation.row, who, this.world.parents, thing, who.place);
    await this.cell({ operation, actor: who, visitor: who.visitor, how: 'own', verdict, thing, place: who.place });
  }

  /** Somebody of the same role at the same place, to be spent. */
  private async double(actor: Actor): Promise<Actor> {
    const [name] = (Object.entries(this.world.places) as [PlaceName, string][]).find(([, id]) => id === actor.place)!;
    return anActor(this.world, actor.role, name);
  }

  /** A list holds exactly what of the planted things its reader may see, page by page. */
  private async tryList(operation: Operation, actor: Actor): Promise<void> {
    const { row, id, method, path } = operation;
    const seen = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: Answer = await actor.visitor.ask(method, `${path}?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      this.tally.cell(
        'HTTP',
        'list',
        'done',
        answer.status === 200,
        () => `${id} by ${actor.name}: ${answer.status} ${answer.text.slice(0, 200)}`,
      );
      if (answer.status !== 200) return;
      const page = answer.json as { items: { id: string }[]; nextCursor: string | null };
      for (const item of page.items) seen.add(item.id);
      cursor = page.nextCursor;
    }
    this.carriedOut.add(id);
    for (const thing of this.standing.filter((one) => one.noun === row.lists)) {
      const due = reaches(actor, row.needs as Permission, thingOf(thing), this.world.parents);
      const how = thing.handler === actor.id ? 'assigned' : relation(thing.place, actor, this.world.parents);
      this.tally.cell(
        'HTTP',
        how,
        due ? 'listed' : 'not listed',
        seen.has(thing.id) === due,
        () => `${id} by ${actor.name}: a ${thing.noun} (${how}) ${due ? 'is missing' : 'is shown'}`,
      );
    }
  }

  /** Something to ask about: a new one where it may be changed, one that stays where nothing will come of it. */
  async aThing(
    operation: Operation,
    place: string,
    { handler, hopeless }: { handler?: string; hopeless?: boolean } = {},
  ): Promise<Planted | undefined> {
    const { row, method, id } = operation;
    if (!row.on) return undefined;
    if (hopeless || (method === 'GET' && !row.as)) {
      const found = this.standing.find((one) => one.noun === row.on && one.place === place && one.handler === (handler ?? null));
      if (found) return found;
    }
    if (row.on === 'organisation' && (hopeless || id !== 'moveOrganisation'))
      return { id: place, noun: 'organisation', place, handler: null, also: {} };
    const { db } = this.world;
    const how = handler ? { handler } : {};
    const thing = await plant(db, row.on, place, { ...row.as, ...how });
    if (row.pair) thing.also['otherId'] = (await plant(db, row.on, place, how)).id;
    return thing;
  }

  async cell({ operation, actor, visitor, how, verdict, thing, place }: Cell): Promise<void> {
    const answer = await this.ask(operation, visitor, thing, place, actor.place);
    const given = `${operation.id} by ${actor.name} (${how}): ${answer.status}`;
    this.tally.cell(
      'HTTP',
      how,
      verdict,
      OK[verdict](answer.status) || Boolean(operation.row.mayLack && verdict === 'done' && answer.status === 503),
      () => `${given}, should be ${verdict} ${answer.text.slice(0, 300)}`,
    );
    if ((verdict === 'done' || verdict === 'open') && answer.status < 400) this.carriedOut.add(operation.id);
    else if (verdict === 'done') this.instead.set(operation.id, `${answer.status} ${answer.text}`);
    this.lookForSecrets(answer, actor, given);
  }

  private async ask(
    { row, method, path }: Operation,
    visitor: Visitor,
    thing: Planted | undefined,
    place: string,
    actorPlace: string,
  ): Promise<Answer> {
    const parts: Record<string, string> = { id: thing?.id ?? newId(), ...row.path?.(thing!) };
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? newId());
    const body = row.body?.({ thing, place, known: { ...this.known, actorPlace } });
    const query = typeof row.query === 'function' ? row.query({ place }) : row.query;
    return visitor.ask(method, `${address}${query ? `?${query}` : ''}`, { ...(body !== undefined && { body }) });
  }

  /** No answer may name a record that its reader may not see. */
  private lookForSecrets(answer: Answer, actor: Actor, given: string): void {
    for (const thing of this.standing) {
      if (!SECRET.includes(thing.noun) || !answer.text.includes(thing.id)) continue;
      const allowed = reaches(actor, READ_OF[thing.noun]!, thingOf(thing), this.world.parents);
      this.tally.cell('HTTP', 'records named in answers', 'may be seen', allowed, () => `${given}: names a ${thing.noun} out of reach`);
    }
  }
}

/** The operations of the api's own document; one that nobody has written down is wrong by itself. */
export function readOperations(document: unknown, tally: Tally): Operation[] {
  interface Told {
    operationId: string;
    'x-needs'?: string;
    'x-session-only'?: boolean;
  }
  const { paths } = document as { paths: Record<string, Record<string, Told>> };
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, 'x-needs': needs = 'nothing', 'x-session-only': sessionOnly = false }]) => ({
      id,
      method: method.toUpperCase(),
      path,
      needs,
      sessionOnly,
      row: operations[id],
    })),
  );
  for (const id of new Set([...found.map((one) => one.id), ...Object.keys(operations)])) {
    const known = id in operations && found.some((one) => one.id === id);
    tally.cell('HTTP', 'operation', 'written down', known, () =>
      id in operations ? `${id} is written down and not there` : `${id} is there and not written down`,
    );
  }
  return found.filter((one): one is Operation => one.row !== undefined);
}
