/** What an answer must be, from the table of operations and the roles alone. */
import type { Permission } from '#rules/access/permissions';
import type { Row } from './access-row-support.js';
import { coversCity, reaches, reachOf, type Holder, type Parents, type Thing } from './access-roles-oracle.js';
import type { Noun, Planted } from './access-things-support.js';

export type Verdict = 'done' | 'refused' | 'hidden' | 'refused or hidden' | 'empty or hidden' | 'sign in' | 'open';

export const OK: Record<Verdict, (status: number) => boolean> = {
  done: (status) => (status >= 200 && status < 300) || status === 409 || status === 422,
  refused: (status) => status === 403,
  hidden: (status) => status === 404,
  'refused or hidden': (status) => status === 403 || status === 404,
  'empty or hidden': (status) => status === 200 || status === 404,
  'sign in': (status) => status === 401,
  open: (status) => status < 500,
};
export const HANDLED: ReadonlySet<Noun> = new Set(['dispute', 'petition', 'legal-aid']);
/** Everybody who is signed in sees these, so that a refusal tells nothing. */
const SEEN_BY_ALL: ReadonlySet<Noun> = new Set(['organisation', 'employer']);
/** What a record's id in an answer gives away; people's ids stand in their cases and organisations' everywhere. */
export const SECRET: readonly Noun[] = [
  'dispute',
  'petition',
  'mass-incident',
  'hardship',
  'candidate',
  'pairing',
  'policy',
  'disbursement',
  'legal-aid',
  'import',
  'report',
  'audit',
  'job',
];
export const READ_OF: Partial<Record<Noun, Permission>> = {
  user: 'user.read',
  employer: 'employer.read',
  'mediation-body': 'mediation-body.read',
  person: 'person.read',
  dispute: 'dispute.read',
  'mass-incident': 'mass-incident.read',
  petition: 'petition.read',
  hardship: 'hardship.read',
  candidate: 'candidate.read',
  pairing: 'hardship.read',
  policy: 'policy.read',
  disbursement: 'disbursement.read',
  'legal-aid': 'legal-aid.read',
  import: 'import.read',
  report: 'report.read',
  job: 'job.read',
  audit: 'audit.read',
};

/** Refused wherever the thing is: it may be asked of one that others need. */
export const isHopeless = (row: Row, holder: Holder): boolean =>
  row.needs !== 'nobody' && row.needs !== 'signed-in' && !reachOf(holder, row.needs);

export const thingOf = (thing: Planted): Thing => ({ places: [thing.place], handler: thing.handler });

export function expected(row: Row, holder: Holder, parents: Parents, thing: Planted | undefined, place: string): Verdict {
  if (row.needs === 'nobody') return 'open';
  if (row.answers && thing) return row.answers(holder, thing, parents) ? 'done' : 'hidden';
  if (row.needs === 'signed-in') return 'done';
  if (!reachOf(holder, row.needs)) return 'refused';
  if (row.makerOnly) return 'refused or hidden';
  if (row.cityOnly && !coversCity(holder, row.needs, parents)) return 'refused or hidden';
  if (row.makes) return reaches(holder, row.needs, { places: [place] }, parents) ? 'done' : 'refused or hidden';
  const also = row.also === undefined ? [] : [row.also].flat();
  if (!thing) return also.length === 0 || also.some((permission) => reachOf(holder, permission)) ? 'done' : 'refused';
  const inPlace = reaches(holder, row.needs, { places: [thing.place] }, parents);
  if (row.givesAway && thing.handler === holder.id && !inPlace) return 'refused or hidden';
  if (inPlace && also.length > 0 && !also.some((permission) => reaches(holder, permission, { places: [thing.place] }, parents)))
    return 'refused';
  if (inPlace || reaches(holder, row.needs, thingOf(thing), parents)) return 'done';
  if (SEEN_BY_ALL.has(thing.noun)) return 'refused';
  if (row.seenWith && reaches(holder, row.seenWith, thingOf(thing), parents)) return 'refused or hidden';
  if (row.refusedElsewhere) return 'refused or hidden';
  return row.emptyElsewhere ? 'empty or hidden' : 'hidden';
}
