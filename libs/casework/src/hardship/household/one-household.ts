import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { Relation } from '#rules/hardship/household/household-members';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { visibleTo } from '../../visible.js';
import type { Work } from '../../work.js';

type Member = Tables['household_member'];

/** What the holder until now is to the new one, who was this to the old. */
const seenFromThere: Readonly<Partial<Record<string, Relation>>> = {
  spouse: 'spouse',
  child: 'parent',
  parent: 'child',
  sibling: 'sibling',
  grandchild: 'grandparent',
  grandparent: 'grandchild',
};

/**
 * The household of an applicant: the one in which the person lives or had a file, within reach, or a new one. The person
 * heads it from now on, and it is kept where the file is.
 */
export async function householdOf(
  tx: Transaction,
  work: Work,
  { holderId, organisationId, on }: { holderId: string; organisationId: string; on: PlainDate },
): Promise<string> {
  const known = await tx.find<Tables['household']>(sql`
    SELECT h.* FROM household h WHERE ${visibleTo(work.actor, 'hardship.record', 'h')} AND h.id IN (
      SELECT m.household_id FROM household_member m WHERE m.person_id = ${holderId} AND m.left_on IS NULL UNION SELECT f.household_id FROM hardship_file f WHERE f.holder_id = ${holderId})
    ORDER BY h.created_at DESC, h.id DESC LIMIT 1 FOR UPDATE`);
  if (!known) {
    const id = newId();
    await tx.insert('household', { id, organisationId, createdAt: work.now });
    await join(tx, work, id, holderId, 'holder', null);
    return id;
  }
  if (known.organisationId !== organisationId) await tx.update('household', known, { organisationId });
  await letHead(tx, work, known.id, holderId, on);
  return known.id;
}

async function letHead(tx: Transaction, work: Work, householdId: string, holderId: string, on: PlainDate): Promise<void> {
  const members = await tx.rows<Member>(
    sql`SELECT * FROM household_member WHERE household_id = ${householdId} AND left_on IS NULL ORDER BY id FOR UPDATE`,
  );
  const own = members.find(({ personId }) => personId === holderId);
  if (own?.relation === 'holder') return;
  const before = members.find(({ relation }) => relation === 'holder');
  if (own) await tx.update('household_member', own, { leftOn: on });
  await join(tx, work, householdId, holderId, 'holder', own ? on : null);
  if (!before) return;
  await tx.update('household_member', before, { leftOn: on });
  const { status, schooling, healthCipher } = before;
  await join(tx, work, householdId, before.personId, seenFromThere[own?.relation ?? ''] ?? 'other', on, {
    status,
    schooling,
    healthCipher,
  });
}

export async function join(
  tx: Transaction,
  work: Work,
  householdId: string,
  personId: string,
  relation: Relation,
  joinedOn: PlainDate | null,
  known: Partial<Member> = {},
): Promise<string> {
  const id = newId();
  await tx.insert('household_member', { id, householdId, personId, relation, joinedOn, recordedAt: work.now, ...known });
  return id;
}
