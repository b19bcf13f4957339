import { sealText } from '#data/sealed-text';
import { mayDropWorksheet, type WorksheetStatus } from '#rules/hardship/worksheet/worksheet-life';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import type { OfWorksheet } from './check-worksheet.js';
import { inFile } from '../in-file.js';
import { lockWorksheet } from './kept-worksheet.js';
import { tellWorksheet } from './tell-worksheet.js';

/** 作废, with the reason: the sheet stays readable, and the next one begins as its copy. */
export function dropWorksheet(work: Work, { fileId, worksheetId, version, reason }: OfWorksheet & { reason: string }): Promise<void> {
  return inFile(work, 'dropWorksheet', { fileId }, async (tx, file) => {
    const row = await lockWorksheet(tx, fileId, worksheetId);
    refuseIf(mayDropWorksheet(row.status as WorksheetStatus));
    await tx.update('hardship_worksheet', { id: row.id, version }, { status: 'dropped' });
    tellWorksheet(tx, file, worksheetId, 'dropped', today(work), sealText(work.secrets, reason.trim()));
  });
}
