/**
 * The code lists of labour disputes. No official numbers for 争议类型 were found: the numbers are ours, the names are
 * the statute's, and each category maps to the statute (劳动争议调解仲裁法 art. 2) and to the labour yearbook.
 */
import type { Label } from '../shared/label.js';

/** The six heads of art. 2; `other-law` where another statute opens mediation; `by-subject` where the claim decides. */
export type StatuteHead = '1' | '2' | '3' | '4' | '5' | '6' | 'other-law' | 'by-subject';

/** The published breakdown of the labour yearbooks (争议原因). */
export const yearbookBuckets = {
  pay: { zh: '劳动报酬', en: 'Pay' },
  insurance: { zh: '社会保险', en: 'Social insurance' },
  change: { zh: '变更劳动合同', en: 'Change of contract' },
  dismissal: { zh: '解除劳动合同', en: 'Dissolution of contract' },
  expiry: { zh: '终止劳动合同', en: 'End of contract' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type YearbookBucket = keyof typeof yearbookBuckets;

export interface DisputeCategory extends Label {
  readonly head: StatuteHead;
  /** None for dispatched labour: its subject decides. */
  readonly bucket?: YearbookBucket;
  /** Art. 16: the worker may ask a court for a payment order when an agreement on this is not kept. */
  readonly paymentOrder: boolean;
}

const category = (
  head: StatuteHead,
  bucket: YearbookBucket | undefined,
  zh: string,
  en: string,
  paymentOrder = false,
): DisputeCategory => ({
  zh,
  en,
  head,
  ...(bucket && { bucket }),
  paymentOrder,
});

export const disputeCategories = {
  '10': category('1', 'other', '确认劳动关系', 'Existence of employment'),
  '21': category('2', 'other', '订立劳动合同', 'Conclusion of contract'),
  '22': category('2', 'other', '履行劳动合同', 'Performance of contract'),
  '23': category('2', 'change', '变更劳动合同', 'Change of contract'),
  '24': category('2', 'dismissal', '解除劳动合同', 'Dissolution of contract'),
  '25': category('2', 'expiry', '终止劳动合同', 'End of contract'),
  '31': category('3', 'dismissal', '除名、辞退', 'Removal or dismissal'),
  '32': category('3', 'dismissal', '辞职、离职', 'Resignation or leaving'),
  '41': category('4', 'other', '工作时间', 'Working hours'),
  '42': category('4', 'other', '休息休假', 'Rest and leave'),
  '43': category('4', 'insurance', '社会保险', 'Social insurance'),
  '44': category('4', 'other', '福利', 'Benefits'),
  '45': category('4', 'other', '培训', 'Training'),
  '46': category('4', 'other', '劳动保护', 'Labour protection'),
  '51': category('5', 'pay', '劳动报酬', 'Pay', true),
  '52': category('5', 'insurance', '工伤待遇', 'Work-injury benefits', true),
  '53': category('5', 'dismissal', '经济补偿', 'Severance pay', true),
  '54': category('5', 'dismissal', '赔偿金', 'Damages', true),
  '60': category('other-law', 'other', '履行集体合同', 'Performance of a collective contract'),
  '70': category('other-law', 'other', '竞业限制、保密', 'Non-competition and secrecy'),
  '80': category('by-subject', undefined, '劳务派遣', 'Dispatched labour'),
  '90': category('6', 'other', '其他', 'Other'),
} as const satisfies Record<string, DisputeCategory>;
export type DisputeCategoryCode = keyof typeof disputeCategories;
export const disputeCategoryCodes = Object.keys(disputeCategories).sort() as DisputeCategoryCode[];

/** How a dispute reached the union. The letters are those of the petition channels. */
export const disputeChannels = {
  V: { zh: '来访', en: 'Visit' },
  T: { zh: '来电', en: 'Call' },
  L: { zh: '来信', en: 'Letter' },
  W: { zh: '网上', en: 'Online' },
  X: { zh: '上级转办', en: 'Passed down' },
  O: { zh: '巡访发现', en: 'Found on an outreach visit' },
} as const satisfies Record<string, Label>;
export type DisputeChannel = keyof typeof disputeChannels;

/**
 * What an outcome is in the success rate: `excluded` leaves the denominator, `not-accepted` never was in it, and
 * `later` waits for the result of the legal aid it went to.
 */
export type OutcomeCount = 'success' | 'failure' | 'excluded' | 'not-accepted' | 'later';

export interface DisputeOutcome extends Label {
  readonly counts: OutcomeCount;
}

export const disputeOutcomes = {
  '01': { zh: '调解成功(书面协议)', en: 'Settled by written agreement', counts: 'success' },
  '02': { zh: '调解成功(口头协议)', en: 'Settled by oral agreement', counts: 'success' },
  '03': { zh: '自行和解', en: 'Settled privately', counts: 'success' },
  '04': { zh: '调解不成', en: 'No agreement', counts: 'failure' },
  '05': { zh: '撤回申请', en: 'Application withdrawn', counts: 'failure' },
  '06': { zh: '不予受理(一方不同意)', en: 'Not accepted: a party is unwilling', counts: 'not-accepted' },
  '07': { zh: '不予受理(不属受理范围)', en: 'Not accepted: out of scope', counts: 'not-accepted' },
  '08': { zh: '转仲裁', en: 'Passed to arbitration', counts: 'failure' },
  '09': { zh: '转诉讼', en: 'Passed to court', counts: 'failure' },
  '10': { zh: '转劳动监察', en: 'Passed to labour inspection', counts: 'failure' },
  '11': { zh: '终止', en: 'Terminated', counts: 'excluded' },
  '12': { zh: '转法律援助', en: 'Passed to legal aid', counts: 'later' },
} as const satisfies Record<string, DisputeOutcome>;
export type DisputeOutcomeCode = keyof typeof disputeOutcomes;
export const disputeOutcomeCodes = Object.keys(disputeOutcomes).sort() as DisputeOutcomeCode[];

/** 10 workers with a common claim may send representatives (art. 7). */
export const COLLECTIVE_FROM = 10;

export function isCollective(claimants: number, commonClaim: boolean): boolean {
  return commonClaim && claimants >= COLLECTIVE_FROM;
}

/** How a mass incident (群体性事件) shows itself: a record of its own, not a collective dispute. */
export const incidentForms = {
  stoppage: { zh: '停工', en: 'Stoppage' },
  petition: { zh: '集体上访', en: 'Collective petition' },
  gathering: { zh: '厂区聚集', en: 'Gathering on the premises' },
  blockade: { zh: '堵门', en: 'Blocked gates' },
} as const satisfies Record<string, Label>;
export type IncidentForm = keyof typeof incidentForms;
