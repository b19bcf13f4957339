/** The search box by hand: what the text is decides which statements are sent. */
import { statements } from './limit-statements.js';
import type { Ask } from './limit-server.js';

/** `kind` says what was asked for, so that the limit does not even have to find out. */
export async function limitSearch(ask: Ask, query: URLSearchParams): Promise<object> {
  const [kind, value] = [query.get('kind'), query.get('q')!];
  switch (kind) {
    case 'name': {
      const keys = value.split(',');
      const [people, employers] = await Promise.all([ask(statements.peopleNamed, [keys, 7]), ask(statements.employersNamed, [keys, 7])]);
      return { people, employers };
    }
    case 'id':
      return { people: await ask(statements.personByNumber, [Buffer.from(value, 'hex')]) };
    case 'number': {
      const [disputes, petitions] = await Promise.all([
        ask(statements.disputesNumbered, [value, 7]),
        ask(statements.petitionsNumbered, [value, 7]),
      ]);
      return { disputes, petitions };
    }
    default:
      throw new Error(`unknown kind ${String(kind)}`);
  }
}
