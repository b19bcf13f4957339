import { sql } from '#data/sql';
import type { Secrets } from '#data/secrets';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { AssessedBy } from '#rules/hardship/eligibility/assess';
import type { Household } from '#rules/hardship/eligibility/household';

export type AssessmentKept = Tables['hardship_assessment'];

/** The newest; an older one decides nothing any more. */
export function newestAssessment(tx: Transaction, fileId: string): Promise<AssessmentKept | undefined> {
  return tx.find<AssessmentKept>(sql`SELECT * FROM hardship_assessment WHERE file_id = ${fileId} ORDER BY made_at DESC, id DESC LIMIT 1`);
}

export const openHousehold = (secrets: Secrets, sealed: Buffer): Household => JSON.parse(secrets.open(sealed)) as Household;
export const sealHousehold = (secrets: Secrets, household: Household): Buffer => secrets.seal(JSON.stringify(household));

export const assessedBy = ({ ruleId, standardId, receivedOn, assessedOn }: AssessmentKept): AssessedBy => ({
  ruleId,
  standardId,
  receivedOn,
  assessedOn,
});
