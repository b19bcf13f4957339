/**
 * 《入户调查表》 as data: what is asked at a family's home, in the order of the paper. The page, the completeness, the
 * merging of what two people wrote and the printed form all read it from here.
 */
import type { Label } from '../../shared/label.js';
import { formLists } from '../form-codes.js';
import {
  appliances,
  careNeeds,
  familyNeeds,
  housingStates,
  metRelations,
  neighbourAnswers,
  vehicles,
  visitConclusions,
  visitPlaces,
} from './visit-codes.js';
import { incomeKinds } from '../worksheet/worksheet-kinds.js';

export const visitSections = {
  met: { zh: '见面情况', en: 'Who was met' },
  household: { zh: '家庭成员', en: 'Household' },
  housing: { zh: '住房', en: 'Housing' },
  belongings: { zh: '家电与车辆', en: 'Appliances and vehicles' },
  income: { zh: '收入与支出（自述）', en: 'Income and outlay, as told' },
  health: { zh: '患病与残疾', en: 'Illness and disability' },
  schooling: { zh: '就学', en: 'Schooling' },
  neighbours: { zh: '邻里反映', en: 'What neighbours say' },
  needs: { zh: '诉求', en: 'What the family asks for' },
  photos: { zh: '入户照片', en: 'Photographs' },
  conclusion: { zh: '调查结论', en: 'Conclusions' },
  signature: { zh: '被访人签字', en: 'Signature of the family' },
} as const satisfies Record<string, Label>;
export type VisitSection = keyof typeof visitSections;

export type VisitFieldKind =
  'line' | 'prose' | 'choice' | 'choices' | 'members' | 'count' | 'fen' | 'area' | 'flag' | 'day' | 'visitor' | 'picture';

