/** The code lists of 《入户调查表》 that no other form has. */
import type { Label } from '../../shared/label.js';

type Codes = Readonly<Record<string, Label>>;

export const visitPurposes = {
  intake: { zh: '建档前入户', en: 'Before a file is opened' },
  review: { zh: '复核入户', en: 'At a review' },
} as const satisfies Codes;
export type VisitPurpose = keyof typeof visitPurposes;

export const visitPlaces = {
  home: { zh: '家中', en: 'At home' },
  lodging: { zh: '租住处', en: 'Rented lodging' },
  hospital: { zh: '医院', en: 'Hospital' },
  workplace: { zh: '单位', en: 'Workplace' },
  elsewhere: { zh: '其他地点', en: 'Elsewhere' },
} as const satisfies Codes;

export const metRelations = {
  self: { zh: '本人', en: 'The applicant' },
  spouse: { zh: '配偶', en: 'Spouse' },
  child: { zh: '子女', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  relative: { zh: '其他亲属', en: 'Other relative' },
  other: { zh: '其他人', en: 'Somebody else' },
} as const satisfies Codes;

export const housingStates = {
  good: { zh: '较好', en: 'Good' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  poor: { zh: '简陋', en: 'Poor' },
  dangerous: { zh: '危房', en: 'Dangerous' },
} as const satisfies Codes;

export const appliances = {
  television: { zh: '电视机', en: 'Television' },
  fridge: { zh: '冰箱', en: 'Fridge' },
  washer: { zh: '洗衣机', en: 'Washing machine' },
  cooling: { zh: '空调', en: 'Air conditioner' },
  heater: { zh: '热水器', en: 'Water heater' },
  computer: { zh: '电脑', en: 'Computer' },
  piano: { zh: '钢琴等贵重物品', en: 'Piano or other costly things' },
} as const satisfies Codes;

export const vehicles = {
  none: { zh: '无', en: 'None' },
  bicycle: { zh: '电动车、自行车', en: 'Electric or other bicycle' },
  motorcycle: { zh: '摩托车', en: 'Motorcycle' },
  'working-car': { zh: '用于谋生的汽车', en: 'Car used to earn a living' },
  car: { zh: '非谋生用汽车', en: 'Car for other use' },
} as const satisfies Codes;

export const careNeeds = {
  none: { zh: '能自理', en: 'Needs no care' },
  partial: { zh: '部分不能自理', en: 'Needs some care' },
  full: { zh: '完全不能自理', en: 'Needs full care' },
} as const satisfies Codes;

export const neighbourAnswers = {
  agree: { zh: '与申报一致', en: 'Agree with the application' },
  partly: { zh: '部分一致', en: 'Agree in part' },
  contradict: { zh: '不一致', en: 'Contradict it' },
  'not-asked': { zh: '未询问', en: 'Not asked' },
} as const satisfies Codes;

export const familyNeeds = {
  living: { zh: '生活救助', en: 'Help with living' },
  medical: { zh: '医疗救助', en: 'Help with treatment' },
  schooling: { zh: '助学', en: 'Help with schooling' },
  work: { zh: '就业、培训', en: 'Work or training' },
  insurance: { zh: '社会保险', en: 'Social insurance' },
  housing: { zh: '住房', en: 'Housing' },
  legal: { zh: '法律援助', en: 'Legal aid' },
  none: { zh: '无', en: 'None' },
} as const satisfies Codes;

export const visitConclusions = {
  true: { zh: '情况属实', en: 'As applied for' },
  partly: { zh: '部分属实', en: 'True in part' },
  untrue: { zh: '不属实', en: 'Not true' },
} as const satisfies Codes;
