import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { refuseVisit } from '#rules/hardship/visits/visit-refusals';
import { notTooOften } from '../../people/reveal-person.js';
import { inTransaction, mustBePermitted, whyNotPermitted, type Work } from '../../work.js';
import { colleaguesWhoVisit } from './colleagues-who-visit.js';
import { presentVisit } from './present-visit.js';
import { lockVisit, mayStillChange, type VisitRow } from './visit-row.js';

interface Holder {
  name: string;
  address: string | null;
  phoneCipher: Buffer | null;
  phoneMasked: string | null;
  mainCause: string;
  employerName: string | null;
  householdSize: number;
  members: { personId: string; name: string; relation: string }[];
}

/**
 * 带出: the form and what one must know to find the family, for a device without network. Names, telephone and address go along in
 * full where the person may see them at all; that they left, and on which device, is on record.
 */
export async function takeVisitAlong(work: Work, { visitId, clientId }: { visitId: string; clientId: string }) {
  const taken = await inTransaction(work, async (tx) => {
    const visit = await lockVisit(tx, work, visitId);
    mustBePermitted(work.actor, 'hardship.record', visit);
    if (!mayStillChange(visit)) throw refuseVisit('hardship.visit-over');
    const revealed = !whyNotPermitted(work.actor, 'person.reveal', visit);
    if (revealed) await notTooOften(tx, work);
    const family = await familyOf(tx, visit);
    const named = (name: string): string => (revealed ? name : maskPersonName(name));
    const phone = revealed && family.phoneCipher ? work.secrets.open(family.phoneCipher) : family.phoneMasked;
    if (revealed) {
      const purpose = '入户调查';
      tx.audit({ type: 'person.revealed', subject: { noun: 'person', id: visit.holderId }, details: { field: 'phone', purpose } });
    }
    tx.audit({
      type: 'hardship.visit-taken-along',
      subject: { noun: 'hardship', id: visit.fileId },
      organisationId: visit.organisationId,
      details: { visitId, clientId },
    });
    return {
      visit: presentVisit(work, visit),
      organisationId: visit.organisationId,
      facts: {
        holderName: named(family.name),
        phone,
        address: revealed ? family.address : null,
        mainCause: family.mainCause,
        employerName: family.employerName,
        householdSize: family.householdSize,
        members: family.members.map((member) => ({ ...member, name: named(member.name) })),
      },
    };
  });
  const colleagues = await colleaguesWhoVisit(work.data, taken.organisationId);
  return { visit: taken.visit, facts: { ...taken.facts, colleagues } };
}

function familyOf(tx: Transaction, visit: VisitRow): Promise<Holder> {
  return tx.one<Holder>(
    sql`SELECT p.name, p.address, p.phone_cipher, p.phone_masked, f.main_cause, f.employer_name, f.household_size,
          coalesce((SELECT json_agg(json_build_object('personId', m.person_id, 'name', q.name, 'relation', m.relation) ORDER BY m.relation <> 'holder', m.recorded_at, m.id)
            FROM household_member m JOIN person q ON q.id = m.person_id WHERE m.household_id = f.household_id AND m.left_on IS NULL), '[]') AS members
        FROM hardship_file f JOIN person p ON p.id = f.holder_id WHERE f.id = ${visit.fileId}`,
  );
}
