import { openText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import type { PlainDate } from '#rules/shared/plain-date';
import { ID, INSTANT, pageOf, readCursor } from '../paging.js';
import type { Actor, Work } from '../work.js';
import { visiblePerson } from './visible-person.js';

interface Line {
  id: string;
  noun: string;
  subjectId: string;
  kind: string;
  happenedOn: PlainDate;
  recordedAt: Date;
  actorName: string;
  fromStatus: string | null;
  toStatus: string | null;
  note: string | null;
  noteCipher: Buffer | null;
}

const readingOf: Readonly<Record<string, Permission>> = {
  person: 'person.read',
  dispute: 'dispute.read',
  petition: 'petition.read',
  hardship: 'hardship.read',
  candidate: 'candidate.read',
  disbursement: 'disbursement.read',
  'legal-aid': 'legal-aid.read',
};
const readable = (actor: Actor): string[] => Object.keys(readingOf).filter((noun) => actor.rights.has(readingOf[noun]!));

/** What happened to a person in every case that the actor may read, newest first, by the page: a person may have thousands of lines. */
export async function personTimeline(
  work: Work,
  personId: string,
  { cursor, limit, count }: { cursor?: string | undefined; limit: number; count?: boolean | undefined },
) {
  const { actor, data } = work;
  const { id } = await data.readOne<{ id: string }>(
    actor,
    sql`SELECT p.id FROM person p WHERE p.id = (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id = ${personId}) AND ${visiblePerson(actor, 'person.read')}`,
  );
  const place = readCursor(cursor, [INSTANT, ID]);
  const where = sql`y.person_id = ${id} AND y.noun = ANY (${readable(actor)})`;
  const rows = await data.read<Line>(
    actor,
    sql`SELECT y.id, y.noun, y.subject_id, y.kind, y.happened_on, y.recorded_at, y.actor_name, y.from_status, y.to_status, y.note, y.note_cipher FROM activity y
        WHERE ${where} ${place ? sql`AND (y.recorded_at, y.id) < (${place[0]}, ${place[1]})` : sql``} ORDER BY y.recorded_at DESC, y.id DESC LIMIT ${limit + 1}`,
  );
  const total = count
    ? (await data.readOne<{ total: number }>(actor, sql`SELECT count(*) AS total FROM activity y WHERE ${where}`)).total
    : null;
  const page = pageOf(rows, limit, (row) => [row.recordedAt.toISOString(), row.id]);
  const items = page.items.map(({ noteCipher, ...line }) => ({ ...line, note: line.note ?? openText(work.secrets, noteCipher) }));
  return { ...page, items, total };
}