export interface VisitField extends Label {
  readonly section: VisitSection;
  readonly kind: VisitFieldKind;
  readonly codes?: Readonly<Record<string, Label>>;
  /** Without it the form is not complete, as far as it is asked at all. */
  readonly required?: true;
  /** Asked only where another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly VisitValue[] };
}

/** Somebody who came: with the account, where there is one. */
export interface VisitorNamed {
  readonly name: string;
  readonly userId: string | null;
}
export type VisitValue = string | number | boolean | readonly string[] | VisitorNamed | null;

const housing = formLists.housing[0]!.values;
const required = true as const;
const has = (field: string, ...is: readonly VisitValue[]) => ({ when: { field, is } });

export const visitFields = {
  visitedOn: { section: 'met', kind: 'day', required, zh: '入户日期', en: 'Day of the visit' },
  place: { section: 'met', kind: 'choice', codes: visitPlaces, required, zh: '走访地点', en: 'Where' },
  addressSeen: { section: 'met', kind: 'line', zh: '实际居住地址（与申报不同时）', en: 'Address found, if not the one applied with' },
  metName: { section: 'met', kind: 'line', required, zh: '被访人姓名', en: 'Name of whoever was met' },
  metRelation: { section: 'met', kind: 'choice', codes: metRelations, required, zh: '与申请人关系', en: 'Relation to the applicant' },

  present: { section: 'household', kind: 'members', zh: '在家成员', en: 'Members at home' },
  livingTogether: { section: 'household', kind: 'count', required, zh: '实际共同生活人数', en: 'Persons really living together' },
  othersPresent: { section: 'household', kind: 'prose', zh: '其他同住人员', en: 'Others who live there' },
  absentWhy: { section: 'household', kind: 'prose', zh: '不在家成员及去向', en: 'Members not at home, and where they are' },

  housing: { section: 'housing', kind: 'choice', codes: housing, required, zh: '住房类型', en: 'Kind of housing' },
  floorArea: { section: 'housing', kind: 'area', zh: '建筑面积（㎡）', en: 'Floor area (㎡)' },
  housingState: { section: 'housing', kind: 'choice', codes: housingStates, required, zh: '住房状况', en: 'State of it' },
  rentFen: {
    section: 'housing',
    kind: 'fen',
    zh: '月房租（元）',
    en: 'Monthly rent (yuan)',
    ...has('housing', 'rented', 'employer-rented', 'state-rented'),
  },
  housingNote: { section: 'housing', kind: 'prose', zh: '住房说明', en: 'Remarks on housing' },

  appliances: { section: 'belongings', kind: 'choices', codes: appliances, zh: '主要家电', en: 'Main appliances' },
  vehicle: { section: 'belongings', kind: 'choice', codes: vehicles, required, zh: '车辆', en: 'Vehicle' },
  belongingsNote: { section: 'belongings', kind: 'prose', zh: '财物说明', en: 'Remarks on belongings' },

  incomeToldFen: { section: 'income', kind: 'fen', required, zh: '自述家庭月收入（元）', en: 'Monthly income told (yuan)' },
  incomeSources: { section: 'income', kind: 'choices', codes: incomeKinds, zh: '收入来源', en: 'Sources of income' },
  outlayToldFen: { section: 'income', kind: 'fen', zh: '自述月刚性支出（元）', en: 'Monthly rigid outlay told (yuan)' },
  debtsFen: { section: 'income', kind: 'fen', zh: '自述负债（元）', en: 'Debts told (yuan)' },
  incomeNote: { section: 'income', kind: 'prose', zh: '收支说明', en: 'Remarks on income and outlay' },

  illness: { section: 'health', kind: 'flag', required, zh: '有患病成员', en: 'Somebody is ill' },
  illnessNote: { section: 'health', kind: 'prose', required, zh: '患病情况', en: 'Illness: who, what, treatment', ...has('illness', true) },
  disability: { section: 'health', kind: 'flag', required, zh: '有残疾成员', en: 'Somebody is disabled' },
  disabilityNote: { section: 'health', kind: 'prose', required, zh: '残疾情况', en: 'Disability: who, what', ...has('disability', true) },
  care: { section: 'health', kind: 'choice', codes: careNeeds, zh: '生活自理', en: 'Need of care' },

  pupils: { section: 'schooling', kind: 'count', required, zh: '在读子女数', en: 'Children at school' },
  schoolingNote: { section: 'schooling', kind: 'prose', zh: '学校、年级与费用', en: 'School, year and fees' },

  neighbours: { section: 'neighbours', kind: 'choice', codes: neighbourAnswers, required, zh: '邻里说法', en: 'Neighbours' },
  neighboursNote: { section: 'neighbours', kind: 'prose', zh: '邻里反映内容', en: 'What they said' },

  needs: { section: 'needs', kind: 'choices', codes: familyNeeds, required, zh: '希望得到的帮助', en: 'Help wished for' },
  needsNote: { section: 'needs', kind: 'prose', zh: '诉求说明', en: 'In the family’s words' },

  noPhotos: { section: 'photos', kind: 'line', zh: '未拍照的原因', en: 'Why there are no photographs' },

  visitor1: { section: 'conclusion', kind: 'visitor', required, zh: '调查人一', en: 'First visitor' },
  conclusion1: { section: 'conclusion', kind: 'choice', codes: visitConclusions, required, zh: '调查人一结论', en: 'First conclusion' },
  opinion1: { section: 'conclusion', kind: 'prose', zh: '调查人一意见', en: 'First opinion' },
  visitor2: { section: 'conclusion', kind: 'visitor', required, zh: '调查人二', en: 'Second visitor' },
  conclusion2: { section: 'conclusion', kind: 'choice', codes: visitConclusions, required, zh: '调查人二结论', en: 'Second conclusion' },
  opinion2: { section: 'conclusion', kind: 'prose', zh: '调查人二意见', en: 'Second opinion' },
  visitor3: { section: 'conclusion', kind: 'visitor', zh: '调查人三', en: 'Third visitor' },

  signedBy: { section: 'signature', kind: 'line', required, zh: '签字人姓名', en: 'Name of whoever signs' },
  signature: { section: 'signature', kind: 'picture', required, zh: '签字', en: 'Signature' },
} as const satisfies Record<string, VisitField>;

export type VisitFieldName = keyof typeof visitFields;
export const visitFieldNames = Object.keys(visitFields) as VisitFieldName[];
export const visitField = (name: VisitFieldName): VisitField => visitFields[name];
export const isVisitField = (name: string): name is VisitFieldName => Object.hasOwn(visitFields, name);

export type VisitValues = Readonly<Partial<Record<VisitFieldName, VisitValue>>>;

/** Whether the form asks for it, as it stands. */
export function isAsked(name: VisitFieldName, values: VisitValues): boolean {
  const { when } = visitField(name);
  return !when || when.is.includes(values[when.field as VisitFieldName] ?? null);
}

export const isBlank = (value: VisitValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What is still missing, in the order of the paper. A photograph may be replaced by the reason why there is none. */
export function missingOf(values: VisitValues, photos: number): VisitFieldName[] {
  return visitFieldNames.filter((name) => {
    if (name === 'noPhotos') return photos === 0 && isBlank(values.noPhotos);
    return visitField(name).required && isAsked(name, values) && isBlank(values[name]);
  });
}

export function visitorsOf(values: VisitValues): VisitorNamed[] {
  const named = [values.visitor1, values.visitor2, values.visitor3] as (VisitorNamed | null | undefined)[];
  return named.filter((visitor): visitor is VisitorNamed => Boolean(visitor?.name));
}
