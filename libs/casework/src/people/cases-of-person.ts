import { sql, type Sql } from '#data/sql';
import { visibleTo } from '../visible.js';
import type { Actor } from '../work.js';

export interface CaseOfPerson {
  noun: string;
  id: string;
  number: string | null;
  title: string;
  status: string;
  on: string;
}

/** A person's cases of every kind that the actor may read, the newest first. */
export function casesOfPerson(actor: Actor, personId: Sql): Sql {
  return sql`coalesce((SELECT json_agg(c) FROM (
    SELECT 'dispute' AS noun, d.id, d.number, d.employer_name AS title, d.status, d.registered_on AS "on" FROM dispute d
      WHERE d.id = ANY (ARRAY(SELECT x.id FROM dispute x WHERE x.applicant_id = ${personId} UNION SELECT y.dispute_id FROM dispute_party y WHERE y.person_id = ${personId})) AND ${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')}
    UNION ALL SELECT 'petition', t.id, t.number, coalesce(t.employer_name, t.number, ''), t.status, t.registered_on FROM petition t
      WHERE t.petitioner_id = ${personId} AND ${visibleTo(actor, 'petition.read', 't', 'handler_id')}
    UNION ALL SELECT 'hardship', h.id, h.number, coalesce(h.employer_name, h.number, ''), h.status, coalesce(h.filed_on, h.begun_on) FROM hardship_file h
      WHERE h.id = ANY (ARRAY(SELECT x.id FROM hardship_file x WHERE x.holder_id = ${personId}
        UNION SELECT y.id FROM hardship_file y JOIN household_member m ON m.household_id = y.household_id WHERE m.person_id = ${personId})) AND ${visibleTo(actor, 'hardship.read', 'h')}
    UNION ALL SELECT 'legal-aid', l.id, l.number, coalesce(l.employer_name, l.number, ''), l.status, l.started_on FROM legal_aid_matter l
      WHERE l.person_id = ${personId} AND ${visibleTo(actor, 'legal-aid.read', 'l', 'lawyer_id')}
    UNION ALL SELECT 'disbursement', b.id, NULL, coalesce(b.campaign, b.programme), 'paid', b.paid_on FROM disbursement b
      WHERE b.person_id = ${personId} AND ${visibleTo(actor, 'disbursement.read', 'b')}
    ORDER BY 6 DESC, 2 DESC LIMIT 200) c), '[]')`;
}
