/**
 * The life of a labour dispute in mediation. The statuses are those of the whole life; the moves up to closing stand
 * here, those of review and performance join them when that work is built.
 */
import { lifecycle } from '../shared/lifecycle.js';
import type { ClockEffects } from '../deadlines/clock-effects.js';
import type { Label } from '../shared/label.js';

export const disputeStatuses = {
  registered: { zh: '已登记', en: 'Registered' },
  consulting: { zh: '协商中', en: 'In consultation' },
  applied: { zh: '已申请', en: 'Applied' },
  consent_pending: { zh: '征询对方意愿', en: 'Other side asked' },
  refused: { zh: '不予受理', en: 'Refused' },
  accepted: { zh: '已受理', en: 'Accepted' },
  assigned: { zh: '已指派', en: 'Assigned' },
  mediating: { zh: '调解中', en: 'In mediation' },
  extended: { zh: '已延期', en: 'Extended' },
  agreed_pending: { zh: '达成协议待签', en: 'Agreed, to be signed' },
  agreement_effective: { zh: '协议生效', en: 'Agreement in effect' },
  review_pending: { zh: '仲裁审查/司法确认中', en: 'Under review' },
  performing: { zh: '履行中', en: 'Being performed' },
  performed: { zh: '已履行', en: 'Performed' },
  defaulted: { zh: '逾期未履行', en: 'Defaulted' },
  failed: { zh: '调解不成', en: 'No agreement' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  settled_privately: { zh: '自行和解', en: 'Settled privately' },
  terminated: { zh: '终止', en: 'Terminated' },
  transferred: { zh: '已转出', en: 'Transferred' },
  closed: { zh: '已结案', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
} as const satisfies Record<string, Label>;
export type DisputeStatus = keyof typeof disputeStatuses;

/** Every dispute begins here; registering is the one act that has no status to start from. */
export const DISPUTE_BEGINS: DisputeStatus = 'registered';

const inMediation = ['accepted', 'assigned', 'mediating', 'extended'] as const;
const beforeAgreement = ['registered', 'consulting', 'applied', 'consent_pending', ...inMediation, 'agreed_pending'] as const;

export const disputeMoves = lifecycle<DisputeStatus>()({
  apply: { from: ['registered', 'consulting'], to: 'applied', document: '调解申请书' },
  accept: { from: ['applied', 'consent_pending'], to: 'accepted', document: '受理通知书' },
  refuse: { from: ['applied', 'consent_pending'], to: 'refused', document: '不予受理通知书' },
  // A mediator may have to be replaced at any time, and the new one tells the parties time and place anew.
  assign: { from: ['accepted', 'assigned', 'mediating', 'extended'], to: 'assigned', document: '调解员指派表' },
  mediate: { from: ['assigned', 'extended'], to: 'mediating', document: '调解通知书' },
  extend: { from: ['mediating'], to: 'extended', document: '延期同意书' },
  agree: { from: ['mediating', 'extended'], to: 'agreed_pending', document: '调解协议书' },
  repent: { from: ['agreed_pending'], to: 'mediating', document: '调解笔录' },
  sign: { from: ['agreed_pending'], to: 'agreement_effective', document: '调解协议书' },
  // An agreed text that nobody signs is no agreement: M5 runs on and mediation can still fail.
  fail: { from: [...inMediation, 'agreed_pending'], to: 'failed', document: '调解不成通知书' },
  withdraw: { from: beforeAgreement, to: 'withdrawn', document: '撤回申请书' },
  terminate: { from: beforeAgreement, to: 'terminated', document: '终止决定' },
  // Elsewhere from the start (an inspection matter at the window), out of mediation, or after it came to nothing.
  transfer: { from: ['registered', 'consulting', ...inMediation, 'failed', 'refused', 'defaulted'], to: 'transferred', document: '转办单' },
  // A success may be counted when the agreement takes effect, while its performance is still followed up.
  close: {
    from: ['refused', 'agreement_effective', 'performed', 'failed', 'withdrawn', 'settled_privately', 'terminated', 'transferred'],
    to: 'closed',
    document: '结案审批表',
  },
});
export type DisputeMove = keyof typeof disputeMoves.moves;

export const disputeMoveLabels: Readonly<Record<DisputeMove, Label>> = {
  apply: { zh: '登记调解申请', en: 'Record application' },
  accept: { zh: '受理', en: 'Accept' },
  refuse: { zh: '不予受理', en: 'Refuse' },
  assign: { zh: '指派调解员', en: 'Assign mediator' },
  mediate: { zh: '开始调解', en: 'Begin mediation' },
  extend: { zh: '延期', en: 'Extend' },
  agree: { zh: '达成协议', en: 'Record agreed text' },
  repent: { zh: '签署前反悔', en: 'Back to mediation' },
  sign: { zh: '协议签署生效', en: 'Sign agreement' },
  fail: { zh: '调解不成', en: 'Record failure' },
  withdraw: { zh: '撤回申请', en: 'Withdraw' },
  terminate: { zh: '终止调解', en: 'Terminate' },
  transfer: { zh: '转出', en: 'Transfer' },
  close: { zh: '结案', en: 'Close' },
};

/**
 * Which clocks a move touches; one that is not running is left alone. A refusal decides M2 in time, and opens
 * arbitration at once, so that M4 has nothing left to wait for.
 */
export const disputeClockEffects: ClockEffects<DisputeMove | 'register'> = {
  register: {},
  apply: { start: ['M2', 'M4'] },
  accept: { meet: ['M2'], start: ['M5'] },
  refuse: { meet: ['M2'], cancel: ['M4'] },
  assign: {},
  mediate: {},
  extend: { extend: ['M5'] },
  agree: {},
  repent: {},
  sign: { meet: ['M4', 'M5'] },
  fail: { meet: ['M4', 'M5'] },
  withdraw: { cancel: ['M2', 'M4', 'M5'] },
  terminate: { cancel: ['M2', 'M4', 'M5'] },
  transfer: { meet: ['M4', 'M5'] },
  close: {},
};
