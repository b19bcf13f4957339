import { refuseData } from '#data/refusals';
import { computeWorksheet } from '#rules/hardship/worksheet/worksheet';
import { mayCheckWorksheet, type WorksheetStatus } from '#rules/hardship/worksheet/worksheet-life';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import { membersOf } from '../household/household-of-file.js';
import { inFile } from '../in-file.js';
import { lockWorksheet, openSheet } from './kept-worksheet.js';
import { tellWorksheet } from './tell-worksheet.js';

export interface OfWorksheet {
  fileId: string;
  worksheetId: string;
  version: number;
}

/** 核算: somebody who reckoned no line of it has gone through it, voucher by voucher. It never changes again. */
export function checkWorksheet(work: Work, { fileId, worksheetId, version }: OfWorksheet): Promise<void> {
  return inFile(work, 'checkWorksheet', { fileId }, async (tx, file) => {
    const row = await lockWorksheet(tx, fileId, worksheetId);
    if (row.version !== version) throw refuseData('data.changed-meanwhile');
    const sheet = openSheet(work.secrets, row.sheetCipher);
    refuseIf(
      mayCheckWorksheet({
        status: row.status as WorksheetStatus,
        sheet,
        members: (await membersOf(tx, file.householdId)).map(({ id }) => id),
        totals: computeWorksheet(sheet),
        checker: work.actor.id,
      }),
    );
    const { id: checkedBy, name: checkedByName } = work.actor;
    await tx.update('hardship_worksheet', row, { status: 'checked', checkedAt: work.now, checkedBy, checkedByName });
    tellWorksheet(tx, file, worksheetId, 'checked', today(work));
  });
}
