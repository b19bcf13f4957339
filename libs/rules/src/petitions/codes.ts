/**
 * The code lists of petitions (信访). The subjects are the heads of matters that a union accepts; the national subject
 * codes were not found and stay an outside column. Numbers and letters are ours.
 */
import type { Label } from '../shared/label.js';

/** Counted in pieces (件次), or in visits with their persons (批次, 人次). */
export type PetitionUnit = 'pieces' | 'visits';

export interface PetitionChannelLabel extends Label {
  readonly unit: PetitionUnit;
}

export const petitionChannels = {
  L: { zh: '来信', en: 'Letter', unit: 'pieces' },
  V: { zh: '来访', en: 'Visit', unit: 'visits' },
  T: { zh: '来电', en: 'Call', unit: 'pieces' },
  W: { zh: '网上', en: 'Online', unit: 'pieces' },
  F: { zh: '传真', en: 'Fax', unit: 'pieces' },
  X: { zh: '上级转办', en: 'Passed down', unit: 'pieces' },
  O: { zh: '巡访下访', en: 'Outreach visit', unit: 'visits' },
} as const satisfies Record<string, PetitionChannelLabel>;
export type PetitionChannel = keyof typeof petitionChannels;

/** The three classes of the rule of 2022; what is none of them has no class. */
export const petitionClasses = {
  claim: { zh: '申诉求决类', en: 'Claim' },
  accusation: { zh: '检举控告类', en: 'Accusation' },
  suggestion: { zh: '建议意见类', en: 'Suggestion' },
} as const satisfies Record<string, Label>;
export type PetitionClass = keyof typeof petitionClasses;

export interface PetitionPurposeLabel extends Label {
  readonly class?: PetitionClass;
}

export const petitionPurposes = {
  settlement: { zh: '求决', en: 'Request', class: 'claim' },
  appeal: { zh: '申诉', en: 'Appeal', class: 'claim' },
  accusation: { zh: '检举控告', en: 'Accusation', class: 'accusation' },
  suggestion: { zh: '意见建议', en: 'Suggestion', class: 'suggestion' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  thanks: { zh: '感谢', en: 'Thanks' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, PetitionPurposeLabel>;
export type PetitionPurpose = keyof typeof petitionPurposes;

export interface PetitionSubjectLabel extends Label {
  /** The department that handles it. */
  readonly owner: string;
}

/** Under 20, the second level is a dispute category. */
export const petitionSubjects = {
  '01': { zh: '政策法规咨询', en: 'Law and policy enquiries', owner: '法律' },
  '02': { zh: '生活困难帮扶救助', en: 'Hardship and aid', owner: '保障' },
  '03': { zh: '工会组织建设和干部权益', en: 'Union organisation and officers', owner: '组织' },
  '04': { zh: '工会经费和资产', en: 'Union funds and assets', owner: '财务/经审' },
  '05': { zh: '企业民主管理', en: 'Workplace democracy', owner: '民管' },
  '06': { zh: '劳动模范管理', en: 'Model workers', owner: '经济/劳模' },
  '07': { zh: '女职工和未成年工特殊保护', en: 'Women and young workers', owner: '女工' },
  '08': { zh: '申请法律援助', en: 'Legal-aid applications', owner: '法律' },
  '09': { zh: '突发事件和安全生产报告', en: 'Emergencies and work safety', owner: '信访/应急' },
  '10': { zh: '其他工会事项', en: 'Other union matters', owner: '信访' },
  '20': { zh: '劳动经济权益', en: 'Labour and economic rights', owner: '法律' },
  '99': { zh: '非工会职责', en: 'Not a union matter', owner: '信访' },
} as const satisfies Record<string, PetitionSubjectLabel>;
export type PetitionSubject = keyof typeof petitionSubjects;
export const petitionSubjectCodes = Object.keys(petitionSubjects).sort() as PetitionSubject[];

/** What the office did with it at sorting. */
export const petitionHandlings = {
  handle: { zh: '直接办理', en: 'Handled here' },
  refer: { zh: '转送', en: 'Referred' },
  assign_out: { zh: '交办', en: 'Assigned out' },
  answer: { zh: '解答', en: 'Answered on the spot' },
  decline: { zh: '不予受理(已告知)', en: 'Not accepted, told so' },
  merge: { zh: '并案', en: 'Merged' },
} as const satisfies Record<string, Label>;
export type PetitionHandling = keyof typeof petitionHandlings;

export const petitionResults = {
  granted: { zh: '支持已落实', en: 'Supported and done' },
  granted_pending: { zh: '支持未落实', en: 'Supported, not yet done' },
  explained: { zh: '解释疏导', en: 'Explained' },
  not_supported: { zh: '不予支持', en: 'Not supported' },
  legal_route: { zh: '转法定途径', en: 'Sent to the legal route' },
  aided: { zh: '帮扶救助', en: 'Given aid' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type PetitionResult = keyof typeof petitionResults;

export const satisfactions = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  fairly: { zh: '基本满意', en: 'Fairly satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  not_rated: { zh: '未评价', en: 'Not rated' },
} as const satisfies Record<string, Label>;
export type Satisfaction = keyof typeof satisfactions;

/** 集体访: five or more persons on a visit. A convention of practice, so it is a parameter with this default. */
export const GROUP_VISIT_FROM = 5;

/** More than five may not represent a group (信访条例 art. 18). */
export const MOST_REPRESENTATIVES = 5;

export function isGroupVisit(channel: PetitionChannel, persons: number, from: number = GROUP_VISIT_FROM): boolean {
  return petitionChannels[channel].unit === 'visits' && persons >= from;
}
