/** The code lists of candidates (应帮未帮线索): how one was tried to be reached, and how one is closed. */
import type { Label } from '../../shared/label.js';

export const candidateStatuses = {
  open: { zh: '待办结', en: 'Open' },
  closed: { zh: '已办结', en: 'Closed' },
} as const satisfies Record<string, Label>;
export type CandidateStatus = keyof typeof candidateStatuses;

export const attemptForms = {
  call: { zh: '电话', en: 'Call' },
  visit: { zh: '上门', en: 'Visit' },
  message: { zh: '短信', en: 'Message' },
} as const satisfies Record<string, Label>;
export type AttemptForm = keyof typeof attemptForms;

interface AttemptResultLabel extends Label {
  readonly reached: boolean;
}
export const attemptResults = {
  'no-answer': { zh: '无人应答', en: 'No answer', reached: false },
  'wrong-number': { zh: '号码不符', en: 'Wrong number', reached: false },
  'not-home': { zh: '家中无人', en: 'Nobody at home', reached: false },
  moved: { zh: '已搬离', en: 'Moved away', reached: false },
  wants: { zh: '联系上，愿意申请', en: 'Reached, will apply', reached: true },
  considers: { zh: '联系上，需考虑', en: 'Reached, will think about it', reached: true },
  declines: { zh: '联系上，本人不愿', en: 'Reached, does not want to', reached: true },
  settled: { zh: '联系上，困难已解决', en: 'Reached, no longer in difficulty', reached: true },
} as const satisfies Record<string, AttemptResultLabel>;
export type AttemptResult = keyof typeof attemptResults;

export const closings = {
  filed: { zh: '已建档或已申报', en: 'Filed or applied for' },
  helped: { zh: '已帮扶', en: 'Helped' },
  'government-aid': { zh: '已享受政府救助', en: 'Aided by government' },
  'not-eligible': { zh: '不符合条件', en: 'Not eligible' },
  declined: { zh: '本人不愿', en: 'Declined' },
  unreachable: { zh: '联系不上', en: 'Unreachable' },
} as const satisfies Record<string, Label>;
export type Closing = keyof typeof closings;
export const closingCodes = Object.keys(closings) as Closing[];

export const governmentAids = {
  subsistence: { zh: '最低生活保障', en: 'Subsistence allowance' },
  'near-subsistence': { zh: '低保边缘家庭救助', en: 'Aid to families near subsistence' },
  destitute: { zh: '特困供养', en: 'Support of the destitute' },
  temporary: { zh: '临时救助', en: 'Temporary aid' },
  medical: { zh: '医疗救助', en: 'Medical aid' },
  unemployment: { zh: '失业保险金', en: 'Unemployment benefit' },
  other: { zh: '其他政府救助', en: 'Other government aid' },
} as const satisfies Record<string, Label>;
export type GovernmentAid = keyof typeof governmentAids;

export const waysOfHelp = {
  paid: { zh: '发放救助款物', en: 'Money or goods given' },
  visited: { zh: '走访慰问', en: 'Visited' },
  reviewed: { zh: '复核并更新档案', en: 'File reviewed and brought up to date' },
  work: { zh: '就业援助', en: 'Help to find work' },
  legal: { zh: '法律援助', en: 'Legal aid' },
  recovered: { zh: '协助追回工资或待遇', en: 'Helped to recover pay or benefits' },
  other: { zh: '其他帮扶', en: 'Other help' },
} as const satisfies Record<string, Label>;
export type WayOfHelp = keyof typeof waysOfHelp;

/** What happens to a candidate, for its timeline. */
export const candidateHappenings = {
  found: { zh: '发现线索', en: 'Found' },
  add: { zh: '增加线索', en: 'Another reason' },
  assign: { zh: '指定负责人', en: 'Put in charge' },
  attempt: { zh: '登记联系', en: 'Tried to reach' },
  close: { zh: '办结', en: 'Closed' },
} as const satisfies Record<string, Label>;
