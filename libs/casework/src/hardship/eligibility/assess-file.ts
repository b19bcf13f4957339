import { assess } from '#rules/hardship/eligibility/assess';
import { refuseRecording } from '#rules/hardship/recording-refusals';
import { periodSpeaksOf, sameHousehold } from '#rules/hardship/worksheet/worksheet-life';
import { Refusal, refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { today, type Work } from '../../work.js';
import { householdOfFile, membersOf, ruleDayOf } from '../household/household-of-file.js';
import { inFile } from '../in-file.js';
import { sealHousehold } from './kept-assessment.js';
import { newestWorksheet, openSheet } from '../worksheet/kept-worksheet.js';
import { readRulebook } from './rulebook.js';

/**
 * 认定: what the rule of the day of receipt says of the household under today's standard, by its checked worksheet. Kept with
 * the versions of both and with the household itself, so that it can be read again as it was.
 */
export function assessFile(work: Work, { fileId }: { fileId: string }): Promise<string> {
  return inFile(work, 'assessFile', { fileId }, async (tx, file) => {
    const worksheet = await newestWorksheet(tx, fileId);
    if (worksheet?.status !== 'checked') throw refuseRecording('hardship.worksheet-missing');
    const sheet = openSheet(work.secrets, worksheet.sheetCipher);
    const members = (await membersOf(tx, file.householdId)).map(({ id }) => id);
    if (!sameHousehold(sheet, members)) throw refuseRecording('hardship.worksheet-household-changed');
    const days = { receivedOn: await ruleDayOf(tx, work, file), assessedOn: today(work) };
    refuseIf(periodSpeaksOf({ from: worksheet.periodFrom, to: worksheet.periodTo }, days.receivedOn));
    const book = await readRulebook(tx);
    const household = householdOfFile(work, file, sheet, book);
    const assessed = assess(book.rules, book.standards, household, days);
    if (assessed instanceof Refusal) throw assessed;
    const id = newId();
    const { ruleId, standardId, verdict, proposed, opensFile, unverified } = assessed;
    await tx.insert('hardship_assessment', {
      id,
      fileId,
      organisationId: file.organisationId,
      worksheetId: worksheet.id,
      ruleId,
      standardId,
      ...days,
      verdict,
      proposed,
      opensFile,
      unverified,
      householdCipher: sealHousehold(work.secrets, household),
      madeBy: work.actor.id,
      madeByName: work.actor.name,
      madeAt: work.now,
    });
    const subject = { noun: 'hardship', id: fileId };
    tx.tell({
      noun: 'hardship',
      subjectId: fileId,
      organisationId: file.organisationId,
      personId: file.holderId,
      kind: 'hardship.assessed',
      happenedOn: days.assessedOn,
    });
    tx.audit({
      type: 'hardship.assessed',
      subject,
      organisationId: file.organisationId,
      details: { assessmentId: id, ruleId, standardId },
    });
    return id;
  });
}
