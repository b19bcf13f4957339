import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { refuseFile } from '#rules/hardship/file-refusals';
import type { ConsentKind } from '#rules/hardship/household/household-members';
import type { PlainDate } from '#rules/shared/plain-date';
import { today, type Work } from '../../work.js';
import { inFile } from '../in-file.js';
import { tellConsent } from './record-consent.js';

/** What was agreed to can be taken back at any time; what was done on the ground of it stays done. */
export function withdrawConsent(
  work: Work,
  {
    fileId,
    consentId,
    version,
    withdrawnOn = today(work),
  }: { fileId: string; consentId: string; version: number; withdrawnOn?: PlainDate | undefined },
): Promise<void> {
  return inFile(work, 'withdrawConsent', { fileId }, async (tx, file) => {
    const consent = await tx.one<Tables['hardship_consent']>(
      sql`SELECT * FROM hardship_consent WHERE id = ${consentId} AND file_id = ${fileId} AND withdrawn_on IS NULL FOR UPDATE`,
    );
    if (withdrawnOn > today(work)) throw refuseFile('hardship.day-in-future', { field: 'withdrawnOn' });
    await tx.update('hardship_consent', { id: consentId, version }, { withdrawnOn });
    tellConsent(tx, work, file, { consentId, kind: consent.kind as ConsentKind, how: 'withdrawn', on: withdrawnOn });
  });
}
