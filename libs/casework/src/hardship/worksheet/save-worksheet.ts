import { refuseData } from '#data/refusals';
import { checkWorksheet } from '#rules/hardship/worksheet/worksheet';
import { mayFillIn, periodIsPossible, yearFrom, type WorksheetStatus } from '#rules/hardship/worksheet/worksheet-life';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import { membersOf } from '../household/household-of-file.js';
import { inFile } from '../in-file.js';
import { lockWorksheet, openSheet, sealSheet, type KeptLine } from './kept-worksheet.js';
import { tellWorksheet } from './tell-worksheet.js';

export interface WorksheetSaving {
  fileId: string;
  worksheetId: string;
  version: number;
  periodFrom?: PlainDate | undefined;
  lines: readonly KeptLine[];
}

/** The lines as they stand now; on the sheet is everybody who lives in the household now. */
export function saveWorksheet(work: Work, { fileId, worksheetId, version, periodFrom, lines }: WorksheetSaving): Promise<void> {
  return inFile(work, 'saveWorksheet', { fileId }, async (tx, file) => {
    const row = await lockWorksheet(tx, fileId, worksheetId);
    if (row.version !== version) throw refuseData('data.changed-meanwhile');
    const period = yearFrom(periodFrom ?? row.periodFrom);
    refuseIf(mayFillIn(row.status as WorksheetStatus) ?? periodIsPossible(period, today(work)));
    const memberIds = (await membersOf(tx, file.householdId)).map(({ id }) => id);
    refuseIf(checkWorksheet({ memberIds, lines }));
    const { reckonedBy } = openSheet(work.secrets, row.sheetCipher);
    await tx.update('hardship_worksheet', row, {
      periodFrom: period.from,
      periodTo: period.to,
      sheetCipher: sealSheet(work.secrets, { memberIds, lines, reckonedBy: [...new Set([...reckonedBy, work.actor.id])] }),
      createdBy: work.actor.id,
      createdByName: work.actor.name,
    });
    tellWorksheet(tx, file, worksheetId, 'saved', today(work));
  });
}
