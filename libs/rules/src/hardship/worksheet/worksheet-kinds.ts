/** What a line of 《困难职工家庭月人均收入测算表》 can be: income, income that does not count, or rigid outlay. */
import type { Label } from '../../shared/label.js';

export const incomeKinds = {
  wages: { zh: '工资性收入', en: 'Wages' },
  business: { zh: '经营净收入', en: 'Net business income' },
  property: { zh: '财产净收入', en: 'Net property income' },
  pension: { zh: '养老金', en: 'Pension' },
  unemployment: { zh: '失业保险金', en: 'Unemployment benefit' },
  alimony: { zh: '赡养、抚养、扶养费', en: 'Alimony and maintenance' },
  transfer: { zh: '其他转移性收入', en: 'Other transfers' },
} as const satisfies Record<string, Label>;
export type IncomeKind = keyof typeof incomeKinds;

export const notCountedKinds = {
  'one-off-aid': { zh: '一次性救助、慰问', en: 'One-off aid' },
  honour: { zh: '荣誉津贴、奖励', en: 'Honours' },
} as const satisfies Record<string, Label>;
export type NotCountedKind = keyof typeof notCountedKinds;

export const outlayKinds = {
  medical: { zh: '医疗自付（报销和其他救助后）', en: 'Self-paid medical cost, after insurance and other aid' },
  schooling: { zh: '子女学费、住宿费（按公办标准）', en: 'Tuition and lodging at public level' },
  aids: { zh: '残疾辅助器具', en: 'Disability aids' },
  rehabilitation: { zh: '康复', en: 'Rehabilitation' },
  care: { zh: '长期照护', en: 'Long-term care' },
  workCost: { zh: '必要的就业成本', en: 'Necessary cost of employment' },
  event: { zh: '意外事件支出（扣除赔偿、保险和救助）', en: 'Outlay for an event, after compensation, insurance and aid' },
} as const satisfies Record<string, Label>;
export type OutlayKind = keyof typeof outlayKinds;
export const outlayKindNames = Object.keys(outlayKinds) as OutlayKind[];

export const frequencies = {
  monthly: { zh: '每月', en: 'Monthly' },
  yearly: { zh: '全年', en: 'Yearly' },
} as const satisfies Record<string, Label>;
export type Frequency = keyof typeof frequencies;
