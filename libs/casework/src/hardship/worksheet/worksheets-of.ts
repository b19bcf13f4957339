import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { maskSigner } from '#rules/hardship/household/signer';
import { computeWorksheet } from '#rules/hardship/worksheet/worksheet';
import {
  mayCheckWorksheet,
  mayDropWorksheet,
  mayFillIn,
  maySignWorksheet,
  sameHousehold,
  type WorksheetStatus,
} from '#rules/hardship/worksheet/worksheet-life';
import { action, type ActionView } from '../../actions.js';
import { today, type Work } from '../../work.js';
import type { FileRow } from '../household/household-of-file.js';
import { seesSealed, whyMayNotRecord } from '../in-file.js';
import { openSheet, type KeptSheet, type WorksheetRow } from './kept-worksheet.js';

type OfFile = Pick<FileRow, 'organisationId' | 'status'>;

/** Every worksheet of a file, dropped ones too, the newest first. */
export function worksheetsOf(tx: Transaction, fileId: string): Promise<WorksheetRow[]> {
  return tx.rows<WorksheetRow>(sql`SELECT * FROM hardship_worksheet WHERE file_id = ${fileId} ORDER BY number DESC`);
}

/** The figures are those of the rules, computed from the lines whenever they are shown. */
export function viewWorksheet(work: Work, file: OfFile, row: WorksheetRow, members: readonly string[]) {
  const { id, number, periodFrom, periodTo, signedOn, signedBy, checkedBy, checkedByName, createdBy, createdByName, version } = row;
  const status = row.status as WorksheetStatus;
  const sheet = openSheet(work.secrets, row.sheetCipher);
  const shown = seesSealed(work.actor, file.organisationId);
  const { memberIds, lines } = sheet;
  return {
    id,
    number,
    status,
    periodFrom,
    periodTo,
    signedOn,
    signedBy: signedBy && maskSigner(signedBy),
    checkedBy,
    checkedByName,
    createdBy,
    createdByName,
    sheet: shown ? { memberIds, lines } : null,
    totals: shown && memberIds.length > 0 ? computeWorksheet(sheet) : null,
    householdChanged: status !== 'dropped' && !sameHousehold(sheet, members),
    version,
    actions: actionsOf(work, file, status, sheet, members),
  };
}

function actionsOf(work: Work, file: OfFile, status: WorksheetStatus, sheet: KeptSheet, members: readonly string[]): ActionView[] {
  const { actor } = work;
  const on = today(work);
  const signing = { status, sheet, members, signedOn: on, today: on };
  const checking = { status, sheet, members, totals: computeWorksheet(sheet), checker: actor.id };
  return [
    action('saveWorksheet', whyMayNotRecord(actor, 'saveWorksheet', file) ?? mayFillIn(status)),
    action('signWorksheet', whyMayNotRecord(actor, 'signWorksheet', file) ?? maySignWorksheet(signing)),
    action('checkWorksheet', whyMayNotRecord(actor, 'checkWorksheet', file) ?? mayCheckWorksheet(checking)),
    action('dropWorksheet', whyMayNotRecord(actor, 'dropWorksheet', file) ?? mayDropWorksheet(status)),
  ];
}
