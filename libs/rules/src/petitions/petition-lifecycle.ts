/**
 * The life of a petition. The statuses are those of the whole life; the moves up to closing stand here, review and
 * re-review join them when that work is built.
 */
import { lifecycle } from '../shared/lifecycle.js';
import type { ClockEffect, ClockEffects } from '../deadlines/clock-effects.js';
import type { Label } from '../shared/label.js';

export const petitionStatuses = {
  registered: { zh: '已登记', en: 'Registered' },
  accepted: { zh: '已受理', en: 'Accepted' },
  not_accepted: { zh: '不予受理', en: 'Not accepted' },
  referred: { zh: '已转送', en: 'Referred' },
  assigned_out: { zh: '已交办', en: 'Assigned out' },
  merged: { zh: '并案', en: 'Merged' },
  handling: { zh: '办理中', en: 'In hand' },
  extended: { zh: '已延期', en: 'Extended' },
  replied: { zh: '已答复', en: 'Replied' },
  review: { zh: '复查中', en: 'Under review' },
  reviewed: { zh: '已复查', en: 'Reviewed' },
  recheck: { zh: '复核中', en: 'Under re-review' },
  final: { zh: '终结', en: 'Final' },
  closed: { zh: '已办结', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
} as const satisfies Record<string, Label>;
export type PetitionStatus = keyof typeof petitionStatuses;

/** Every petition begins here; registering is the one act that has no status to start from. */
export const PETITION_BEGINS: PetitionStatus = 'registered';

export const petitionMoves = lifecycle<PetitionStatus>()({
  accept: { from: ['registered'], to: 'accepted', document: '受理告知书' },
  decline: { from: ['registered'], to: 'not_accepted', document: '不予受理告知书' },
  refer: { from: ['registered'], to: 'referred', document: '转送函' },
  assignOut: { from: ['registered'], to: 'assigned_out', document: '交办函' },
  merge: { from: ['registered'], to: 'merged' },
  // Most calls are a question that the window answers there and then: no acceptance, no handling.
  answer: { from: ['registered'], to: 'replied' },
  handle: { from: ['accepted', 'extended'], to: 'handling' },
  extend: { from: ['handling'], to: 'extended', document: '延期告知书' },
  reply: { from: ['handling', 'extended'], to: 'replied', document: '处理(答复)意见书' },
  withdraw: { from: ['registered', 'accepted', 'handling', 'extended'], to: 'closed', document: '撤回申请书' },
  close: { from: ['replied', 'not_accepted', 'referred', 'assigned_out', 'merged'], to: 'closed', document: '办结报告' },
});
export type PetitionMove = keyof typeof petitionMoves.moves;

export const petitionMoveLabels: Readonly<Record<PetitionMove, Label>> = {
  accept: { zh: '受理', en: 'Accept' },
  decline: { zh: '不予受理', en: 'Decline' },
  refer: { zh: '转送', en: 'Refer' },
  assignOut: { zh: '交办', en: 'Assign out' },
  merge: { zh: '并案', en: 'Merge' },
  answer: { zh: '当场答复', en: 'Answer on the spot' },
  handle: { zh: '开始办理', en: 'Begin handling' },
  extend: { zh: '延期', en: 'Extend' },
  reply: { zh: '书面答复', en: 'Reply' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  close: { zh: '办结', en: 'Close' },
};

/** Which clocks a move touches; one that is not running is left alone. A merged petition runs on in its main matter. */
export const petitionClockEffects: ClockEffects<PetitionMove | 'register'> = {
  register: { start: ['X1', 'X2'] },
  accept: { meet: ['X1', 'X2'], start: ['X3'] },
  decline: { meet: ['X1', 'X2'] },
  refer: { meet: ['X1', 'X2'] },
  assignOut: { meet: ['X1', 'X2'] },
  merge: { cancel: ['X1', 'X2'] },
  answer: { meet: ['X1', 'X2'] },
  handle: {},
  extend: { extend: ['X3'] },
  reply: { meet: ['X3'] },
  withdraw: { cancel: ['X1', 'X2', 'X3'] },
  close: {},
};

/** Nobody can be told of a decision whose address is unknown (信访条例 art. 22): X2 does not run. */
export const ANONYMOUS_BEGINNING: ClockEffect = { start: ['X1'] };
