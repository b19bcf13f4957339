import type { EmploymentState, Era } from '#rules/hardship/codes';
import { mustGiveReason } from '#rules/hardship/application/application-guards';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { refuseHardship } from '#rules/hardship/refusals';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import { beginFile } from '../draft-hardship-file.js';
import { moveFile, type FileMoveInput } from '../move-file.js';
import { orOnFileAlready } from '../one-file.js';
import { readRulebook } from '../eligibility/rulebook.js';
import { causesFor } from './transfer-file.js';

/** 返困: the family is in hardship again. The old file stays as it is; a new one begins, linked to it. Answers the new file. */
export async function returnToHardship(work: Work, { reason, ...input }: FileMoveInput & { reason: string }): Promise<{ id: string }> {
  let id = newId();
  const moving = moveFile(work, 'returnToHardship', input, async (tx, file, on) => {
    const rule = eligibilityRuleInForce((await readRulebook(tx)).rules, on);
    if (!rule) throw refuseHardship('hardship.no-rule-in-force', { on });
    const [mainCause, ...otherCauses] = causesFor(rule.era as Era, [file.mainCause, ...file.otherCauses]);
    return {
      reason,
      judge: () => mustGiveReason(reason),
      also: async () => {
        id = await beginFile(tx, work, {
          organisationId: file.organisationId,
          holderId: file.holderId,
          mainCause: mainCause!,
          otherCauses: otherCauses.slice(0, 3),
          employment: file.employment as EmploymentState | null,
          employerId: file.employerId,
          employerName: file.employerName,
          begunOn: on,
          earlier: file,
        });
      },
    };
  });
  await orOnFileAlready(moving);
  return { id };
}
