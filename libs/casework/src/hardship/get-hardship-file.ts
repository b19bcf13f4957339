import { sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

type File = Record<string, unknown> & { holderName: string; members: { name: string }[] };

/** One file with its household, the aid it got and its timeline. Income and health stay sealed, names masked. */
export async function getHardshipFile(work: Work, id: string) {
  const file = await work.data.readOne<File>(
    work.actor,
    sql`SELECT f.id, f.number, f.holder_id, f.holder_name, f.hardship_class, f.status, f.main_cause, f.household_size, f.employer_name, f.organisation_id, o.name AS organisation_name, f.certificate_no, f.filed_on,
          f.era, f.employment, f.other_causes, f.filed_by, f.remark, f.import_row_id IS NOT NULL AS imported, f.version,
          coalesce((SELECT json_agg(json_build_object('personId', m.person_id, 'name', p.name, 'relation', m.relation, 'status', m.status, 'schooling', m.schooling) ORDER BY m.recorded_at, m.id)
            FROM household_member m JOIN person p ON p.id = m.person_id WHERE m.household_id = f.household_id AND m.left_on IS NULL), '[]') AS members,
          coalesce((SELECT json_agg(json_build_object('id', d.id, 'programme', d.programme, 'campaign', d.campaign, 'paidOn', d.paid_on, 'amountFen', d.cash_fen + d.goods_fen) ORDER BY d.paid_on DESC)
            FROM (SELECT * FROM disbursement d WHERE d.person_id = f.holder_id AND ${visibleTo(work.actor, 'disbursement.read', 'd')} ORDER BY d.paid_on DESC LIMIT 50) d), '[]') AS aid,
          coalesce((SELECT json_agg(json_build_object('id', a.id, 'noun', a.noun, 'subjectId', a.subject_id, 'kind', a.kind, 'happenedOn', a.happened_on, 'recordedAt', a.recorded_at, 'actorName', a.actor_name,
              'fromStatus', a.from_status, 'toStatus', a.to_status, 'note', a.note) ORDER BY a.recorded_at DESC, a.id DESC)
            FROM (SELECT * FROM activity a WHERE a.subject_id = f.id ORDER BY a.recorded_at DESC, a.id DESC LIMIT 100) a), '[]') AS timeline
        FROM hardship_file f JOIN organisation o ON o.id = f.organisation_id WHERE f.id = ${id} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  return {
    ...file,
    holderName: maskPersonName(file.holderName),
    members: file.members.map((member) => ({ ...member, name: maskPersonName(member.name) })),
  };
}
