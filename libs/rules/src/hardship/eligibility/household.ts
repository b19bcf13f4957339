/** What a rule of eligibility can ask of a household. What is not there is not known, and is never taken for zero or no. */
import type { Label } from '../../shared/label.js';
import type { Fen } from '../../shared/money.js';
import type { EmploymentState, HardshipCause } from '../codes.js';
import type { WorksheetTotals } from '../worksheet/worksheet.js';
import { outlayKinds } from '../worksheet/worksheet-kinds.js';

/** Money of the last twelve months, or held on the day. */
export const moneyInputs = {
  income: { zh: '家庭年可支配收入', en: 'Household income of the year' },
  ...outlayKinds,
  savings: { zh: '存款', en: 'Savings' },
  investments: { zh: '投资净资产', en: 'Net investment assets' },
  schoolFee: { zh: '子女就读学校年收费', en: 'Yearly fee of the child’s school' },
  publicSchoolFee: { zh: '同类公办学校年收费', en: 'Yearly fee of a public school of the kind' },
} as const satisfies Record<string, Label>;
export type MoneyInput = keyof typeof moneyInputs;

interface CountLabel extends Label {
  readonly unitZh: string;
  readonly unitEn: string;
}

export const countInputs = {
  monthsBelow: { zh: '人均收入连续低于低保的月数', en: 'Months in a row below the standard', unitZh: '个月', unitEn: 'months' },
  labourMonths: { zh: '建立（事实）劳动关系的月数', en: 'Months of (factual) labour relation', unitZh: '个月', unitEn: 'months' },
  dwellings: { zh: '家庭住房套数', en: 'Dwellings', unitZh: '套', unitEn: 'dwellings' },
} as const satisfies Record<string, CountLabel>;
export type CountInput = keyof typeof countInputs;

export const factInputs = {
  governmentAided: { zh: '已享受政府低保等救助', en: 'Aided by government' },
  hardAfterAid: { zh: '救助后仍有困难', en: 'Still in hardship after aid' },
  suddenEvent: { zh: '遭遇突发事件、意外伤害或重大疾病', en: 'Struck by a sudden event, injury or major illness' },
  // Narrower: a major illness is no accident, and some ways in are for accidents and disasters alone.
  accident: { zh: '遭遇自然灾害或意外事故', en: 'Hit by a natural disaster or an accident' },
  higherSchooling: { zh: '子女就读全日制高中及以上', en: 'A child in full-time senior-high or higher schooling' },
  hiresInBusiness: { zh: '开店或雇人经营', en: 'Keeps a shop or hires others in business' },
  studyAbroad: { zh: '子女自费出国留学', en: 'A child studies abroad at own cost' },
  carNotForWork: { zh: '经常使用非就业用机动车', en: 'Frequent use of a motor vehicle not for work' },
  idleWithoutReason: { zh: '有劳动能力无正当理由不就业', en: 'An able adult does not work without reason' },
  unionMember: { zh: '工会会员', en: 'Union member' },
  survivor: { zh: '因公牺牲、工亡人员遗属', en: 'Survivor of one who died on duty or at work' },
  medicalSecured: { zh: '基本医疗有保障', en: 'Basic medical care secured' },
  jobSecured: { zh: '就业有保障', en: 'A job secured' },
  schoolingSecured: { zh: '子女就学有保障', en: 'Schooling secured' },
  housingSecured: { zh: '住房有保障', en: 'Housing secured' },
  insuranceSecured: { zh: '社会保险有保障', en: 'Social insurance secured' },
  aidDelivered: { zh: '工会救助已落实', en: 'Union aid delivered' },
  exitTermsMet: { zh: '符合当地退出条件', en: 'Local terms of exit met' },
} as const satisfies Record<string, Label>;
export type FactInput = keyof typeof factInputs;

export const codeInputs = {
  causes: { zh: '致困原因', en: 'Causes' },
  employment: { zh: '申请人工作状态', en: 'Employment of the applicant' },
} as const satisfies Record<string, Label>;
export type CodeInput = keyof typeof codeInputs;

export type InputName = MoneyInput | CountInput | FactInput | CodeInput | 'persons';
export const inputLabels: Readonly<Record<InputName, Label>> = {
  persons: { zh: '共同生活人口', en: 'Persons living together' },
  ...moneyInputs,
  ...countInputs,
  ...factInputs,
  ...codeInputs,
};

export type Household = {
  /** The division whose standard applies. */
  readonly division: string;
  readonly persons: number;
  readonly causes?: readonly HardshipCause[];
  readonly employment?: EmploymentState;
} & { readonly [Name in MoneyInput]?: Fen } & { readonly [Name in CountInput]?: number } & { readonly [Name in FactInput]?: boolean };

/** The part of a household that its worksheet knows: an outlay without a line is nothing, because the sheet is whole. */
export function householdFigures({ persons, incomeYearFen, outlayByKindFen }: WorksheetTotals) {
  return { persons, income: incomeYearFen, ...outlayByKindFen };
}
