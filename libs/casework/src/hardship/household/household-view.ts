import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { consentsNeeded, type ConsentKind } from '#rules/hardship/household/household-members';
import { maskSigner } from '#rules/hardship/household/signer';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import type { SealedFacts } from '../sealed-facts.js';

export interface MemberSeen {
  id: string;
  personId: string;
  name: string;
  sex: string | null;
  birthDate: PlainDate | null;
  idMasked: string | null;
  relation: string;
  status: string | null;
  schooling: string | null;
  joinedOn: PlainDate | null;
  leftOn: PlainDate | null;
}
export interface ConsentSeen {
  id: string;
  personId: string;
  kind: ConsentKind;
  signedOn: PlainDate;
  signedBy: string;
  attachmentId: string | null;
  withdrawnOn: PlainDate | null;
  version: number;
}

/** Everybody who belongs or belonged to the household, in the order in which they were entered. */
export function allMembers(tx: Transaction, householdId: string): Promise<MemberSeen[]> {
  return tx.rows<MemberSeen>(sql`
    SELECT m.id, m.person_id, p.name, p.sex, p.birth_date, p.id_masked, m.relation, m.status, m.schooling, m.joined_on, m.left_on
    FROM household_member m JOIN person p ON p.id = m.person_id WHERE m.household_id = ${householdId} ORDER BY m.relation <> 'holder', m.recorded_at, m.id`);
}

/** Whoever signed is masked, as everybody of the household. */
export async function allConsents(tx: Transaction, fileId: string): Promise<ConsentSeen[]> {
  const consents = await tx.rows<ConsentSeen>(sql`
    SELECT id, person_id, kind, signed_on, signed_by, attachment_id, withdrawn_on, version FROM hardship_consent WHERE file_id = ${fileId} ORDER BY recorded_at, id`);
  return consents.map((consent) => ({ ...consent, signedBy: maskSigner(consent.signedBy) }));
}

interface Seeing {
  readonly holderId: string;
  readonly consents: readonly ConsentSeen[];
  /** none for who may not see what is sealed */
  readonly facts: SealedFacts | undefined;
  readonly today: PlainDate;
}

/** With what each has to sign and has not signed yet. Names are masked, as everywhere among the needy. */
export function viewMember(member: MemberSeen, { holderId, consents, facts, today }: Seeing) {
  const { personId, birthDate, leftOn } = member;
  const isHolder = personId === holderId;
  const needed = leftOn === null ? consentsNeeded({ isHolder, birthDate }, today) : [];
  const given = consents.filter((one) => one.personId === personId && one.withdrawnOn === null).map(({ kind }) => kind);
  const kept = facts?.members[member.id];
  return {
    ...member,
    name: maskPersonName(member.name),
    isHolder,
    leaving: kept?.leaving ?? null,
    answers: facts ? (kept?.answers ?? {}) : null,
    consentsNeeded: needed,
    consentsMissing: needed.filter((kind) => !given.includes(kind)),
  };
}
