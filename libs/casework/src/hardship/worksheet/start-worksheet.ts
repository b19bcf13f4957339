import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { periodIsPossible, yearBefore, yearFrom, type Period } from '#rules/hardship/worksheet/worksheet-life';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { today, type Work } from '../../work.js';
import { membersOf, ruleDayOf, type FileRow } from '../household/household-of-file.js';
import { inFile } from '../in-file.js';
import { openSheet, sealSheet, type KeptLine, type WorksheetRow } from './kept-worksheet.js';
import { tellWorksheet } from './tell-worksheet.js';

/**
 * A new 测算表 for everybody who lives in the household, of the twelve months before the application or the review, beginning as a copy of the last. Vouchers go along only within the
 * same twelve months: last year's bills prove nothing of this year.
 */
export function startWorksheet(
  work: Work,
  { fileId, periodFrom }: { fileId: string; periodFrom?: PlainDate | undefined },
): Promise<string> {
  return inFile(work, 'startWorksheet', { fileId }, async (tx, file) => {
    const [last] = await tx.rows<WorksheetRow>(
      sql`SELECT * FROM hardship_worksheet WHERE file_id = ${fileId} ORDER BY number DESC LIMIT 1`,
    );
    if (last?.status === 'draft' || last?.status === 'signed') throw refuseRecording('hardship.worksheet-in-work');
    const period = periodFrom ? yearFrom(periodFrom) : yearBefore(await ruleDayOf(tx, work, file));
    refuseIf(periodIsPossible(period, today(work)));
    const id = newId();
    await tx.insert('hardship_worksheet', {
      id,
      fileId,
      organisationId: file.organisationId,
      number: (last?.number ?? 0) + 1,
      status: 'draft',
      periodFrom: period.from,
      periodTo: period.to,
      sheetCipher: await startingSheet(tx, work, file, last, period),
      createdBy: work.actor.id,
      createdByName: work.actor.name,
      createdAt: work.now,
    });
    tellWorksheet(tx, file, id, 'started', today(work));
    return id;
  });
}

async function startingSheet(tx: Transaction, work: Work, file: FileRow, last: WorksheetRow | undefined, period: Period): Promise<Buffer> {
  const memberIds = (await membersOf(tx, file.householdId)).map(({ id }) => id);
  const before = last ? openSheet(work.secrets, last.sheetCipher).lines : [];
  const samePeriod = last?.periodFrom === period.from;
  const lines = before
    .filter(({ memberId }) => memberIds.includes(memberId))
    .map((line): KeptLine => ({ ...line, id: newId(), voucherId: samePeriod ? line.voucherId : null }));
  return sealSheet(work.secrets, { memberIds, lines, reckonedBy: [work.actor.id] });
}
