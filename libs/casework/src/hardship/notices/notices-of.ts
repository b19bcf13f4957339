import { sealedIn } from '#data/sealed-text';
import { raw, sql, type Sql } from '#data/sql';

/** The notices of a file for its page, the newest first, as a column: that there are objections, never what they say. */
export function noticesOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', n.id, 'kind', n.kind, 'givenOn', n.given_on, 'givenByName', n.given_by_name, 'endsOn', k.due_on, 'suspended', k.state = 'suspended', 'phone', n.phone,
      'place', n.place, 'text', n.text_zh, 'classWanted', n.class_wanted, 'ground', n.ground, 'reason', ${sealedIn('n.reason_cipher')}, 'toldOn', n.told_on, 'endedOn', n.ended_on, 'endedHow', n.ended_how, 'objections',
      coalesce((SELECT json_agg(json_build_object('id', o.id, 'objectedOn', o.objected_on, 'decidedOn', o.decided_on, 'decidedByName', o.decided_by_name, 'upheld', o.upheld) ORDER BY o.recorded_at, o.id)
        FROM hardship_objection o WHERE o.notice_id = n.id), '[]')) ORDER BY n.given_on DESC, n.id DESC)
    FROM hardship_notice n JOIN clock k ON k.id = n.clock_id WHERE n.file_id = ${raw(`${alias}.id`)}), '[]')`;
}
