/**
 * Who may record which file, and which file breaks the invariant, told from the raw rows by walking up the tree: written down
 * apart from the program's own ways, one of which works downwards and the other by levels.
 */
import type pg from 'pg';

export interface Told {
  /** file → what is wrong with it */
  faults: ReadonlyMap<string, string>;
  /** due files → who has them */
  due: ReadonlyMap<string, string | null>;
  onFile: number;
}

interface Grant {
  user: string;
  at: string;
  reach: string;
}
interface File {
  id: string;
  place: string;
  handler: string | null;
  review: string | null;
  last: string;
}

const ON_FILE = ['active', 'under_review', 'class_notice', 'class_objected', 'exit_notice', 'exit_objected'];

export async function tellReviews(owner: pg.Pool, today: string): Promise<Told> {
  const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => (await owner.query(text, values)).rows as Row[];
  const grants = await rows<Grant>(
    `SELECT g.user_id AS user, g.organisation_id AS at, p.reach FROM role_grant g JOIN role_permission p ON p.role_code = g.role_code AND p.permission = 'hardship.record'
     JOIN "user" u ON u.id = g.user_id WHERE u.status = 'active' AND u.username NOT LIKE 'system.%' AND g.revoked_at IS NULL AND g.valid_from <= $1 AND coalesce(g.valid_to, 'infinity') >= $1`,
    [today],
  );
  const parents = new Map(
    (await rows<{ child: string; parent: string }>(`SELECT organisation_id AS child, parent_id AS parent FROM organisation_parent WHERE valid_from <= $1 AND coalesce(valid_to, 'infinity') > $1`, [today])).map(
      ({ child, parent }) => [child, parent],
    ),
  ); // prettier-ignore
  const [{ id: root } = { id: '' }] = await rows<{ id: string }>(
    `SELECT id FROM organisation o WHERE kind = 'city' AND NOT EXISTS (SELECT FROM organisation_parent p WHERE p.organisation_id = o.id)`,
  );
  const held = new Map<string, Grant[]>();
  for (const grant of grants) held.set(grant.user, [...(held.get(grant.user) ?? []), grant]);
  const mayRecord = (user: string, place: string): boolean =>
    (held.get(user) ?? []).some(
      ({ at, reach }) => at === place || (reach !== 'organisation' && (at === root || isAbove(parents, at, place))),
    );

  const files = await rows<File>(
    `SELECT id, organisation_id AS place, handler_id AS handler, review_on::text AS review, greatest(reviewed_on, filed_on)::text AS last FROM hardship_file WHERE status = ANY ($1)`,
    [ON_FILE],
  );
  const faults = new Map<string, string>();
  const due = new Map<string, string | null>();
  for (const file of files) {
    const fault = faultOf(file, today, mayRecord);
    if (fault) faults.set(file.id, fault);
    if (file.review !== null && file.review <= today) due.set(file.id, file.handler);
  }
  return { faults, due, onFile: files.length };
}

function isAbove(parents: ReadonlyMap<string, string>, above: string, place: string): boolean {
  for (let at: string | undefined = place, steps = 0; at && steps < 50; at = parents.get(at), steps += 1) if (at === above) return true;
  return false;
}

function faultOf(
  { place, handler, review, last }: File,
  today: string,
  mayRecord: (user: string, place: string) => boolean,
): string | undefined {
  if (review === null) return 'unplanned';
  if (review > yearAfter(last)) return 'too-late';
  if (review > today) return undefined;
  if (handler === null) return 'nobody';
  return mayRecord(handler, place) ? undefined : 'may-not';
}

/** A leap day's year ends on the 28th. */
function yearAfter(day: string): string {
  const year = Number(day.slice(0, 4)) + 1;
  return day.slice(5) === '02-29' ? `${year}-02-28` : `${year}${day.slice(4)}`;
}
