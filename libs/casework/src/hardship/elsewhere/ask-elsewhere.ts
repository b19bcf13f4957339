import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { elsewhereLimits, refuseElsewhere, type ElsewherePurpose } from '#rules/hardship/elsewhere/elsewhere';
import { newId } from '#runtime/ids';
import { visiblePerson } from '../../people/visible-person.js';
import { visibleTo } from '../../visible.js';
import { inTransaction, mustBePermitted, type Work } from '../../work.js';

/** So many organisations are named at most: whoever is helped in more places is a matter for the city. */
const MOST_CONTACTS = 3;

export interface ElsewhereContact {
  organisationId: string;
  organisationName: string;
  phone: string | null;
}

export interface ElsewhereAnswer {
  answer: boolean;
  askedAt: Date;
  contacts: ElsewhereContact[];
}

interface Question {
  organisationId: string;
  personId: string | null;
  fileId: string | null;
  purpose: ElsewherePurpose;
}

/** At intake: the person, and everybody who is known to live with that person. */
export async function askElsewhereOfPerson(
  work: Work,
  { personId, organisationId = work.actor.organisationId }: { personId: string; organisationId?: string | undefined },
): Promise<ElsewhereAnswer> {
  await work.data.readOne(
    work.actor,
    sql`SELECT p.id FROM person p WHERE p.id = ${personId} AND ${visiblePerson(work.actor, 'person.read')}`,
  );
  mustBePermitted(work.actor, 'elsewhere.ask', { organisationId });
  return ask(work, { organisationId, personId, fileId: null, purpose: 'intake' });
}

/** Before approval: the holder of a file and every member of the household. */
export async function askElsewhereOfFile(work: Work, fileId: string): Promise<ElsewhereAnswer> {
  const { organisationId } = await work.data.readOne<{ organisationId: string }>(
    work.actor,
    sql`SELECT f.organisation_id FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  mustBePermitted(work.actor, 'elsewhere.ask', { organisationId });
  return ask(work, { organisationId, personId: null, fileId, purpose: 'approval' });
}

/** The database answers, records the question and counts: whom it finds nobody learns, only whom to call. */
async function ask(work: Work, { organisationId, personId, fileId, purpose }: Question): Promise<ElsewhereAnswer> {
  const { questionsAnHour: most, aidMonths } = elsewhereLimits;
  const subject = fileId ? { noun: 'hardship', id: fileId } : { noun: 'person', id: personId! };
  const ids = Array.from({ length: MOST_CONTACTS }, () => newId());
  const told = await inTransaction(work, async (tx) => {
    const rows = await tx.rows<{ limited: boolean; otherOrganisationId: string | null }>(
      sql`SELECT * FROM bangfu.ask_elsewhere(${ids}, ${work.now}, ${organisationId}, ${personId}, ${fileId}, ${purpose}, ${most}, ${aidMonths})`,
    );
    const others = rows.flatMap(({ otherOrganisationId }) => otherOrganisationId ?? []);
    // Who runs into the limit is on record too: the transaction is kept, and refused after it.
    if (rows[0]!.limited) tx.audit({ type: 'elsewhere.limited', subject, organisationId, details: {} });
    else tx.audit({ type: 'elsewhere.asked', subject, organisationId, details: { purpose, answer: others.length > 0 } });
    return { limited: rows[0]!.limited, contacts: await contactsOf(tx, others) };
  });
  if (told.limited) throw refuseElsewhere('hardship.elsewhere-limit', { most });
  return { answer: told.contacts.length > 0, askedAt: work.now, contacts: told.contacts };
}

/** In the order of the answer, with the telephone of the centre or, failing that, of the organisation. */
async function contactsOf(tx: Transaction, ids: readonly string[]): Promise<ElsewhereContact[]> {
  if (ids.length === 0) return [];
  return tx.rows<ElsewhereContact>(
    sql`SELECT o.id AS organisation_id, o.name AS organisation_name, coalesce((SELECT s.phone FROM service_site s WHERE s.organisation_id = o.id AND s.phone IS NOT NULL ORDER BY s.kind, s.id LIMIT 1), o.phone) AS phone
        FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS a(id, at) JOIN organisation o ON o.id = a.id ORDER BY a.at`,
  );
}
