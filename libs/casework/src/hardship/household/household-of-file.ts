import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { EmploymentState, HardshipCause } from '#rules/hardship/codes';
import type { HouseholdAnswers } from '#rules/hardship/file-form';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { ruleDay } from '#rules/hardship/file-parts';
import type { Household } from '#rules/hardship/eligibility/household';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { presentHousehold } from '#rules/hardship/eligibility/present-household';
import { computeWorksheet, type Worksheet } from '#rules/hardship/worksheet/worksheet';
import type { PlainDate } from '#rules/shared/plain-date';
import { today, type Work } from '../../work.js';
import { openFacts } from '../sealed-facts.js';

export type FileRow = Tables['hardship_file'];
export type KnownFile = Pick<FileRow, 'divisionCode' | 'mainCause' | 'otherCauses' | 'employment' | 'householdSize' | 'factsCipher'>;

export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly birthDate: PlainDate | null;
  readonly relation: string;
  readonly joinedOn: PlainDate | null;
}

/** Everybody who belongs to the household now. */
export function membersOf(tx: Transaction, householdId: string): Promise<Membership[]> {
  return tx.rows<Membership>(sql`SELECT m.id, m.person_id, p.name, p.birth_date, m.relation, m.joined_on FROM household_member m JOIN person p ON p.id = m.person_id
    WHERE m.household_id = ${householdId} AND m.left_on IS NULL ORDER BY m.recorded_at, m.id`);
}

/** What the file says of its household now, in the words of a rule. */
export function householdOfFile(work: Pick<Work, 'secrets'>, file: KnownFile, sheet: Worksheet | undefined, book: Rulebook): Household {
  return householdKnown(file, openFacts(work.secrets, file.factsCipher).household, sheet, book);
}

/** A file of no district stands under the city's standard. */
export function householdKnown(
  { divisionCode, mainCause, otherCauses, employment, householdSize }: Omit<KnownFile, 'factsCipher'>,
  answers: HouseholdAnswers,
  sheet: Worksheet | undefined,
  { standards }: Rulebook,
): Household {
  const city = standards.find(({ division }) => division.endsWith('00'))?.division ?? '';
  return presentHousehold(
    {
      division: divisionCode ?? city,
      mainCause: mainCause as HardshipCause,
      otherCauses: otherCauses as HardshipCause[],
      employment: employment as EmploymentState | null,
      members: householdSize,
      answers,
    },
    sheet && sheet.memberIds.length > 0 ? computeWorksheet(sheet) : undefined,
  );
}

/** When the review that is under way began; none where the file is on none. */
export async function reviewBegunOn(tx: Transaction, fileId: string): Promise<PlainDate | null> {
  const begun = await tx.find<{ decidedOn: PlainDate }>(
    sql`SELECT decided_on FROM hardship_decision WHERE file_id = ${fileId} AND move = 'beginReview' ORDER BY file_version DESC LIMIT 1`,
  );
  return begun?.decidedOn ?? null;
}

/** The day whose rule governs the file now. */
export async function ruleDayOf(tx: Transaction, work: Work, file: Pick<FileRow, 'id' | 'status' | 'receivedOn'>): Promise<PlainDate> {
  return ruleDay({
    status: file.status as FileStatus,
    receivedOn: file.receivedOn,
    reviewBegunOn: await reviewBegunOn(tx, file.id),
    today: today(work),
  });
}
