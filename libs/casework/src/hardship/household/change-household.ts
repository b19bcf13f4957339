import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { PlainDate } from '#rules/shared/plain-date';
import { today, type Work } from '../../work.js';
import { membersOf, type FileRow } from './household-of-file.js';
import { openFacts, sealFacts, withMemberFacts, type MemberFacts } from '../sealed-facts.js';

export type MemberRow = Tables['household_member'];

/** A current member of the file's household. */
export function lockMember(tx: Transaction, file: FileRow, memberId: string): Promise<MemberRow> {
  return tx.one<MemberRow>(
    sql`SELECT * FROM household_member WHERE id = ${memberId} AND household_id = ${file.householdId} AND left_on IS NULL FOR UPDATE`,
  );
}

/** Writes the file after its household has changed: how many live in it, and what is known of the one concerned. */
export async function householdChanged(
  tx: Transaction,
  work: Work,
  file: FileRow,
  { memberId, how, on, facts }: { memberId: string; how: string; on?: PlainDate | undefined; facts: MemberFacts },
): Promise<void> {
  const members = await membersOf(tx, file.householdId);
  await tx.update('hardship_file', file, {
    householdSize: Math.max(members.length, 1),
    factsCipher: sealFacts(work.secrets, withMemberFacts(openFacts(work.secrets, file.factsCipher), memberId, facts)),
  });
  tx.tell({
    noun: 'hardship',
    subjectId: file.id,
    organisationId: file.organisationId,
    personId: file.holderId,
    kind: `hardship.member-${how}`,
    happenedOn: on ?? today(work),
  });
  tx.audit({
    type: 'hardship.household-changed',
    subject: { noun: 'hardship', id: file.id },
    organisationId: file.organisationId,
    details: { memberId, how },
  });
}
