import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { mayRecordVisit } from '#rules/hardship/application/application-guards';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { VisitorNamed } from '#rules/hardship/visits/visit-form';
import type { Judgement } from '#rules/shared/refusal';
import { today, type Work } from '../../work.js';
import { namesOfHousehold } from './facts-of-file.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';

/** 登记入户调查: the newest complete form of a visit to the family becomes part of the application. */
export function recordVisit(work: Work, input: FileMoveInput): Promise<void> {
  return moveFile(work, 'recordVisit', input, async (tx, file) => ({
    judge: () => whyNoVisit(tx, work, file),
    details: { visitId: (await visitOf(tx, file.id))?.id ?? null },
  }));
}

export async function whyNoVisit(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  const visit = await visitOf(tx, file.id);
  if (!visit?.visitedOn) return refuseFile('hardship.visit-form-incomplete');
  return mayRecordVisit({
    visitors: (visit.visitors as unknown as VisitorNamed[]).map(({ name }) => name),
    relatives: await namesOfHousehold(tx, file),
    visitedOn: visit.visitedOn,
    today: today(work),
    formComplete: visit.complete,
  });
}

function visitOf(tx: Transaction, fileId: string): Promise<Tables['hardship_visit'] | undefined> {
  return tx.find<Tables['hardship_visit']>(
    sql`SELECT * FROM hardship_visit WHERE file_id = ${fileId} AND purpose = 'intake' ORDER BY complete DESC, visited_on DESC NULLS LAST, id DESC LIMIT 1`,
  );
}
