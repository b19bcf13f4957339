import { refuseData } from '#data/refusals';
import { maySignWorksheet, type WorksheetStatus } from '#rules/hardship/worksheet/worksheet-life';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import { membersOf } from '../household/household-of-file.js';
import { inFile } from '../in-file.js';
import { lockWorksheet, openSheet } from './kept-worksheet.js';
import { tellWorksheet } from './tell-worksheet.js';

export interface WorksheetSigning {
  fileId: string;
  worksheetId: string;
  version: number;
  signedOn?: PlainDate | undefined;
  signedBy: string;
}

/** The applicant has signed for the figures: from now on they are not touched. */
export function signWorksheet(
  work: Work,
  { fileId, worksheetId, version, signedOn = today(work), signedBy }: WorksheetSigning,
): Promise<void> {
  return inFile(work, 'signWorksheet', { fileId }, async (tx, file) => {
    const row = await lockWorksheet(tx, fileId, worksheetId);
    if (row.version !== version) throw refuseData('data.changed-meanwhile');
    const members = (await membersOf(tx, file.householdId)).map(({ id }) => id);
    const sheet = openSheet(work.secrets, row.sheetCipher);
    refuseIf(maySignWorksheet({ status: row.status as WorksheetStatus, sheet, members, signedOn, today: today(work) }));
    await tx.update('hardship_worksheet', row, { status: 'signed', signedOn, signedBy: signedBy.trim() });
    tellWorksheet(tx, file, worksheetId, 'signed', signedOn);
  });
}
