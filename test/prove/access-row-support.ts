/** A row of the table of operations: what is known of an operation before anybody asks for it. */
import type { Permission } from '#rules/access/permissions';
import type { How } from './access-cases-support.js';
import type { Holder, Parents } from './access-roles-oracle.js';
import type { Noun, Planted } from './access-things-support.js';

/** One try: who asks is known to the runner; here is what the request is about. */
export interface Try {
  thing?: Planted | undefined;
  /** where a new thing is to be, or where the thing is */
  place: string;
  /** an organisation, a mediator and a handler within anybody's sight */
  known: { actorPlace: string; mediator: string; handler: string };
}

export interface Row {
  needs: Permission | 'signed-in' | 'nobody';
  sessionOnly?: true;
  /** what {id} names */
  on?: Noun;
  /** how the thing must stand for the request to be carried out */
  as?: How;
  /** other parts of the address */
  path?: (thing: Planted) => Record<string, string>;
  query?: string | ((at: Pick<Try, 'place'>) => string);
  body?: (at: Try) => unknown;
  /** makes something at the place named in its body */
  makes?: true;
  /** lists these: exactly what the caller may see of what was planted */
  lists?: Noun;
  /** seen by whoever holds this, although the operation needs more: then a refusal may say 403 */
  seenWith?: Permission;
  /** belongs to no place: only whose grant covers the whole city is answered */
  cityOnly?: true;
  /** out of reach looks like an empty list */
  emptyElsewhere?: true;
  /** what the ledger makes is for this one to write down; of several, any one */
  also?: Permission | readonly Permission[];
  /** for whoever made it, and what is planted was made by nobody of these */
  makerOnly?: true;
  /** out of reach it is refused by name, for the request says where */
  refusedElsewhere?: true;
  /** it may also find that what was planted past every rule is not in the store */
  mayLack?: true;
  /** ends or changes the caller's own sessions, or what the caller is known to reach */
  ends?: true;
  /** another of the same kind at the same place, as `also.otherId` */
  pair?: true;
  /** whom it answers, where that is no question of a permission */
  answers?: (holder: Holder, thing: Planted, parents: Parents) => boolean;
  /** never carried out here: its answer for whoever may is a refusal of its own */
  refusesAll?: true;
  /** would take the thing from the one it is assigned to, who then has no place where to leave it */
  givesAway?: true;
  /** refused on one's own account */
  notOnOneself?: true;
}
