/** What a paper of a hardship file is (附件类型). The order is the order in which a paper file is bound. */
import type { Label } from '../shared/label.js';

export const attachmentKinds = {
  application: { zh: '困难职工帮扶申请书', en: 'Application for aid' },
  authorisation: { zh: '家庭经济状况核对授权委托书', en: 'Authorisation to verify the household' },
  'id-card': { zh: '身份证', en: 'Identity card' },
  'household-register': { zh: '户口簿', en: 'Household register' },
  marriage: { zh: '婚姻状况证明', en: 'Marital status' },
  employment: { zh: '劳动关系、就业失业证明', en: 'Employment or unemployment' },
  income: { zh: '收入证明', en: 'Income' },
  property: { zh: '房产、车辆、存款证明', en: 'Property, vehicles, savings' },
  medical: { zh: '诊断证明、医疗票据', en: 'Diagnosis or medical bill' },
  disability: { zh: '残疾证', en: 'Disability card' },
  schooling: { zh: '在学证明、学费票据', en: 'Schooling or tuition bill' },
  subsistence: { zh: '低保、特困等救助证明', en: 'Subsistence or other government aid' },
  event: { zh: '意外、灾害证明', en: 'Accident or disaster' },
  'visit-photo': { zh: '入户照片', en: 'Photograph of the home visit' },
  'visit-sheet': { zh: '入户调查表（签字）', en: 'Signed visit form' },
  worksheet: { zh: '月人均收入测算表（签字）', en: 'Signed worksheet' },
  verification: { zh: '核对报告', en: 'Verification report' },
  'notice-photo': { zh: '公示照片', en: 'Photograph of the public notice' },
  decision: { zh: '认定、告知文书', en: 'Decision or notice to the household' },
  bank: { zh: '银行卡复印件', en: 'Copy of the bank card' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;

export type AttachmentKind = keyof typeof attachmentKinds;
export const attachmentKindNames = Object.keys(attachmentKinds) as [AttachmentKind, ...AttachmentKind[]];

/** What the scanner said: 'not-scanned' where the office has none. */
export const scanStates = {
  clean: { zh: '已查毒', en: 'Scanned, clean' },
  'not-scanned': { zh: '未查毒', en: 'Not scanned' },
} as const satisfies Record<string, Label>;
export type ScanState = keyof typeof scanStates;
