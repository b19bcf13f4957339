import { sql } from '#data/sql';
import { assess } from '#rules/hardship/eligibility/assess';
import type { EmploymentState, HardshipCause } from '#rules/hardship/codes';
import { changedAnswers, type HouseholdAnswers } from '#rules/hardship/file-form';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { ruleDay } from '#rules/hardship/file-parts';
import { checkWorksheet, computeWorksheet, type WorksheetLine } from '#rules/hardship/worksheet/worksheet';
import type { PlainDate } from '#rules/shared/plain-date';
import { Refusal, refuseIf } from '#rules/shared/refusal';
import { visibleTo } from '../../visible.js';
import { mustBePermitted, today, type Work } from '../../work.js';
import { madeBy } from './assessments-of.js';
import { householdKnown, type FileRow } from '../household/household-of-file.js';
import { seesSealed } from '../in-file.js';
import { openSheet } from '../worksheet/kept-worksheet.js';
import { readRulebook } from './rulebook.js';
import { openFacts } from '../sealed-facts.js';

export interface Typed {
  fileId: string;
  /** what has been typed and not yet saved */
  lines?: readonly WorksheetLine[] | undefined;
  household?: HouseholdAnswers | undefined;
  mainCause?: HardshipCause | undefined;
  otherCauses?: readonly HardshipCause[] | undefined;
  employment?: EmploymentState | null | undefined;
}
type Row = FileRow & { memberIds: string[]; reviewBegunOn: PlainDate | null; sheetCipher: Buffer | null };

/** What the rule would say of the figures as they stand, while somebody types them. Nothing is kept of it. */
export async function previewAssessment(work: Work, typed: Typed) {
  const file = await work.data.readOne<Row>(
    work.actor,
    sql`SELECT f.*, ARRAY(SELECT m.id FROM household_member m WHERE m.household_id = f.household_id AND m.left_on IS NULL ORDER BY m.recorded_at, m.id) AS member_ids,
          (SELECT max(d.decided_on) FROM hardship_decision d WHERE d.file_id = f.id AND d.move = 'beginReview') AS review_begun_on,
          (SELECT w.sheet_cipher FROM hardship_worksheet w WHERE w.file_id = f.id AND w.status <> 'dropped' ORDER BY w.number DESC LIMIT 1) AS sheet_cipher
        FROM hardship_file f WHERE f.id = ${typed.fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  if (!seesSealed(work.actor, file.organisationId)) mustBePermitted(work.actor, 'hardship.record', file);
  const { memberIds } = file;
  const sheet = typed.lines ? { memberIds, lines: typed.lines } : file.sheetCipher ? openSheet(work.secrets, file.sheetCipher) : undefined;
  if (sheet) refuseIf(checkWorksheet(sheet));
  const book = await readRulebook(work.data);
  const known = {
    ...file,
    mainCause: typed.mainCause ?? file.mainCause,
    otherCauses: typed.otherCauses ? [...typed.otherCauses] : file.otherCauses,
    employment: typed.employment === undefined ? file.employment : typed.employment,
  };
  const answers = changedAnswers(openFacts(work.secrets, file.factsCipher).household, typed.household);
  const household = householdKnown(known, answers, sheet, book);
  const receivedOn = ruleDay({
    status: file.status as FileStatus,
    receivedOn: file.receivedOn,
    reviewBegunOn: file.reviewBegunOn,
    today: today(work),
  });
  const assessed = assess(book.rules, book.standards, household, { receivedOn, assessedOn: today(work) });
  if (assessed instanceof Refusal) throw assessed;
  return { assessed, by: madeBy(book, assessed), totals: sheet ? computeWorksheet(sheet) : null };
}
