/** The code lists of hardship files. Classes and causes differ by rule layer; these are R1, the lists of 2012–2014. */
import type { Label } from '../shared/label.js';

export const hardshipClasses = {
  severe: { zh: '特困职工', en: 'Severe hardship' },
  ordinary: { zh: '困难职工', en: 'Hardship' },
} as const satisfies Record<string, Label>;
export type HardshipClass = keyof typeof hardshipClasses;

export const hardshipCauses = {
  'own-illness': { zh: '本人大病', en: 'Own serious illness' },
  'family-illness': { zh: '供养直系亲属大病', en: 'Serious illness of a dependant' },
  accident: { zh: '意外灾害', en: 'Accident or disaster' },
  disability: { zh: '残疾', en: 'Disability' },
  'single-parent': { zh: '单亲', en: 'Single parent' },
  schooling: { zh: '子女上学', en: 'Schooling of children' },
  'laid-off': { zh: '下岗失业', en: 'Laid off or unemployed' },
  'low-income': { zh: '收入低无法维持基本生活', en: 'Income below subsistence' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type HardshipCause = keyof typeof hardshipCauses;

/** 工作状态 of the file's form. */
export const employmentStates = {
  employed: { zh: '在岗', en: 'In post' },
  'laid-off': { zh: '下(待)岗', en: 'Laid off' },
  unemployed: { zh: '失(无)业', en: 'Unemployed' },
  retired: { zh: '退休', en: 'Retired' },
  'sick-leave': { zh: '病休', en: 'On sick leave' },
  'early-retired': { zh: '内退', en: 'Early retired' },
  migrant: { zh: '农民工', en: 'Migrant worker' },
} as const satisfies Record<string, Label>;
export type EmploymentState = keyof typeof employmentStates;
