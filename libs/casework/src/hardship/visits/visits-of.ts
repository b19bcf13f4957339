import { raw, sql, type Sql } from '#data/sql';

/** The visits of a file for its page, newest first, as a column: that they were made and by whom, never what was seen. */
export function visitsOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', v.id, 'purpose', v.purpose, 'visitedOn', v.visited_on, 'complete', v.complete, 'madeByName', v.made_by_name, 'updatedAt', v.updated_at, 'version', v.version,
      'visitors', coalesce((SELECT json_agg(w ->> 'name') FROM jsonb_array_elements(v.visitors) w), '[]')) ORDER BY v.made_at DESC, v.id DESC)
    FROM hardship_visit v WHERE v.file_id = ${raw(`${alias}.id`)}), '[]')`;
}
