import { sealedIn } from '#data/sealed-text';
import { raw, sql, type Sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { PlainDate } from '#rules/shared/plain-date';
import { clocksOf, type ActivityPart, type ClockPart } from '../case-parts.js';
import { visibleTo } from '../visible.js';
import type { Actor } from '../work.js';
import { certificatesOf } from './certificates/certificates-of.js';
import { decisionsOf, type DecisionKept } from './decisions-of.js';
import type { CertificateRow } from './certificates/issue-for.js';
import type { LockedFile } from './move-file.js';
import { noticesOf } from './notices/notices-of.js';
import { sealedTimelineOf } from './sealed-timeline.js';
import { verificationsOf } from './application/verifications-of.js';
import { visitsOf } from './visits/visits-of.js';

/** A file with what hangs on it, in one statement; its texts still sealed. */
export type FileSeen = LockedFile & {
  organisationName: string;
  reviewBegunOn: PlainDate | null;
  decisions: DecisionKept[];
  certificates: CertificateRow[];
  notices: { reason: string | null }[];
  verifications: unknown[];
  visits: unknown[];
  pairings: { endedReason: string | null }[];
  attachments: { fileName: string | null }[];
  aid: unknown[];
  clocks: ClockPart[];
  timeline: ActivityPart[];
};

export function fileSeen(tx: Transaction, actor: Actor, id: string): Promise<FileSeen> {
  return tx.one<FileSeen>(sql`
    SELECT f.*, o.name AS organisation_name, (SELECT max(d.decided_on) FROM hardship_decision d WHERE d.file_id = f.id) AS last_decided_on,
      (SELECT max(d.decided_on) FROM hardship_decision d WHERE d.file_id = f.id AND d.move = 'beginReview') AS review_begun_on,
      ${decisionsOf('f')} AS decisions, ${certificatesOf('f')} AS certificates, ${noticesOf('f')} AS notices, ${verificationsOf('f')} AS verifications, ${visitsOf('f')} AS visits,
      ${pairingsOf('f')} AS pairings, ${attachmentsOf('f')} AS attachments, ${aidOf(actor, 'f')} AS aid, ${clocksOf('f')} AS clocks, ${sealedTimelineOf('f')} AS timeline
    FROM hardship_file f JOIN organisation o ON o.id = f.organisation_id WHERE f.id = ${id} AND ${visibleTo(actor, 'hardship.read', 'f')}`);
}

function pairingsOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', p.id, 'cadreId', p.cadre_id, 'cadreName', p.cadre_name, 'cadrePost', p.cadre_post, 'pairedOn', p.paired_on, 'endedOn', p.ended_on,
      'endedReason', ${sealedIn('p.ended_reason_cipher')}, 'lastContactOn', (SELECT max(c.contacted_on) FROM pairing_contact c WHERE c.pairing_id = p.id), 'version', p.version) ORDER BY p.ended_on DESC NULLS FIRST, p.paired_on DESC)
    FROM pairing p WHERE p.file_id = ${raw(`${alias}.id`)}), '[]')`;
}

function attachmentsOf(alias: string): Sql {
  return sql`coalesce((SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'personId', a.person_id, 'fileName', ${sealedIn('a.file_name_cipher')}, 'mediaType', a.media_type, 'size', a.size, 'scan', a.scan,
      'addedByName', a.added_by_name, 'addedAt', a.added_at, 'version', a.version) ORDER BY a.added_at, a.id) FROM attachment a WHERE a.subject_id = ${raw(`${alias}.id`)} AND a.removed_at IS NULL), '[]')`;
}

/** What the household got, whoever of it: one household, one file. */
function aidOf(actor: Actor, alias: string): Sql {
  const [holder, household] = [raw(`${alias}.holder_id`), raw(`${alias}.household_id`)];
  return sql`coalesce((SELECT json_agg(json_build_object('id', d.id, 'programme', d.programme, 'campaign', d.campaign, 'paidOn', d.paid_on, 'amountFen', d.cash_fen + d.goods_fen) ORDER BY d.paid_on DESC, d.id DESC)
    FROM (SELECT d.* FROM disbursement d WHERE d.person_id = ANY (ARRAY(SELECT ${holder} UNION SELECT m.person_id FROM household_member m WHERE m.household_id = ${household} AND m.left_on IS NULL))
      AND ${visibleTo(actor, 'disbursement.read', 'd')} ORDER BY d.paid_on DESC, d.id DESC LIMIT 50) d), '[]')`;
}
