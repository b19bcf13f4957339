/**
 * The other code lists of 困难职工档案表. The forms of different years offer different values, so a list has versions by
 * rule layer; a value keeps its code in all of them.
 */
import type { Label } from '../shared/label.js';
import { eras, type Era } from './codes.js';

type Values = Readonly<Record<string, Label>>;

export interface FormList {
  readonly version: number;
  readonly eras: readonly Era[];
  /** Where the values stand; 'cut' where the list that was read broke off. */
  readonly source: string;
  readonly values: Values;
}

const always = Object.keys(eras) as Era[];

const health: Values = {
  good: { zh: '良好', en: 'Good' },
  cancer: { zh: '癌症', en: 'Cancer' },
  'malignant-tumour': { zh: '恶性肿瘤', en: 'Malignant tumour' },
  cardiovascular: { zh: '心血管病', en: 'Cardiovascular disease' },
  cerebrovascular: { zh: '脑血管病', en: 'Cerebrovascular disease' },
  uraemia: { zh: '尿毒症', en: 'Uraemia' },
  'end-stage-kidney': { zh: '终末期肾病', en: 'End-stage kidney disease' },
  mental: { zh: '精神病', en: 'Mental illness' },
  liver: { zh: '肝病', en: 'Liver disease' },
  blood: { zh: '血液病', en: 'Blood disease' },
  diabetes: { zh: '糖尿病', en: 'Diabetes' },
  tumour: { zh: '肿瘤病', en: 'Tumour' },
  spine: { zh: '腰颈椎病', en: 'Spinal disease' },
  hypertension: { zh: '高血压病', en: 'High blood pressure' },
  lung: { zh: '肺病', en: 'Lung disease' },
  ordinary: { zh: '一般疾病', en: 'Ordinary illness' },
  coma: { zh: '深度昏迷', en: 'Deep coma' },
  paralysis: { zh: '永久瘫痪', en: 'Permanent paralysis' },
  alzheimer: { zh: '严重阿尔茨海默病', en: 'Severe Alzheimer’s disease' },
  parkinson: { zh: '严重帕金森病', en: 'Severe Parkinson’s disease' },
  'motor-neurone': { zh: '严重运动神经元病', en: 'Severe motor neurone disease' },
  disabled: { zh: '残疾', en: 'Disability' },
};

function without(list: Values, ...codes: readonly string[]): Values {
  return Object.fromEntries(Object.entries(list).filter(([code]) => !codes.includes(code)));
}

const once = (source: string, values: Values): FormList[] => [{ version: 1, eras: always, source, values }];

