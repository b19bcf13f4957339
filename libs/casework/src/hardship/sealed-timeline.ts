import { sealedIn } from '#data/sealed-text';
import { raw, sql, type Sql } from '#data/sql';

/** As `timelineOf`, for a file or a candidate, whose notes are sealed: `withOpened(secrets, timeline, 'note')`. */
export function sealedTimelineOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(t) FROM (
    SELECT y.id, y.noun, y.subject_id AS "subjectId", y.kind, y.happened_on AS "happenedOn", y.recorded_at AS "recordedAt", y.actor_name AS "actorName", y.from_status AS "fromStatus",
           y.to_status AS "toStatus", ${sealedIn('y.note_cipher')} AS note FROM activity y WHERE y.subject_id = ${raw(alias)}.id ORDER BY y.recorded_at DESC, y.id DESC LIMIT 200) t), '[]')`;
}
