/**
 * The code lists of hardship files that other areas read too. A value belongs to the rule layers (`eras`) in which it was
 * a choice: a file of 2012 keeps its class of 2012, and no new file may take it.
 */
import type { Label } from '../shared/label.js';
import { yearOf, type PlainDate } from '../shared/plain-date.js';

/** The layers of rules that a file can have been decided under. */
export const eras = {
  R1: { zh: '2012—2014年规则', en: 'Rules of 2012–2014' },
  R2: { zh: '2015—2019年规则', en: 'Rules of 2015–2019' },
  R3: { zh: '2020年以来规则', en: 'Rules since 2020' },
} as const satisfies Record<string, Label>;
export type Era = keyof typeof eras;

/** The layer in whose years a day lies: that of a file which comes with no more than the day it was opened on. */
export const eraOn = (day: PlainDate): Era => (yearOf(day) < 2015 ? 'R1' : yearOf(day) < 2020 ? 'R2' : 'R3');

interface Listed extends Label {
  readonly eras: readonly Era[];
}

interface ListedClass extends Listed {
  /** 0 is the gravest. Across layers it says whether a change of class is to the household's disadvantage. */
  readonly rank: number;
}

export const hardshipClasses = {
  severe: { zh: '特困职工', en: 'Severe hardship', eras: ['R1', 'R3'], rank: 0 },
  ordinary: { zh: '困难职工', en: 'Hardship', eras: ['R1'], rank: 2 },
  subsistence: { zh: '低保户', en: 'Subsistence household', eras: ['R2'], rank: 1 },
  'near-subsistence': { zh: '低保边缘户', en: 'Household near subsistence', eras: ['R2'], rank: 2 },
  stricken: { zh: '意外致困户', en: 'Household struck by an event', eras: ['R2'], rank: 3 },
  deep: { zh: '深度困难', en: 'Deep hardship', eras: ['R3'], rank: 1 },
  relative: { zh: '相对困难', en: 'Relative hardship', eras: ['R3'], rank: 2 },
  sudden: { zh: '意外致困', en: 'Hardship by an event', eras: ['R3'], rank: 3 },
  temporary: { zh: '生活暂时困难', en: 'Temporary difficulty', eras: ['R3'], rank: 4 },
} as const satisfies Record<string, ListedClass>;
export type HardshipClass = keyof typeof hardshipClasses;

/** The only class that comes with a certificate (特困证). */
export const CERTIFICATE_CLASS: HardshipClass = 'severe';

/** The list of the older form, and that of the form of 2016; what both have keeps one code. */
export const hardshipCauses = {
  'own-illness': { zh: '本人大病', en: 'Own serious illness', eras: ['R1'] },
  'family-illness': { zh: '供养直系亲属大病', en: 'Serious illness of a dependant', eras: ['R1'] },
  accident: { zh: '意外灾害', en: 'Accident or disaster', eras: ['R1'] },
  disability: { zh: '残疾', en: 'Disability', eras: ['R1'] },
  'single-parent': { zh: '单亲', en: 'Single parent', eras: ['R1'] },
  schooling: { zh: '子女上学', en: 'Schooling of children', eras: ['R1', 'R2', 'R3'] },
  'laid-off': { zh: '下岗失业', en: 'Laid off or unemployed', eras: ['R1', 'R2', 'R3'] },
  'low-income': { zh: '收入低无法维持基本生活', en: 'Income below subsistence', eras: ['R1'] },
  'no-capacity': { zh: '无劳动能力', en: 'Unable to work', eras: ['R2', 'R3'] },
  'not-employed': { zh: '有劳动能力而未就业', en: 'Able to work, without work', eras: ['R2', 'R3'] },
  uninsured: { zh: '未参加社会保险', en: 'Without social insurance', eras: ['R2', 'R3'] },
  'insurance-unpaid': { zh: '社会保险待遇落实不到位', en: 'Insurance benefits not paid', eras: ['R2', 'R3'] },
  'major-illness': { zh: '患重特大疾病', en: 'Major illness', eras: ['R2', 'R3'] },
  'natural-disaster': { zh: '遭受自然灾害', en: 'Natural disaster', eras: ['R2', 'R3'] },
  'accident-suffered': { zh: '遭受意外事故', en: 'Accident', eras: ['R2', 'R3'] },
  other: { zh: '其他', en: 'Other', eras: ['R1', 'R2', 'R3'] },
} as const satisfies Record<string, Listed>;
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
  flexible: { zh: '灵活就业', en: 'Flexibly employed' },
} as const satisfies Record<string, Label>;
export type EmploymentState = keyof typeof employmentStates;

/** What a form of that layer offers, in the list's order. */
export const classesOf = (era: Era): HardshipClass[] => ofEra(hardshipClasses, era);
export const causesOf = (era: Era): HardshipCause[] => ofEra(hardshipCauses, era);

function ofEra<Code extends string>(list: Readonly<Record<Code, Listed>>, era: Era): Code[] {
  return (Object.keys(list) as Code[]).filter((code) => list[code].eras.includes(era));
}