export const formLists = {
  politics: once('困难职工档案表', {
    member: { zh: '中共党员', en: 'Party member' },
    youth: { zh: '共青团员', en: 'Youth League member' },
    masses: { zh: '群众', en: 'No party' },
    democratic: { zh: '民主党派', en: 'Democratic party' },
    other: { zh: '其他', en: 'Other' },
  }),
  health: [
    {
      version: 1,
      eras: ['R1'],
      source: '困难职工档案表（旧版）',
      values: without(health, 'malignant-tumour', 'end-stage-kidney', 'coma', 'paralysis', 'alzheimer', 'parkinson', 'motor-neurone'),
    },
    { version: 2, eras: ['R2', 'R3'], source: '困难职工档案表（2016年后）', values: without(health, 'cancer', 'uraemia') },
  ],
  disability: once('困难职工档案表', {
    sight: { zh: '视力', en: 'Sight' },
    hearing: { zh: '听力', en: 'Hearing' },
    speech: { zh: '言语', en: 'Speech' },
    intellectual: { zh: '智力', en: 'Intellectual' },
    limbs: { zh: '肢体', en: 'Limbs' },
    mental: { zh: '精神', en: 'Mental' },
    multiple: { zh: '多重', en: 'Multiple' },
  }),
  disabilityGrade: once('困难职工档案表', {
    '1': { zh: '一级（极重度）', en: 'Grade 1, most severe' },
    '2': { zh: '二级（重度）', en: 'Grade 2, severe' },
    '3': { zh: '三级（中度）', en: 'Grade 3, moderate' },
    '4': { zh: '四级（轻度）', en: 'Grade 4, slight' },
  }),
  modelWorker: once('困难职工档案表', {
    none: { zh: '非劳模', en: 'None' },
    national: { zh: '全国劳模', en: 'National' },
    provincial: { zh: '省部级劳模', en: 'Provincial' },
    city: { zh: '地市级劳模', en: 'City' },
    other: { zh: '其他', en: 'Other' },
  }),
  housing: once('困难职工档案表', {
    'employer-rented': { zh: '承租单位公房', en: 'Rented from the employer' },
    'state-rented': { zh: '政府廉租房', en: 'State low-rent housing' },
    bought: { zh: '自购房', en: 'Bought' },
    none: { zh: '无房', en: 'None' },
    rented: { zh: '租房', en: 'Rented' },
    built: { zh: '自建房', en: 'Self-built' },
    other: { zh: '其他', en: 'Other' },
  }),
  floorArea: once('困难职工档案表', {
    '20': { zh: '20㎡及以下', en: 'Up to 20 ㎡' },
    '50': { zh: '20—50㎡', en: '20–50 ㎡' },
    '70': { zh: '50—70㎡', en: '50–70 ㎡' },
    more: { zh: '70㎡以上', en: 'Over 70 ㎡' },
  }),
  marriage: once('困难职工档案表', {
    married: { zh: '已婚', en: 'Married' },
    single: { zh: '未婚', en: 'Single' },
    divorced: { zh: '离异', en: 'Divorced' },
    widowed: { zh: '丧偶', en: 'Widowed' },
  }),
  registration: once('困难职工档案表', {
    urban: { zh: '非农业', en: 'Urban' },
    rural: { zh: '农业', en: 'Rural' },
    converted: { zh: '农转居', en: 'Converted to urban' },
  }),
  employerNature: once('困难职工档案表（列表不全）', {
    state: { zh: '国有机关/事业单位', en: 'State office or institution' },
    'state-enterprise': { zh: '国有企业', en: 'State enterprise' },
    collective: { zh: '集体企业', en: 'Collective enterprise' },
    private: { zh: '民营·私营·个体企业', en: 'Private enterprise' },
    other: { zh: '其他', en: 'Other' },
  }),
  contractTerm: once('困难职工档案表', {
    '6': { zh: '6个月及以下', en: 'Up to 6 months' },
    '18': { zh: '7—18个月', en: '7–18 months' },
    '30': { zh: '19—30个月', en: '19–30 months' },
    '42': { zh: '31—42个月', en: '31–42 months' },
    '54': { zh: '43—54个月', en: '43–54 months' },
    '120': { zh: '55—120个月', en: '55–120 months' },
    open: { zh: '无固定期限', en: 'Open-ended' },
  }),
  /** 解困脱困 flags of the campaign years. */
  priorityGroup: [
    {
      version: 1,
      eras: ['R2'],
      source: '困难职工档案表（2016—2020年）',
      values: {
        underemployed: { zh: '低保范围内有劳动能力而未充分就业', en: 'On subsistence, able to work, underemployed' },
        uncovered: { zh: '收入或生活水平低于低保线而未纳入低保', en: 'Below the line without subsistence allowance' },
        outlay: { zh: '支出性生活困难', en: 'Poor through outlay' },
        migrant: { zh: '城市困难农民工', en: 'Migrant worker in hardship' },
        restructuring: { zh: '供给侧结构性改革中的困难职工', en: 'Hit by restructuring' },
        other: { zh: '其他', en: 'Other' },
      },
    },
  ],
} as const satisfies Record<string, readonly FormList[]>;
export type FormField = keyof typeof formLists;
export const formFields = Object.keys(formLists) as FormField[];

/** The list that a form of that layer offers; none where that layer's form has no such field. */
export function formList(field: FormField, era: Era): FormList | undefined {
  const versions: readonly FormList[] = formLists[field];
  return versions.find((list) => list.eras.includes(era));
}

/** The upper bound belongs to the band: 20.0 is “up to 20”. */
export function floorAreaBand(squareMetres: number): '20' | '50' | '70' | 'more' {
  if (squareMetres <= 20) return '20';
  if (squareMetres <= 50) return '50';
  return squareMetres <= 70 ? '70' : 'more';
}
