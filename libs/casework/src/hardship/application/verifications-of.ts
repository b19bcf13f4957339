import { raw, sql, type Sql } from '#data/sql';
import { verificationPlan } from '#rules/hardship/application/verification-plan';

/** The verifications of a file for its page, the newest first, as a column: when and until when, never what was found. */
export function verificationsOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', v.id, 'sentOn', v.sent_on, 'reportedOn', v.reported_on, 'validUntil', v.valid_until, 'recordedByName', v.recorded_by_name,
      'unverified', ${verificationPlan.unverified}::boolean) ORDER BY v.sent_on DESC, v.id DESC) FROM hardship_verification v WHERE v.file_id = ${raw(`${alias}.id`)}), '[]')`;
}
