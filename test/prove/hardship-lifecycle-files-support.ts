/** One file in every status, or several where what may be done next depends on what was assessed or announced. */
import { decideObjection } from '#casework/hardship/notices/decide-objection';
import { deregisterFile } from '#casework/hardship/changes/deregister-file';
import { liftFile } from '#casework/hardship/changes/lift-file';
import { proposeExit, type ExitProposal } from '#casework/hardship/changes/propose-exit';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import { refuseApplicationForFile } from '#casework/hardship/application/refuse-file';
import { returnToHardship } from '#casework/hardship/changes/return-to-hardship';
import { sendBackFile } from '#casework/hardship/application/send-back-file';
import { transferFile } from '#casework/hardship/changes/transfer-file';
import { withdrawFile } from '#casework/hardship/application/withdraw-file';
import { plainDate, type PlainDate } from '#rules/shared/plain-date';
import * as on from '../support/a-case-of-hardship.js';

export interface Prepared {
  status: string;
  fileId: string;
  /** the day on which things are tried with it, unless an operation has a day of its own */
  day: string;
  days?: Readonly<Record<string, string>>;
  objectionId?: string;
  /** Where several files are in one status: the operations that this one is for. */
  only?: readonly string[];
  not?: readonly string[];
}

const [WITHIN, AFTER, REVIEW, AFTER_REVIEW] = ['2026-11-20', on.AFTER, on.REVIEW, '2027-10-19'];
export const told = { ...on.CALL, reason: '家庭收入增加', toldOn: plainDate(REVIEW) };

type Office = on.AidOffice;

export async function prepareFiles(office: Office, elsewhere: string): Promise<Prepared[]> {
  const { as } = on;
  const [later, then, after] = [on.onDay(office, AFTER), on.onDay(office, REVIEW), on.onDay(office, AFTER_REVIEW)];
  const files: Prepared[] = [];
  const add = (status: string, fileId: string, day: string, more: Partial<Prepared> = {}) => files.push({ status, fileId, day, ...more });

  const draft = await on.aDraft(office);
  await on.sign(office, draft);
  add('draft', draft, WITHIN);
  add('submitted', await on.aSubmitted(office), WITHIN);
  const sentBack = await on.aSubmitted(office);
  await sendBackFile(office.officer, { ...(await as(office, sentBack)), reason: '补正' });
  add('sent_back', sentBack, WITHIN);
  const checked = await on.aChecked(office);
  await on.visited(office, checked);
  add('prelim_ok', checked, WITHIN);
  add('visited', await on.aVisited(office), WITHIN);
  add('verifying', await on.aVerifying(office), WITHIN);
  add('verified', await on.aVerified(office), WITHIN);
  add('reviewed', await on.aReviewed(office), WITHIN);
  add('notice', await on.onNotice(office), AFTER, { days: { recordObjection: WITHIN } });
  const objected = await on.onNotice(office);
  add('objected', objected, WITHIN, { objectionId: await object(office, objected) });
  add('approved', await on.anApproved(office), AFTER);
  add('active', await on.anActive(office), AFTER);

  add('under_review', await on.underReview(office), REVIEW, { not: ['raiseClass', 'proposeLower'] });
  add('under_review', await on.underReview(office, { hardshipClass: 'relative' }), REVIEW, { only: ['raiseClass'] });
  add('under_review', await on.underReview(office, {}, 'relative'), REVIEW, { only: ['proposeLower'] });

  const lowering = async (): Promise<string> => {
    const fileId = await on.underReview(office, {}, 'relative');
    await proposeLower(then.reviewer, { ...(await as(office, fileId)), ...told, hardshipClass: 'relative' });
    return fileId;
  };
  const leaving = async (ground: ExitProposal['ground']): Promise<string> => {
    const fileId = await on.underReview(office, {}, ground === 'lifted' ? 'none' : 'deep');
    await proposeExit(then.reviewer, { ...(await as(office, fileId)), ...told, ground });
    return fileId;
  };
  const within = { days: { recordObjection: REVIEW } };
  add('class_notice', await lowering(), AFTER_REVIEW, within);
  const classObjected = await lowering();
  add('class_objected', classObjected, REVIEW, { objectionId: await object(then, classObjected) });
  add('exit_notice', await leaving('lifted'), AFTER_REVIEW, { ...within, not: ['deregisterFile'] });
  add('exit_notice', await leaving('left'), AFTER_REVIEW, { ...within, only: ['deregisterFile'] });
  const exitObjected = await leaving('left');
  add('exit_objected', exitObjected, REVIEW, { objectionId: await object(then, exitObjected) });

  const lifted = await leaving('lifted');
  await liftFile(after.approver, await as(office, lifted));
  add('lifted', lifted, AFTER_REVIEW);
  const gone = await leaving('left');
  await deregisterFile(after.approver, await as(office, gone));
  add('exited_other', gone, AFTER_REVIEW);
  const transferred = await on.anActive(office);
  const accepted = { toOrganisationId: elsewhere, acceptedBy: '周宁', acceptedOn: plainDate(WITHIN), reason: '迁址' };
  await transferFile(later.clerk, { ...(await as(office, transferred)), ...accepted });
  add('transferred', transferred, AFTER);
  const returned = await leaving('lifted');
  await liftFile(after.approver, await as(office, returned));
  await returnToHardship(after.clerk, { ...(await as(office, returned)), reason: '失业' });
  add('returned', returned, AFTER_REVIEW);
  const refused = await on.aVerified(office);
  await refuseApplicationForFile(office.approver, { ...(await as(office, refused)), reason: '不符合' });
  add('refused', refused, WITHIN);
  const withdrawn = await on.aSubmitted(office);
  await withdrawFile(office.clerk, { ...(await as(office, withdrawn)), reason: '不再申请' });
  add('withdrawn', withdrawn, WITHIN);
  return files;
}

/** Recorded by the clerk of the office; answers which it is. */
export async function object(office: Office, fileId: string, day?: PlainDate): Promise<string> {
  await recordObjection(office.clerk, { ...(await on.as(office, fileId)), content: '情况不实', ...(day && { on: day }) });
  const { rows } = await office.db.owner.query<{ id: string }>(
    'SELECT id FROM hardship_objection WHERE file_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1',
    [fileId],
  );
  return rows[0]!.id;
}

export async function dismiss(office: Office, fileId: string, objectionId: string): Promise<void> {
  await decideObjection(office.reviewer, { ...(await on.as(office, fileId)), objectionId, upheld: false, finding: '不成立' });
}
