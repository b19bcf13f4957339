import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { mayRecordVerification } from '#rules/hardship/application/application-guards';
import { refuseFile } from '#rules/hardship/file-refusals';
import { reportHoldsUntil, verificationPlan } from '#rules/hardship/application/verification-plan';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { today, type Work } from '../../work.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';

export interface VerificationReport extends FileMoveInput {
  reportedOn: PlainDate;
  findings: string;
}

/** 登记核对报告. An upheld objection sends a file back here without a new request: the report that answers it is one of its own. */
export function recordVerification(work: Work, { reportedOn, findings, ...input }: VerificationReport): Promise<void> {
  return moveFile(work, 'recordVerification', input, async (tx, file, on) => {
    const awaited = await awaitedReport(tx, file.id);
    return {
      judge: () => {
        if (awaited && reportedOn < awaited.sentOn)
          return refuseFile('hardship.day-too-early', { last: awaited.sentOn, field: 'reportedOn' });
        return mayRecordVerification({ reportedOn, today: today(work) });
      },
      also: () => keepReport(tx, work, file, awaited, { reportedOn, findings, on }),
    };
  });
}

const awaitedReport = (tx: Transaction, fileId: string): Promise<Tables['hardship_verification'] | undefined> =>
  tx.find(
    sql`SELECT * FROM hardship_verification WHERE file_id = ${fileId} AND reported_on IS NULL ORDER BY sent_on DESC, id DESC LIMIT 1`,
  );

async function keepReport(
  tx: Transaction,
  { actor, secrets }: Work,
  file: LockedFile,
  awaited: Tables['hardship_verification'] | undefined,
  { reportedOn, findings }: { reportedOn: PlainDate; findings: string; on: PlainDate },
): Promise<void> {
  const report = {
    reportedOn,
    validUntil: reportHoldsUntil(verificationPlan, reportedOn),
    findingsCipher: secrets.seal(findings),
    recordedBy: actor.id,
    recordedByName: actor.name,
  };
  if (awaited) return tx.update('hardship_verification', awaited, report);
  const { id: fileId, organisationId } = file;
  await tx.insert('hardship_verification', { id: newId(), fileId, organisationId, sentOn: reportedOn, sentBy: actor.id, ...report });
}
