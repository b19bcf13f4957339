import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

/** How far back the same employer and subject count as perhaps the same matter: local practice, a parameter. */
const NEAR_DAYS = 90;

export interface PossibleRepeat {
  id: string;
  number: string | null;
  registeredOn: string;
  channel: string;
  because: ('person' | 'phone' | 'employer-subject')[];
}

/** Earlier or later contacts that may be about the same matter, each with why: proposed to the clerk, never joined by itself. */
export function possibleRepeats(work: Work, petition: Tables['petition']): Promise<PossibleRepeat[]> {
  const { id, matterId, petitionerId, phoneIndex, employerId, subject, registeredOn } = petition;
  return work.data.read<PossibleRepeat>(
    work.actor,
    sql`SELECT p.id, p.number, p.registered_on, p.channel,
          array_remove(ARRAY[CASE WHEN p.petitioner_id = ${petitionerId} THEN 'person' END, CASE WHEN p.phone_index = ${phoneIndex} THEN 'phone' END,
            CASE WHEN p.employer_id = ${employerId} AND p.subject = ${subject} THEN 'employer-subject' END], NULL) AS because
        FROM petition p WHERE p.id IN (
          SELECT a.id FROM petition a WHERE a.petitioner_id = ${petitionerId} AND a.subject = ${subject}
          UNION SELECT b.id FROM petition b WHERE b.phone_index = ${phoneIndex}
          UNION SELECT c.id FROM petition c WHERE c.employer_id = ${employerId} AND c.subject = ${subject} AND c.registered_on BETWEEN ${registeredOn}::date - ${NEAR_DAYS}::int AND ${registeredOn}::date + ${NEAR_DAYS}::int
        ) AND p.id <> ${id} AND p.matter_id <> ${matterId} AND ${visibleTo(work.actor, 'petition.read', 'p', 'handler_id')} ORDER BY p.registered_on DESC, p.id DESC LIMIT 10`,
  );
}
