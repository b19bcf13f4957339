import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { mayTransferFile } from '#rules/hardship/changes/change-guards';
import { hardshipCauses, type Era, type HardshipCause } from '#rules/hardship/codes';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { FILE_BEGINS } from '#rules/hardship/file-lifecycle';
import { refuseFile } from '#rules/hardship/file-refusals';
import { refuseHardship } from '#rules/hardship/refusals';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { today, type Work } from '../../work.js';
import { certificateFollows } from '../certificates/end-certificate.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { readRulebook } from '../eligibility/rulebook.js';

export interface FileTransfer extends FileMoveInput {
  toOrganisationId: string;
  /** who there confirmed that they take the family on, and when */
  acceptedBy: string;
  acceptedOn: PlainDate;
  reason: string;
}

/**
 * 转出: both unions have agreed. This file ends as transferred, and the same household has a draft at the receiving union,
 * which makes it a file of its own.
 */
export function transferFile(work: Work, { toOrganisationId, acceptedBy, acceptedOn, reason, ...input }: FileTransfer): Promise<void> {
  const newFileId = newId();
  return moveFile(work, 'transferFile', input, {
    reason,
    details: { toOrganisationId, acceptedBy: acceptedBy.trim(), acceptedOn, newFileId },
    judge: ({ organisationId: from }) =>
      acceptedOn > today(work)
        ? refuseFile('hardship.day-in-future', { field: 'acceptedOn' })
        : mayTransferFile({ from, to: toOrganisationId, accepted: acceptedBy.trim() !== '' }),
    changes: (_, on) => ({ endedOn: on }),
    also: async (tx, file, on) => {
      await certificateFollows(tx, work, file, undefined, on);
      await openThere(tx, work, file, { toOrganisationId, newFileId, on });
    },
  });
}

async function openThere(
  tx: Transaction,
  work: Work,
  file: LockedFile,
  { toOrganisationId, newFileId, on }: { toOrganisationId: string; newFileId: string; on: PlainDate },
): Promise<void> {
  await tx.one(sql`SELECT id FROM organisation WHERE id = ${toOrganisationId}`);
  const rule = eligibilityRuleInForce((await readRulebook(tx)).rules, on);
  if (!rule) throw refuseHardship('hardship.no-rule-in-force', { on });
  const causes = causesFor(rule.era, [file.mainCause, ...file.otherCauses]);
  await tx.rows(
    sql`SELECT bangfu.take_over_file(${file.id}, ${toOrganisationId}, ${newFileId}, ${newId()}, ${rule.era}, ${causes}, ${on}, ${work.now})`,
  );
  tx.tell({
    noun: 'hardship',
    subjectId: newFileId,
    organisationId: toOrganisationId,
    personId: file.holderId,
    kind: 'hardship.draft',
    happenedOn: on,
    toStatus: FILE_BEGINS,
  });
  tx.audit({
    type: 'hardship.drafted',
    subject: { noun: 'hardship', id: newFileId },
    organisationId: toOrganisationId,
    details: { householdId: file.householdId },
  });
}

/** Causes that the form of today does not list become "other"; the receiving union states them anew. */
export function causesFor(era: Era, causes: readonly string[]): HardshipCause[] {
  const listed = causes.filter(
    (cause): cause is HardshipCause =>
      cause in hardshipCauses && (hardshipCauses[cause as HardshipCause].eras as readonly Era[]).includes(era),
  );
  return listed[0] === causes[0] ? listed : ['other', ...listed.filter((cause) => cause !== 'other')];
}
