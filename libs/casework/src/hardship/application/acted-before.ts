import type { Transaction } from '#data/transaction';
import type { VisitorNamed } from '#rules/hardship/visits/visit-form';
import { sql } from '#data/sql';
import type { Work } from '../../work.js';
import { reckonersOf } from './facts-of-file.js';
import { actorsBefore } from '../move-file.js';

/** Who checked, visited and reckoned: the review is another's. */
export async function checkersBefore(tx: Transaction, work: Work, fileId: string): Promise<string[]> {
  const [visits, reckoners, actors] = [
    await tx.rows<{ visitors: VisitorNamed[] }>(
      sql`SELECT visitors FROM hardship_visit WHERE file_id = ${fileId} AND complete AND purpose = 'intake'`,
    ),
    await reckonersOf(tx, work, fileId),
    await actorsBefore(tx, fileId, ['passFirstCheck', 'recordVisit', 'recordVerification']),
  ];
  const visitors = visits.flatMap((visit) => visit.visitors.flatMap(({ userId }) => userId ?? []));
  return [...new Set([...actors, ...reckoners, ...visitors])];
}

/** These, and who reviewed, published and checked objections: the approval is another's. */
export async function reviewersBefore(tx: Transaction, work: Work, fileId: string): Promise<string[]> {
  const actors = await actorsBefore(tx, fileId, ['review', 'openNotice', 'dismissObjection']);
  return [...new Set([...actors, ...(await checkersBefore(tx, work, fileId))])];
}

/** Who announced an adverse change and who checked objections to it: the change is another's. */
export function announcersBefore(tx: Transaction, fileId: string): Promise<string[]> {
  return actorsBefore(tx, fileId, ['proposeLower', 'proposeExit', 'dismissLowerObjection', 'dismissExitObjection']);
}
