/**
 * The life of a hardship file (困难职工档案): application, check, public notice, file, review, change, exit. Nothing is
 * overwritten: 建档、续档、调档、脱困、销档、返困 are moves with a date each.
 */
import type { Label } from '../shared/label.js';
import { lifecycle } from '../shared/lifecycle.js';

export const fileStatuses = {
  draft: { zh: '填报中', en: 'Draft' },
  submitted: { zh: '已申报', en: 'Submitted' },
  sent_back: { zh: '退回补正', en: 'Sent back' },
  prelim_ok: { zh: '初审通过', en: 'First check passed' },
  visited: { zh: '已入户', en: 'Visited' },
  verifying: { zh: '核对中', en: 'Being verified' },
  verified: { zh: '已核对', en: 'Verified' },
  reviewed: { zh: '复审通过', en: 'Reviewed' },
  notice: { zh: '公示中', en: 'On public notice' },
  objected: { zh: '异议核查', en: 'Objection being checked' },
  approved: { zh: '已批准', en: 'Approved' },
  active: { zh: '在档', en: 'On file' },
  under_review: { zh: '复核中', en: 'Under review' },
  class_notice: { zh: '调档告知中', en: 'Lower class announced' },
  class_objected: { zh: '调档异议核查', en: 'Objection to lower class' },
  exit_notice: { zh: '脱困公示', en: 'Exit announced' },
  exit_objected: { zh: '脱困异议核查', en: 'Objection to exit' },
  lifted: { zh: '脱困销档', en: 'Lifted' },
  exited_other: { zh: '已注销', en: 'Cancelled' },
  transferred: { zh: '已转出', en: 'Transferred out' },
  returned: { zh: '返困另立新档', en: 'Returned to hardship, new file' },
  refused: { zh: '不予认定', en: 'Not recognised' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Label>;
export type FileStatus = keyof typeof fileStatuses;

export const FILE_BEGINS: FileStatus = 'draft';

/** Before it is a file. A household or person may have one application or file at a time, wherever it is. */
export const applyingStatuses = [
  'draft',
  'submitted',
  'sent_back',
  'prelim_ok',
  'visited',
  'verifying',
  'verified',
  'reviewed',
  'notice',
  'objected',
  'approved',
] as const satisfies readonly FileStatus[];
/** On file: aid may rest on it until it has ended, also while a change is announced. */
export const onFileStatuses = [
  'active',
  'under_review',
  'class_notice',
  'class_objected',
  'exit_notice',
  'exit_objected',
] as const satisfies readonly FileStatus[];

const beforeNotice = ['prelim_ok', 'visited', 'verified', 'reviewed'] as const;

export const fileMoves = lifecycle<FileStatus>()({
  submit: { from: ['draft', 'sent_back'], to: 'submitted', document: '困难职工帮扶申请书' },
  sendBack: { from: ['submitted', 'prelim_ok'], to: 'sent_back', document: '退回补正通知' },
  passFirstCheck: { from: ['submitted'], to: 'prelim_ok', document: '初审意见' },
  recordVisit: { from: ['prelim_ok'], to: 'visited', document: '入户调查表' },
  beginVerification: { from: ['visited'], to: 'verifying', document: '家庭经济状况核对授权委托书' },
  recordVerification: { from: ['verifying'], to: 'verified', document: '核对报告' },
  // A report that ran out of date, or a doubt at the review.
  verifyAgain: { from: ['verified', 'reviewed'], to: 'verifying', document: '补充核对单' },
  review: { from: ['verified'], to: 'reviewed', document: '困难职工家庭月人均收入测算表' },
  refuse: { from: [...beforeNotice, 'objected'], to: 'refused', document: '不予认定告知书' },
  openNotice: { from: ['reviewed'], to: 'notice', document: '公示' },
  object: { from: ['notice'], to: 'objected', document: '异议登记表' },
  dismissObjection: { from: ['objected'], to: 'notice', document: '异议核查结论' },
  upholdObjection: { from: ['objected'], to: 'verifying', document: '异议核查结论' },
  approve: { from: ['notice'], to: 'approved', document: '认定通知书' },
  activate: { from: ['approved'], to: 'active', document: '困难职工档案表' },
  withdraw: { from: applyingStatuses, to: 'withdrawn', document: '撤回申请书' },

  beginReview: { from: ['active'], to: 'under_review', document: '复核通知' },
  renew: { from: ['under_review'], to: 'active', document: '续档审批表' },
  raiseClass: { from: ['under_review'], to: 'active', document: '调档审批表' },
  proposeLower: { from: ['under_review'], to: 'class_notice', document: '调档告知书' },
  objectToLower: { from: ['class_notice'], to: 'class_objected', document: '异议登记表' },
  dismissLowerObjection: { from: ['class_objected'], to: 'class_notice', document: '异议核查结论' },
  upholdLowerObjection: { from: ['class_objected'], to: 'under_review', document: '异议核查结论' },
  lowerClass: { from: ['class_notice'], to: 'active', document: '调档审批表' },
  proposeExit: { from: ['under_review'], to: 'exit_notice', document: '脱困公示' },
  objectToExit: { from: ['exit_notice'], to: 'exit_objected', document: '异议登记表' },
  dismissExitObjection: { from: ['exit_objected'], to: 'exit_notice', document: '异议核查结论' },
  upholdExitObjection: { from: ['exit_objected'], to: 'under_review', document: '异议核查结论' },
  withdrawProposal: { from: ['class_notice', 'exit_notice'], to: 'under_review', document: '撤回告知' },
  lift: { from: ['exit_notice'], to: 'lifted', document: '脱困销档审批表' },
  deregister: { from: ['exit_notice'], to: 'exited_other', document: '注销审批表' },
  // The holder died, or the family asks for it: nobody is left to object.
  end: { from: onFileStatuses, to: 'exited_other', document: '注销登记表' },
  transfer: { from: ['active', 'under_review'], to: 'transferred', document: '转档单' },
  returnToHardship: { from: ['lifted', 'exited_other'], to: 'returned', document: '返困登记表' },
});
export type FileMove = keyof typeof fileMoves.moves;

/** By which a file has the class that it has: each rests on a worksheet of its own. */
export const classMoves = ['activate', 'renew', 'raiseClass', 'lowerClass'] as const satisfies readonly FileMove[];

/** What takes something from a family: never without a notice, its window gone by, and a second person. */
export const adverseMoves = ['lowerClass', 'lift', 'deregister'] as const satisfies readonly FileMove[];
export type AdverseMove = (typeof adverseMoves)[number];

export const fileMoveLabels: Readonly<Record<FileMove, Label>> = {
  submit: { zh: '申报', en: 'Submit' },
  sendBack: { zh: '退回补正', en: 'Send back' },
  passFirstCheck: { zh: '初审通过', en: 'Pass first check' },
  recordVisit: { zh: '登记入户调查', en: 'Record home visit' },
  beginVerification: { zh: '提交核对', en: 'Send for verification' },
  recordVerification: { zh: '登记核对报告', en: 'Record verification' },
  verifyAgain: { zh: '重新核对', en: 'Verify again' },
  review: { zh: '复审', en: 'Review' },
  refuse: { zh: '不予认定', en: 'Refuse' },
  openNotice: { zh: '公示', en: 'Open public notice' },
  object: { zh: '登记异议', en: 'Record objection' },
  dismissObjection: { zh: '异议不成立', en: 'Dismiss objection' },
  upholdObjection: { zh: '异议成立', en: 'Uphold objection' },
  approve: { zh: '批准', en: 'Approve' },
  activate: { zh: '建档', en: 'Open file' },
  withdraw: { zh: '撤回申请', en: 'Withdraw' },
  beginReview: { zh: '开始复核', en: 'Begin review' },
  renew: { zh: '续档', en: 'Renew' },
  raiseClass: { zh: '调档（困难加重）', en: 'Change to a graver class' },
  proposeLower: { zh: '拟调档（困难减轻）并告知', en: 'Announce a lower class' },
  objectToLower: { zh: '登记调档异议', en: 'Record objection to lower class' },
  dismissLowerObjection: { zh: '调档异议不成立', en: 'Dismiss objection to lower class' },
  upholdLowerObjection: { zh: '调档异议成立', en: 'Uphold objection to lower class' },
  lowerClass: { zh: '调档（困难减轻）', en: 'Change to a lower class' },
  proposeExit: { zh: '拟退出并公示', en: 'Announce exit' },
  objectToExit: { zh: '登记退出异议', en: 'Record objection to exit' },
  dismissExitObjection: { zh: '退出异议不成立', en: 'Dismiss objection to exit' },
  upholdExitObjection: { zh: '退出异议成立', en: 'Uphold objection to exit' },
  withdrawProposal: { zh: '撤回拟变更', en: 'Withdraw the announced change' },
  lift: { zh: '脱困销档', en: 'Lift' },
  deregister: { zh: '注销', en: 'Cancel' },
  end: { zh: '死亡或本人申请注销', en: 'End on death or own request' },
  transfer: { zh: '转出', en: 'Transfer out' },
  returnToHardship: { zh: '返困', en: 'Return to hardship' },
};

/** What a file of each status waits for, in the words of a task list; nothing where it waits for nobody here. */
export const fileNextStep: Readonly<Partial<Record<FileStatus, Label>>> = {
  draft: { zh: '补全材料并申报', en: 'Complete and submit' },
  submitted: { zh: '初审', en: 'First check' },
  sent_back: { zh: '补正后重新申报', en: 'Correct and submit again' },
  prelim_ok: { zh: '入户调查', en: 'Visit the home' },
  visited: { zh: '提交核对', en: 'Send for verification' },
  verifying: { zh: '登记核对报告', en: 'Record the verification' },
  verified: { zh: '复审', en: 'Review' },
  reviewed: { zh: '公示', en: 'Open the public notice' },
  notice: { zh: '公示期满后批准', en: 'Approve after the notice' },
  objected: { zh: '核查异议', en: 'Check the objection' },
  approved: { zh: '编号建档', en: 'Number and open the file' },
  under_review: { zh: '重新测算并作出结论', en: 'Assess again and conclude' },
  class_notice: { zh: '告知期满后调档', en: 'Change the class after the notice' },
  class_objected: { zh: '核查异议', en: 'Check the objection' },
  exit_notice: { zh: '公示期满后销档', en: 'Close the file after the notice' },
  exit_objected: { zh: '核查异议', en: 'Check the objection' },
};
