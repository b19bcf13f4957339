import type { Secrets } from '#data/secrets';
import type { HouseholdAnswers, MemberAnswers, SealedAnswers } from '#rules/hardship/file-form';
import type { Leaving } from '#rules/hardship/household/household-members';
import type { PlainDate } from '#rules/shared/plain-date';

/** What is kept of one member: the words of the row with it, because the file keeps its versions and the row does not. */
export interface MemberFacts {
  readonly answers?: MemberAnswers;
  readonly relation?: string;
  readonly status?: string | null;
  readonly schooling?: string | null;
  readonly leaving?: Leaving;
}

export interface KnownEnd {
  readonly reason: 'schooling-ends' | 'benefit-ends' | 'treatment-ends';
  readonly on: PlainDate;
}

/** hardship_file.facts_cipher, opened. */
export interface SealedFacts {
  readonly answers: SealedAnswers;
  readonly household: HouseholdAnswers;
  readonly ends: readonly KnownEnd[];
  /** by the id of the membership */
  readonly members: Readonly<Record<string, MemberFacts>>;
}

const NOTHING: SealedFacts = { answers: {}, household: {}, ends: [], members: {} };

export function openFacts(secrets: Secrets, sealed: Buffer | null): SealedFacts {
  return sealed ? { ...NOTHING, ...(JSON.parse(secrets.open(sealed)) as Partial<SealedFacts>) } : NOTHING;
}

export function sealFacts(secrets: Secrets, facts: SealedFacts): Buffer {
  return secrets.seal(JSON.stringify(facts));
}

export function withMemberFacts(facts: SealedFacts, memberId: string, change: MemberFacts): SealedFacts {
  return { ...facts, members: { ...facts.members, [memberId]: { ...facts.members[memberId], ...change } } };
}
