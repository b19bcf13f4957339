/**
 * What hangs on the wall: a masked name, unit or community, class, what kind of cause, the days, a telephone. Nothing about
 * children, numbers, address or illness beyond its category.
 */
import type { Label } from '../../shared/label.js';
import { maskPersonName } from '../../shared/identifiers/person-name.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { hardshipClasses, type HardshipCause, type HardshipClass } from '../codes.js';
import type { NoticeKind } from './notices.js';

const causeCategories = {
  illness: { zh: '患病', en: 'Illness' },
  capacity: { zh: '劳动能力受限', en: 'Reduced capacity to work' },
  mishap: { zh: '灾害或意外', en: 'Disaster or accident' },
  education: { zh: '就学支出', en: 'Cost of education' },
  work: { zh: '失业或未就业', en: 'Without work' },
  insurance: { zh: '社会保险缺失', en: 'Without social insurance' },
  income: { zh: '收入低', en: 'Low income' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;

const categoryOf: Readonly<Record<HardshipCause, keyof typeof causeCategories>> = {
  'own-illness': 'illness',
  'family-illness': 'illness',
  'major-illness': 'illness',
  disability: 'capacity',
  'no-capacity': 'capacity',
  accident: 'mishap',
  'natural-disaster': 'mishap',
  'accident-suffered': 'mishap',
  schooling: 'education',
  'laid-off': 'work',
  'not-employed': 'work',
  uninsured: 'insurance',
  'insurance-unpaid': 'insurance',
  'low-income': 'income',
  'single-parent': 'other',
  other: 'other',
};
export const causeCategory = (cause: HardshipCause): Label => causeCategories[categoryOf[cause]];

export interface NoticeFacts {
  readonly kind: NoticeKind;
  readonly holderName: string;
  /** 单位或社区 */
  readonly unit: string;
  readonly present: HardshipClass | null;
  /** The class that is proposed; none where the file is to be left. */
  readonly wanted: HardshipClass | null;
  readonly cause: HardshipCause;
  readonly givenOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly phone: string;
}

export function noticeText({ kind, holderName, unit, present, wanted, cause, givenOn, endsOn, phone }: NoticeFacts): string {
  const who = `姓名：${maskPersonName(holderName)}；单位（社区）：${unit}`;
  const was = present ? hardshipClasses[present].zh : '';
  const shall = wanted ? hardshipClasses[wanted].zh : '';
  const until = `自${givenOn}起至${endsOn}止，异议核查期间顺延`;
  const call = `有异议的，请在此期间反映，电话：${phone}。`;
  switch (kind) {
    case 'application':
      return `拟将下列职工家庭列入困难职工档案，现予公示。${who}；拟定类别：${shall}；致困原因：${causeCategory(cause).zh}。公示期${until}。${call}期满撤下。`;
    case 'lower':
      return `经复核，拟调整下列职工家庭的困难类别，特此告知。${who}；现类别：${was}；拟定类别：${shall}。告知期${until}。${call}`;
    case 'exit':
      return `经复核，下列职工家庭拟退出困难职工档案，现予公示。${who}；现类别：${was}。公示期${until}。${call}期满撤下。`;
  }
}

export interface NeverShown {
  /** Everybody of the household, and where they live. */
  readonly names: readonly string[];
  readonly addresses: readonly (string | null)[];
  /** The office's own telephone may stand there, whatever it looks like. */
  readonly phone: string;
}

/** Nothing that names a person, a number or a home. A shop that bears its owner's name would give the name away. */
export function isMasked(text: string, { names, addresses, phone }: NeverShown): boolean {
  const shown = text.replaceAll(phone, '');
  const named = names.some((name) => [...name].length >= 2 && shown.includes(name));
  const lives = addresses.some((address) => address && [...address].length >= 4 && shown.includes(address));
  return !named && !lives && !/\d{15}/.test(shown) && !/(?<!\d)1[3-9]\d{9}(?!\d)/.test(shown);
}
